import { endsAgreement } from '../../../domain/dissolution/life.ts'
import type { DocumentSubject } from '../../../domain/document/kind.ts'
import { editionNumber } from '../../../domain/recommendation/case.ts'
import { canBeVerified } from '../../../domain/verification-code/owning.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Person } from '../../http/person.ts'
import { findAgreement, lockAgreement } from '../agreements/queries.ts'
import { findDestination, lockDestination } from '../destinations/queries.ts'
import { findDissolution, lockDissolution } from '../dissolutions/queries.ts'
import { findRecommendation, lockRecommendation } from '../recommendations/queries.ts'
import type { Coded } from './queries.ts'

/** As it is read, and with its row held. */
const read = <Case>(
  find: (db: Db, key: Key, person: Person) => Promise<Case>,
  lock: (tx: Tx, key: Key, person: Person) => Promise<Case>,
  codedOf: (of: Case) => Coded,
) => ({
  find: async (...asked: Parameters<typeof find>) => codedOf(await find(...asked)),
  lock: async (...asked: Parameters<typeof lock>) => codedOf(await lock(...asked)),
})

/** Of every kind of subject that has documents. Refuses what the person may not see. */
export const CODED: Record<DocumentSubject, ReturnType<typeof read>> = {
  agreement: read(findAgreement, lockAgreement, (of) => ({
    ref: { kind: 'agreement', id: of.id },
    school: of.schoolId,
    studentId: of.studentId,
    document: 'agreement',
    number: of.number,
    studentName: of.snapshot.student.name,
    employerName: of.snapshot.employer.name,
    isVerifiable: canBeVerified(of),
  })),
  dissolution: read(
    findDissolution,
    async (...asked) => (await lockDissolution(...asked)).before,
    (of) => ({
      ref: { kind: 'dissolution', id: of.id },
      school: of.schoolId,
      studentId: of.studentId,
      document: endsAgreement(of) ? 'dissolved' : 'dissolving',
      number: of.number,
      studentName: of.snapshot.student.name,
      employerName: of.snapshot.employer.name,
      isVerifiable: true,
    }),
  ),
  destination: read(findDestination, lockDestination, (of) => ({
    ref: { kind: 'destination', id: of.id },
    school: of.schoolId,
    studentId: of.studentId,
    document: 'registration',
    number: of.snapshot.studentNumber,
    studentName: of.snapshot.name,
    employerName: null,
    isVerifiable: of.registeredAt !== null,
  })),
  recommendation: read(findRecommendation, lockRecommendation, (of) => ({
    ref: { kind: 'recommendation', id: of.id },
    school: of.schoolId,
    studentId: of.studentId,
    document: 'recommendation',
    number: editionNumber(of, Math.max(of.editions, 1)),
    studentName: of.snapshot.name,
    employerName: null,
    isVerifiable: of.editions > 0,
  })),
}
