import type { ObjectionView } from '../../../contracts/objections.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type ObjectionCase, objectionOffers } from '../../../domain/objection/acts.ts'
import type { Reading } from '../../http/doing.ts'
import { showReported } from '../confirmations/reported.ts'
import { listTimeline } from '../journal/queries.ts'
import { rowOf } from './lists.ts'
import { listNames, listSpokenOf } from './queries.ts'

const ABOUT = ['agreement', 'destination'] as const
/** The case that it is about. */
function aboutOf(spokenOf: string | null): ObjectionView['about'] {
  const [name, id] = spokenOf?.split(':') ?? []
  const kind = ABOUT.find((one) => one === name)
  return kind && id ? { kind, id } : null
}

/** An objection's page, for who has raised it or for the school. */
export async function presentObjection(
  { db, person, acting }: Reading,
  of: ObjectionCase,
): Promise<ObjectionView> {
  const isSchools = person.portal === 'school'
  const subject = subjectOf({ kind: 'objection', id: of.id })
  const [reported, timeline, speaksAbout] = await Promise.all([
    showReported(db, of.seen),
    listTimeline(db, of.schoolId, { subject }),
    isSchools ? listSpokenOf(db, of.schoolId, of.spokenOf) : [],
  ])
  const all = [...new Set([...of.speaksAbout, ...speaksAbout])]
  const { actions, whyNot } = objectionOffers(
    { ...of, speaksAbout: all },
    { ...acting, userId: person.userId },
  )
  return {
    ...rowOf(of, acting.at),
    // Only people of the school itself get this far.
    school: person.school!,
    said: of.said,
    answer: of.answer,
    endedAt: of.endedAt?.toISOString() ?? null,
    reported,
    seenHash: of.seenHash,
    studentId: isSchools ? of.studentId : null,
    about: aboutOf(of.spokenOf),
    speaksAbout: isSchools ? await listNames(db, of.schoolId, all) : [],
    actions,
    isAboutReader: whyNot !== null,
    timeline,
  }
}
