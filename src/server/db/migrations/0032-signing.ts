import { type Kysely, sql } from 'kysely'

/** Acts that bind are signed: by a PIN or a passkey, with a drawing, a seal, and consent to the electronic form. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table signing_pins (
    user_id   uuid primary key references users on delete cascade,
    pin_hash  text not null,
    set_at    timestamptz not null,
    wrong     integer not null default 0,            -- in a row; each try counts as wrong until it was right
    constraint signing_pins_tries check (wrong between 0 and 5)
  );

  -- What somebody drew, or the name in its place: never changed, for documents show it.
  create table drawings (
    id      uuid primary key,
    user_id uuid not null references users,
    kind    text not null check (kind in ('drawn', 'typed')),
    strokes jsonb,                                   -- lists of points on a sheet of 600 by 240
    name    text,
    made_at timestamptz not null,
    constraint drawings_whole check ((kind = 'drawn') = (strokes is not null) and (kind = 'typed') = (name is not null)),
    constraint drawings_small check (strokes is null or length(strokes::text) <= 60000)
  );
  create index drawings_of_user on drawings (user_id, id desc);

  create table electronic_consents (
    user_id   uuid not null references users,
    edition   integer not null check (edition >= 1),
    agreed_at timestamptz not null,
    primary key (user_id, edition)
  );
  -- Whoever is verified has ticked the sentence that stood there until now.
  insert into electronic_consents (user_id, edition, agreed_at)
  select u.id, 1, s.verified_at from users u
  join students s on s.school_id = u.school_id and s.id = u.student_id where s.verified_at is not null;

  -- A signature is made for one act and one content, and used once.
  create table signatures (
    id          uuid primary key,
    user_id     uuid not null references users,
    session_id  uuid not null,
    act         text not null,
    subject     text not null,
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    method      text not null check (method in ('pin', 'passkey')),
    proof       jsonb,                               -- what a passkey signed, and its public key
    edition     integer not null,                    -- of the consent to the electronic form
    drawing_id  uuid references drawings,
    made_at     timestamptz not null,
    ends_at     timestamptz not null,
    used_at     timestamptz,
    constraint signatures_proof_of_passkey check ((method = 'passkey') = (proof is not null)),
    constraint signatures_consented foreign key (user_id, edition) references electronic_consents (user_id, edition)
  );
  create index signatures_unused on signatures (ends_at) where used_at is null;
  create index signatures_of_user on signatures (user_id);

  create function signatures_stay() returns trigger language plpgsql as $$
  begin
    if old.used_at is not null then
      raise exception 'a signature that was used is never changed or removed' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger signatures_stay before update or delete on signatures
    for each row execute function signatures_stay();

  alter table passkey_challenges drop constraint passkey_challenges_purpose_check;
  alter table passkey_challenges add constraint passkey_challenges_purpose_check
    check (purpose in ('add', 'enter', 'pass', 'sign'));

  -- The one signature of a list of invitations.
  alter table invitation_batches add column signature_id uuid references signatures
`.execute(db)
