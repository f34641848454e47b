import { subjectOf } from '../../../domain/case.ts'
import {
  type DestinationCase,
  type DestinationChange,
  destinationRef,
} from '../../../domain/destination/case.ts'
import {
  asRegistered,
  isStudents,
  registrationSheet,
  type SheetFacts,
} from '../../../domain/destination/sheet.ts'
import { sheetSealedTold } from '../../../domain/destination/told.ts'
import { zh } from '../../../words/registration-sheet.zh.ts'
import { wordRegistration } from '../../../words/word-registration.ts'
import type { Db } from '../../db/database.ts'
import type { Issuing, Layout, OwnLayout, PrintedVerification } from '../../services/documents/typesetter.ts'
import type { SealedOfCase } from '../documents/kind.ts'
import { findSeal } from '../documents/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { sealOfSchool } from '../seals/printed.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { findAnyDestination } from './queries.ts'

/** What the registration sheet of a destination says, out of what is committed. */
export async function factsOf(db: Db, of: DestinationCase): Promise<SheetFacts> {
  const [school, acts, document] = await Promise.all([
    findSchool(db, of.schoolId),
    listTimeline(db, of.schoolId, { subject: subjectOf(destinationRef(of)) }),
    findSeal(db, { school: of.schoolId, kind: 'registration', id: of.id }),
  ])
  return {
    school: { code: of.schoolId, name: school.name },
    student: of.snapshot,
    category: { code: of.category, name: of.categoryNames.name },
    answers: of.form.filter(isStudents).flatMap(({ key, name }) => {
      const answer = of.details[key]
      return answer ? [[name, answer.shown.name] as const] : []
    }),
    status: of.status,
    declaredAt: of.declaredAt.toISOString(),
    registeredAt: of.registeredAt?.toISOString() ?? null,
    endedAt: of.endedAt?.toISOString() ?? null,
    acts: acts.map(({ at, action, actorName }) => ({ at, action, actorName })),
    ...(document?.seal && { schoolSeal: document.seal }),
  }
}

/** In Chinese. Says that it was made when its last fact came about, so that it is the same whenever it is made. */
export function registrationLayout(facts: SheetFacts, { verification, seal }: Issuing): OwnLayout {
  const content = registrationSheet(facts)
  const worded = wordRegistration(content, zh, 'zh-CN')
  return {
    template: 'registration',
    data: { ...worded, school: facts.school.name, page: zh.page('{page}', '{pages}'), verification, seal },
    madeAt: new Date(content.voidedAt ?? content.registeredAt),
  }
}

/** The same with the school's seal of these facts. */
export const layoutOf = async (
  db: Db,
  facts: SheetFacts,
  verification: PrintedVerification | null,
): Promise<Layout> => registrationLayout(facts, { verification, seal: await sealOfSchool(db, facts) })

export const registrationSealed: SealedOfCase<DestinationChange> = {
  isOrderedBy: ({ before, after }) => after.registeredAt !== null && before?.registeredAt === null,
  asOrdered: async (services, key) => {
    const { db } = services
    const of = await findAnyDestination(db, key)
    const content = asRegistered(await factsOf(db, of))
    const layout = await layoutOf(db, content, await printedVerification(services, key))
    return { content, layout, told: (sealedAt) => sheetSealedTold(of, sealedAt) }
  },
  reason: '毕业去向登记表，学校已审核',
}
