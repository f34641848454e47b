import { type Kysely, sql } from 'kysely'

export const up = (db: Kysely<unknown>) =>
  sql`
  -- The ministry's code tables: rows that the platform operator edits, the same for all schools.
  -- The product may know a class, never a code.
  create table codes (
    kind             text not null,
    code             text not null,
    name             text not null,
    name_en          text,
    parent           text,
    class            text,
    evidence         text,      -- of a destination: what proves it
    evidence_en      text,
    counts_as_placed boolean,   -- of a destination: in the rate of placed graduates (去向落实率)
    valid_from       integer,   -- first and last graduation year for which it may be chosen anew;
    valid_until      integer,   -- a row is never deleted, for records still name it
    position         integer not null,
    primary key (kind, code),
    constraint codes_parent foreign key (kind, parent) references codes (kind, code),
    constraint codes_years check (valid_from <= valid_until),
    constraint codes_destination_is_classified
      check (kind <> 'destination' or (class is not null and counts_as_placed is not null))
  )
`.execute(db)
