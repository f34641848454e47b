import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import { dayInChina } from '../../../domain/day.ts'
import {
  actOnForm,
  type FormCase,
  type FormCommand,
  type FormOutcome,
  issueForm,
  reasonsAgainstIssuing,
} from '../../../domain/paper-form/acts.ts'
import { formNumber } from '../../../domain/paper-form/number.ts'
import type { Reason } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { addForms, allotSerials, lockCandidates, lockForm, lockPaperAgreement, saveForm } from './queries.ts'

/** What was decided is journaled and told; the caller has saved it. */
async function tellOf({ tx, jobs, actor, acting: { at } }: Doing, outcomes: readonly FormOutcome[]) {
  await record(
    tx,
    outcomes.map(({ after, step: { action, ...said }, data }) => ({
      school: after.schoolId,
      subject: subjectOf({ kind: 'paper-form', id: after.id }),
      action: `paper-form.${action}`,
      ...said,
      actor,
      data: { version: after.version, ...data },
    })),
  )
  await tell(
    tx,
    jobs,
    outcomes.flatMap(({ told }) => told),
    at,
  )
}

export type Issued = {
  readonly issued: readonly FormCase[]
  readonly refused: readonly {
    readonly studentId: string
    readonly name: string
    readonly reasons: readonly Reason[]
  }[]
}

/** Forms for those of these students in whose way nothing stands; the students' rows are held, so that nobody is given two. */
export async function issueForms(of: Doing, school: string, students: readonly string[]): Promise<Issued> {
  const { tx, person, acting } = of
  const candidates = await lockCandidates(tx, school, students, person)
  const judged = candidates.map((one) => ({ ...one, reasons: reasonsAgainstIssuing(one) }))
  const refused = judged
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ studentId, snapshot: { name }, reasons }) => ({ studentId, name, reasons }))
  const free = judged.filter(({ reasons }) => reasons.length === 0)
  if (free.length === 0) return { issued: [], refused }
  const year = Number(dayInChina(acting.at).slice(0, 4))
  const first = await allotSerials(tx, school, year, free.length)
  const outcomes = free.map(({ reasons: _, ...candidate }, at) =>
    issueForm(
      {
        ...candidate,
        schoolId: school,
        id: uuidv7(),
        number: formNumber({ school, year, serial: first + at }),
        issuedBy: person.userId,
      },
      acting,
    ),
  )
  const issued = outcomes.map(({ after }) => after)
  await addForms(tx, issued)
  await tellOf(of, outcomes)
  return { issued, refused }
}

/** One act on a form that is out. */
export async function act(of: Doing, key: Key, command: FormCommand): Promise<FormCase> {
  const { tx, person, acting } = of
  const before = await lockForm(tx, key, person)
  const agreement = await lockPaperAgreement(tx, key.school, before.studentId)
  const outcome = actOnForm({ before, agreement }, command, { ...acting, userId: person.userId })
  await saveForm(tx, before, outcome.after)
  await tellOf(of, [outcome])
  return outcome.after
}
