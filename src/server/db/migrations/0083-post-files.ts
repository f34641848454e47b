import { type Kysely, sql } from 'kysely'

/** Files that employers put with their posts: one for all schools that a post goes to (decision 70). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table post_files (
    employer_id uuid not null references employers,
    id          uuid not null,
    state       text not null check (state in ('uploading', 'ready', 'removing')),
    name        text not null,
    media_type  text,
    size        bigint,
    sha256      text,
    view_size   integer,                    -- of a picture's copies, in bytes
    small_size  integer,
    uploaded_by uuid not null references users,
    uploaded_at timestamptz not null,
    taken_at    timestamptz,                -- when a post first had it: from then on it stays
    primary key (employer_id, id),
    constraint post_files_ready_are_whole check (state <> 'ready' or (media_type is not null and size > 0
      and sha256 ~ '^[0-9a-f]{64}$' and (media_type like 'image/%') = (view_size is not null and small_size is not null))),
    constraint post_files_taken_stay check (taken_at is null or state = 'ready')
  );
  -- What the sweep looks for, and what one person's are counted by.
  create index post_files_not_taken on post_files (uploaded_at) where taken_at is null;
  create index post_files_of_uploader on post_files (uploaded_by) where taken_at is null;
  -- A post has its own employer's file, which is there.
  alter table own_posts
    add column attachment_id uuid generated always as ((content->'attachment'->>'id')::uuid) stored,
    add constraint own_posts_have_their_employers_file
      foreign key (employer_id, attachment_id) references post_files (employer_id, id)
`.execute(db)
