import { type Kysely, sql } from 'kysely'

/** What anybody may read of a school: its front, its announcements, and the host name by which it is found. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table schools
    add column host text,                            -- its own name on the network, as a browser sends it
    add constraint schools_one_per_host unique (host),
    add constraint schools_hosts_are_names
      check (host = lower(host) and host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' and host like '%.%');

  create table school_sites (
    school_id  text primary key references schools,
    id         uuid not null,                        -- by which its files are kept
    version    integer not null default 1,
    colour     text,                                 -- null: the product's own
    accent     text,
    picture_id uuid,
    content    jsonb not null,
    constraint school_sites_colours check (colour ~ '^#[0-9a-f]{6}$' and accent ~ '^#[0-9a-f]{6}$'),
    constraint school_sites_picture foreign key (school_id, picture_id) references evidence (school_id, id)
  );

  create table announcements (
    school_id    text not null references schools,
    id           uuid not null,
    short_id     text not null,                      -- in the address that people pass on
    status       text not null check (status in ('draft', 'published', 'withdrawn')),
    version      integer not null default 1,
    title        text not null,
    title_folded text not null,
    title_en     text not null,
    body         text not null,
    body_en      text not null,
    author       text not null,
    pinned       boolean not null,
    changed_at   timestamptz not null,
    shown_from   timestamptz,
    primary key (school_id, id),
    constraint announcements_one_per_short_id unique (school_id, short_id),
    constraint announcements_say_something check (title <> '' and body <> '' and author <> ''),
    constraint announcements_are_shown_from_when check ((status = 'draft') = (shown_from is null))
  );
  create index announcements_of_school on announcements (school_id, changed_at desc, id desc);
  create index announcements_shown on announcements (school_id, pinned desc, shown_from desc, id desc)
    where status in ('published')
`.execute(db)
