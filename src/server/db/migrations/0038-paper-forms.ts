import { type Kysely, sql } from 'kysely'

/** 纸质就业协议书编号台账: which paper form was given to whom, and what became of it (AT-36, decision 50). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table paper_form_serials (
    school_id text not null references schools,
    year      integer not null,
    last      integer not null constraint paper_form_serials_suffice check (last between 1 and 99999),
    primary key (school_id, year)
  );

  create table paper_forms (
    school_id      text not null references schools,
    id             uuid not null,
    number         text not null,
    student_id     uuid not null,
    cause          text not null check (cause in ('first', 'spoiled', 'lost', 'again')),
    status         text not null check (status in ('issued', 'returned', 'spoiled', 'lost')),
    version        integer not null default 1,
    snapshot       jsonb not null,       -- how the student is called on it
    student_folded text not null,
    issued_at      timestamptz not null,
    issued_by      uuid not null references users,
    ended_at       timestamptz,
    ended_by       uuid references users,
    reason         text check (reason <> ''),
    agreement_id   uuid,                 -- what was signed on it
    primary key (school_id, id),
    constraint paper_forms_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade,
    constraint paper_forms_agreement foreign key (school_id, agreement_id) references agreements (school_id, id),
    constraint paper_forms_end_once check (num_nulls(ended_at, ended_by) = case status when 'issued' then 2 else 0 end),
    constraint paper_forms_return_with_an_agreement check ((status = 'returned') = (agreement_id is not null)),
    constraint paper_forms_say_why check (status not in ('spoiled', 'lost') or reason is not null)
  );
  create unique index paper_forms_one_per_number on paper_forms (number);
  create unique index paper_forms_one_out_per_student on paper_forms (school_id, student_id) where status = 'issued';
  create unique index paper_forms_one_per_agreement on paper_forms (school_id, agreement_id) where agreement_id is not null;
  create index paper_forms_of_student on paper_forms (school_id, student_id, issued_at desc, id desc);
  create index paper_forms_of_school on paper_forms (school_id, issued_at desc, id desc);
  create index paper_forms_by_status on paper_forms (school_id, status, issued_at desc, id desc);

  -- What was lost, spoiled or returned stays so: no number is ever used again.
  create function paper_forms_stay() returns trigger language plpgsql as $$
  begin
    if old.status <> 'issued' or (new.number, new.student_id) is distinct from (old.number, old.student_id) then
      raise exception 'a form that is accounted for is never changed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger paper_forms_stay before update on paper_forms for each row execute function paper_forms_stay()
`.execute(db)
