import { type Kysely, sql } from 'kysely'

/** Codes of one's own for documents of every kind, of whoever may have the document; pictures of seals found by what they are. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table verification_codes
    drop constraint verification_codes_own_of_agreements,
    add constraint verification_codes_own_of_parties
      check (side <> 'employer' or kind in ('agreement', 'dissolving', 'dissolved'));
  create index seals_by_content on seals (sha256) where sha256 is not null;
`.execute(db)
