import { type Kysely, sql } from 'kysely'

/** SMS and WeChat, each by a signed request to the school's own gateway (docs/decisions/0039). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table message_channels (
    school_id   text not null references schools,
    channel     text not null check (channel in ('sms', 'wechat')),
    server      text not null,
    key         bytea not null,                    -- sealed
    quiet_from  smallint not null check (quiet_from between 0 and 23),
    quiet_until smallint not null check (quiet_until between 0 and 23),
    templates   jsonb not null,                    -- by kind: {"invitation.sent": {"template", "text"}}
    tried_at    timestamptz,                       -- the gateway took a message with just this
    enabled     boolean not null default false,
    version     integer not null default 1,
    primary key (school_id, channel),
    constraint message_channels_enabled_once_tried check (not enabled or tried_at is not null),
    constraint message_channels_templates_by_kind check (jsonb_typeof(templates) = 'object')
  );

  -- Who has allowed it. A number is confirmed as it is sealed: another one on the roster was confirmed by nobody.
  create table message_consents (
    school_id    text not null references schools,
    user_id      uuid not null references users on delete cascade,
    channel      text not null check (channel in ('sms', 'wechat')),
    phone_cipher bytea,
    since        timestamptz not null,
    primary key (school_id, user_id, channel),
    constraint message_consents_sms_to_a_number check ((channel = 'sms') = (phone_cipher is not null))
  );

  create table outgoing_messages (
    school_id       text not null references schools,
    id              uuid not null,                 -- the same in every try: a gateway knows it again by this
    channel         text not null check (channel in ('sms', 'wechat')),
    user_id         uuid not null references users on delete cascade,
    kind            text not null,
    notification_id uuid,
    phone_cipher    bytea,                         -- of a code: the number that it is to confirm
    code_until      timestamptz,                   -- of a code that can still be typed
    at              timestamptz not null,
    state           text not null default 'waiting' check (state in ('waiting', 'handed-over', 'delivered', 'failed')),
    failure         text,                          -- why it failed, or why the last try did
    said            text,                          -- what the gateway said to that
    primary key (school_id, id),
    foreign key (user_id, notification_id) references notifications (user_id, id) on delete cascade,
    constraint outgoing_messages_about_one_thing check
      ((kind = 'phone-code') = (notification_id is null) and (kind = 'phone-code') = (phone_cipher is not null)),
    constraint outgoing_messages_codes_by_sms check (kind <> 'phone-code' or channel = 'sms'),
    constraint outgoing_messages_only_codes_are_typed check (code_until is null or kind = 'phone-code'),
    constraint outgoing_messages_failed_for_a_reason check (state <> 'failed' or failure is not null),
    constraint outgoing_messages_failure_of_what_is_not_there check (state in ('waiting', 'failed') or failure is null)
  );
  create unique index outgoing_messages_once_by_channel on outgoing_messages (user_id, notification_id, channel);
  create index message_consents_of_user on message_consents (user_id);
  create unique index outgoing_messages_one_open_code on outgoing_messages (school_id, user_id) where code_until is not null;
  create index outgoing_messages_codes on outgoing_messages (at) where kind = 'phone-code';
  create index outgoing_messages_given_up on outgoing_messages (school_id, at desc) where state = 'failed';
  create index notifications_mail_given_up on notifications (school_id, at desc) where mail = 'failed'
`.execute(db)
