import { sql } from 'kysely'
import type { CheckRules, CheckView } from '../../../contracts/checks.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type CheckCase, checkOffers } from '../../../domain/check/acts.ts'
import type { Db } from '../../db/database.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { listRuns, showCheck } from './lists.ts'
import { listAssignees, listRules } from './queries.ts'

/** The rules as the school has set them. */
export async function presentRules(db: Db, school: string, at: Date): Promise<CheckRules> {
  const [rules, runs] = await Promise.all([listRules(db, school), listRuns(db, school, at)])
  return {
    items: rules.map(({ rule, ...of }) => {
      const run = runs.get(rule)
      return {
        checkRule: rule,
        ...of,
        waiting: run?.waiting ?? 0,
        ranAt: run?.ranAt?.toISOString() ?? null,
        isDue: run?.isDue ?? false,
      }
    }),
  }
}

const ABOUT = ['agreement', 'destination'] as const
function aboutOf(subject: string | null): CheckView['rows'][number]['about'] {
  const [name, id] = subject?.split(':') ?? []
  const kind = ABOUT.find((one) => one === name)
  return kind && id ? { kind, id } : null
}

/** The rows that a case has kept, with who they are by now. */
async function listRows(db: Db, { schoolId: school, id }: CheckCase): Promise<CheckView['rows']> {
  const { rows } = await sql<{
    student: CheckView['rows'][number]['student']
    employer: CheckView['rows'][number]['employer']
    about: string | null
    note: string
  }>`
    select case when st.id is not null then jsonb_build_object('id', st.id, 'name', st.name, 'studentNumber', st.student_number,
        'college', k.name) end as student,
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name) end as employer, r.about, r.note
    from check_rows r
    left join students st on st.school_id = ${school} and st.id = r.student_id
    left join colleges k on k.school_id = ${school} and k.id = st.college_id
    left join employers e on e.id = r.employer_id
    where r.school_id = ${school} and r.case_id = ${id} order by r.position`.execute(db)
  return rows.map(({ about, ...row }) => ({ ...row, about: aboutOf(about) }))
}

export async function presentCheck({ db, person, acting }: Reading, of: CheckCase): Promise<CheckView> {
  const { schoolId: school, id } = of
  const [row, rows, assignees, timeline] = await Promise.all([
    showCheck(db, { school, college: person.collegeId }, id),
    listRows(db, of),
    listAssignees(db, { school }, of.collegeId),
    listTimeline(db, school, { subject: subjectOf({ kind: 'check', id }) }),
  ])
  return {
    ...row,
    // Only people of the school itself get this far.
    school: person.school!,
    explanation: of.explanation,
    endedAt: of.endedAt?.toISOString() ?? null,
    rows,
    assignees,
    actions: checkOffers(of, acting),
    timeline,
  }
}
