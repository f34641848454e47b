import { type Kysely, sql } from 'kysely'

export const up = (db: Kysely<unknown>) =>
  sql`
  -- What every start must know about this database, whatever an earlier one left behind.
  create table installation (
    id   boolean primary key default true,
    demo text not null,   -- 'begun' and never 'whole': what is there of it is in nobody's use
    constraint installation_is_one check (id),
    constraint installation_demo check (demo in ('none', 'begun', 'whole'))
  );
  insert into installation (demo)
  select case when exists (select from schools where id = '99901') then 'whole' else 'none' end;

  -- Which secrets have sealed personal data here: the id stands before each ciphertext.
  create table secret_keys (
    id          smallint primary key,
    check_value bytea not null,   -- derived from the secret; says nothing of the keys that seal
    constraint secret_keys_id_is_a_byte check (id between 1 and 255),
    constraint secret_keys_each_once unique (check_value)
  )
`.execute(db)
