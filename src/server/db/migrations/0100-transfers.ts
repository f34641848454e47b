import { type Kysely, sql } from 'kysely'

/** 档案、户口转递记录 (AT-39 to AT-43, decision 79): where the file of a graduate, or the certificate of their household's move, has gone. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table transfer_serials (
    school_id text not null references schools,
    year      integer not null,
    last      integer not null constraint transfer_serials_suffice check (last between 1 and 99999),
    primary key (school_id, year)
  );

  create table transfers (
    school_id           text not null references schools,
    id                  uuid not null,
    student_id          uuid not null,
    kind                text not null check (kind in ('file', 'household')),
    dispatch_number     text not null check (dispatch_number <> ''),
    nth                 integer not null check (nth > 0),       -- which try it is
    status              text not null check (status in ('prepared', 'sent', 'received', 'returned', 'cancelled')),
    version             integer not null default 1,
    snapshot            jsonb not null,                         -- how the student was called when it was made
    student_folded      text not null,
    method              text not null,
    receiver            text not null,
    address             text not null,
    postcode            text not null,
    contact_name        text not null,
    contact_phone       text not null,
    channel             text not null,
    envelope            text check (envelope in ('dedicated', 'sealed-bag')),
    batch               text not null,
    remark              text not null,
    source              jsonb,                                  -- what the agreement said when it was filled from it
    tracking_number     text not null default '',
    transfer_number     text not null default '',
    verification_number text not null default '',
    migration_number    text not null default '',
    prepared_at         timestamptz not null,
    sent_on             date,
    tell_on             date,
    told_at             timestamptz,                            -- both sides were told that nobody has confirmed it
    received_on         date,
    returned_on         date,
    reason              text check (reason <> ''),
    primary key (school_id, id),
    constraint transfers_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint transfers_go_as_they_may check (case kind
      when 'file' then channel in ('confidential', 'ems', 'messenger') and envelope is not null
        and (channel <> 'ems' or envelope = 'dedicated')
      else channel in ('in-person', 'college', 'ems') and envelope is null end),
    constraint transfers_sent_say_where check (status in ('prepared', 'cancelled') or (method <> 'retained' and receiver <> ''
      and (address <> '' or (kind = 'file' and channel = 'messenger')))),
    constraint transfers_days_of_their_state check (
      (sent_on is not null) = (status in ('sent', 'received', 'returned'))
      and (tell_on is null) = (sent_on is null)
      and (status <> 'received' or received_on is not null)
      and (received_on is null or status in ('received', 'returned'))
      and (returned_on is not null) = (status = 'returned')),
    constraint transfers_days_in_order check (received_on >= sent_on and returned_on >= coalesce(received_on, sent_on)),
    constraint transfers_say_why check (status not in ('returned', 'cancelled') or reason is not null)
  );
  create unique index transfers_one_per_number on transfers (school_id, dispatch_number);
  -- It is in one place only: the next try begins once this one has come back.
  create unique index transfers_one_stands on transfers (school_id, student_id, kind)
    where status in ('prepared', 'sent', 'received');
  create unique index transfers_one_per_try on transfers (school_id, student_id, kind, nth);
  create unique index transfers_one_per_parcel on transfers (school_id, tracking_number)
    where channel = 'ems' and tracking_number <> '';
  -- What others have numbered is one student's only, at each try (AT-43).
  alter table transfers
    add constraint transfers_transfer_number_of_one exclude using gist
      (school_id with =, transfer_number with =, student_id with <>) where (transfer_number <> ''),
    add constraint transfers_verification_number_of_one exclude using gist
      (school_id with =, verification_number with =, student_id with <>) where (verification_number <> ''),
    add constraint transfers_migration_number_of_one exclude using gist
      (school_id with =, migration_number with =, student_id with <>) where (migration_number <> '');
  create index transfers_of_school on transfers (school_id, kind, id desc);
  create index transfers_by_status on transfers (school_id, kind, status, id desc);
  create index transfers_by_name on transfers (school_id, student_folded text_pattern_ops);
  create index transfers_by_student_number on transfers (school_id, lower(snapshot->>'studentNumber') text_pattern_ops);
  create index transfers_by_dispatch_number on transfers (school_id, lower(dispatch_number) text_pattern_ops);
  create index transfers_by_tracking_number on transfers (school_id, lower(tracking_number) text_pattern_ops);
  create index transfers_to_tell_of on transfers (tell_on) where status = 'sent' and told_at is null;

  -- History stays: what has come back, or is not sent, is as it was; what is on its way goes where it was sent to.
  create function transfers_keep_what_was() returns trigger language plpgsql as $$
    begin
      if (new.student_id, new.kind, new.dispatch_number, new.nth, new.prepared_at)
          is distinct from (old.student_id, old.kind, old.dispatch_number, old.nth, old.prepared_at)
        or old.status in ('returned', 'cancelled')
        or (old.status <> 'prepared' and (new.sent_on, new.method, new.receiver, new.address, new.postcode, new.contact_name,
            new.contact_phone, new.channel, new.envelope) is distinct from (old.sent_on, old.method, old.receiver, old.address,
            old.postcode, old.contact_name, old.contact_phone, old.channel, old.envelope)) then
        raise exception 'a transfer keeps what was' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger transfers_keep_what_was before update on transfers for each row execute function transfers_keep_what_was();

  drop index journal_taken_files;
  create index journal_taken_files on journal (school_id, subject, seq) where entry->>'action' in
    ('school.download-roster', 'school.take-evidence', 'school.take-figures', 'school.take-export', 'school.take-transfers')
`.execute(db)
