import { sql } from 'kysely'

/** Whether nothing of the student `st` of a school runs: no answer is awaited, by nobody. */
export const isAtRest = (school: string) => sql<boolean>`not exists (
  select from invitations i where i.school_id = ${school} and i.student_id = st.id and i.ended_at is null
  union all
  select from agreements a where a.school_id = ${school} and a.student_id = st.id
    and (a.waiting_for is not null or a.fulfilment_answer_by is not null or a.amendment is not null
      or a.cancellation_by is not null)
  union all
  select from dissolutions d where d.school_id = ${school} and d.student_id = st.id and d.ended_at is null
  union all
  select from destinations d where d.school_id = ${school} and d.student_id = st.id and d.waiting_for is not null
  union all
  select from corrections k where k.school_id = ${school} and k.student_id = st.id and k.ended_at is null
  union all
  select from recommendations m where m.school_id = ${school} and m.student_id = st.id and m.waiting_for is not null
  union all
  select from privacy_requests r where r.school_id = ${school} and r.student_id = st.id and r.ended_at is null
)`
