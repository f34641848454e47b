import { type Kysely, sql } from 'kysely'

/** What stands on an employer's desk is found without reading all that it ever sent and signed. */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    create index invitations_on_desk on invitations (employer_id, respond_by)
      where status in ('pending', 'declined', 'expired');
    create index agreements_on_desk on agreements (employer_id, waiting_for) where waiting_for is not null;
    create index dissolutions_on_desk on dissolutions (employer_id, waiting_for) where waiting_for is not null
  `.execute(db)
}
