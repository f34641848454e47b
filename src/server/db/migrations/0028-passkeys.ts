import { type Kysely, sql } from 'kysely'

/** A second kind of second factor, which also opens an account by itself; and sign-in by WeCom. */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- Asked for may be an authenticator, passkeys or both; codes for a lost device belong to all of them.
  alter table second_factors alter column secret drop not null, alter column begun_at drop not null,
    add column authenticator_at timestamptz;         -- from then on its codes are taken
  update second_factors set authenticator_at = confirmed_at;
  alter table second_factors
    add constraint second_factors_authenticator_with_secret check (authenticator_at is null or secret is not null),
    add constraint second_factors_authenticator_once_on check (authenticator_at is null or confirmed_at is not null);

  create table passkeys (
    id            uuid primary key,
    user_id       uuid not null references users on delete cascade,
    credential_id bytea not null,
    public_key    bytea not null,                    -- COSE (RFC 9052)
    counter       bigint not null default 0,         -- 0 of those that do not count
    host          text not null,                     -- the name under which it was made, and works
    transports    text[] not null,
    synced        boolean not null,                  -- kept by an account of its maker, on several devices
    name          text not null,
    user_agent    text not null,                     -- of the browser in which it was made
    made_at       timestamptz not null,
    used_at       timestamptz,
    constraint passkeys_one_per_credential unique (credential_id)
  );
  create index passkeys_of_user on passkeys (user_id);

  -- What an authenticator is to sign: once, in one browser, for one purpose.
  create table passkey_challenges (
    challenge bytea primary key,                     -- hashes: the challenge and what is bound to stand nowhere
    bound_to  bytea not null,
    purpose   text not null check (purpose in ('add', 'enter', 'pass')),
    user_id   uuid references users on delete cascade,
    host      text not null,
    ends_at   timestamptz not null,
    constraint passkey_challenges_nobodys_at_the_door check ((user_id is null) = (purpose = 'enter'))
  );
  create index passkey_challenges_over on passkey_challenges (ends_at);

  alter table sessions drop constraint sessions_entered_by_check;
  alter table sessions add constraint sessions_entered_by_check
    check (entered_by in ('password', 'id-number', 'activation-code', 'university', 'passkey'));

  alter table school_sign_ins drop constraint school_sign_ins_way_check;
  alter table school_sign_ins add column agent_id text not null default '',
    add constraint school_sign_ins_way_check check (way in ('oidc', 'cas', 'wecom')),
    -- WeCom gives no token without its application and its secret.
    add constraint school_sign_ins_wecom_whole check (way <> 'wecom' or (agent_id <> '' and client_id <> '' and secret is not null))
`.execute(db)
