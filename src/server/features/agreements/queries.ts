import { sql } from 'kysely'
import type { AgreementCase, AgreementChange } from '../../../domain/agreement/case.ts'
import {
  type Agreement,
  type AgreementKind,
  type AgreementStatus,
  type FulfilmentQuestion,
  HOLDS_PLACEMENT,
} from '../../../domain/agreement/life.ts'
import type { NoticeText } from '../../../domain/notice-text.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Settings } from '../../../domain/settings.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { insertInto, updateOf } from '../../db/prepared.ts'
import { readBy } from '../../db/read-by.ts'
import { statusIn } from '../../db/status-in.ts'
import { readKeptRules, readSealRules, readSettings, readSnapshot, readTerms } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { canBeAccepted } from '../admissions/standing.ts'
import { sealsOf } from '../documents/queries.ts'
import { keepReplaced } from './revisions.ts'

/**
 * Reads take the person: what is not theirs, or outside a college reviewer's scope, does not exist. A paper agreement
 * is the student's and the school's alone: nobody asked the employer whom the student names.
 */
const selectAgreement = (db: Db, key: Key, person: Person) => {
  const query = selectAny(db, key)
  if (person.portal === 'student') return query.where('a.studentId', '=', person.studentId!)
  if (person.portal === 'employer')
    return query.where('a.employerId', '=', person.employer!.id).where('a.kind', '=', 'online')
  return person.collegeId ? query.where(readBy('a', person.collegeId)) : query
}

const selectAny = (db: Db, { school, id }: Key) =>
  db
    .selectFrom('agreements as a')
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'a.schoolId').onRef('st.id', '=', 'a.studentId'),
    )
    .leftJoin('noticeTexts as n', (on) =>
      on.onRef('n.schoolId', '=', 'a.schoolId').onRef('n.id', '=', 'a.noticeId'),
    )
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 'a.schoolId').onRef('ad.employerId', '=', 'a.employerId'),
    )
    .where('a.schoolId', '=', school)
    .where('a.id', '=', id)
    .selectAll('a')
    .select([
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      's.settings',
      'st.version as currentStudentVersion',
      'ad.status as admission',
      'ad.admittedAt',
    ])
    .select(sealsOf(school, 'a', ['agreement']).as('seals'))
    .select([
      'n.version as noticeVersion',
      'n.zh as noticeZh',
      'n.en as noticeEn',
      'n.savedAt as noticeSavedAt',
    ])

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectAny>['executeTakeFirst']>>>
export type AgreementRecord = AgreementCase &
  Pick<Found, 'schoolName' | 'schoolNameEn' | 'currentStudentVersion' | 'seals'> & {
    readonly settings: Settings
    /** What this employer has begun at the school may still come into force. */
    readonly admitted: boolean
    /** What the student had read before signing. */
    readonly notice: (Omit<NoticeText, 'id'> & { readonly savedAt: Date }) | null
  }

/** The row as the table has it. */
const selectStored = (tx: Tx) => tx.selectFrom('agreements').selectAll().forUpdate()
type Stored = Awaited<ReturnType<ReturnType<typeof selectStored>['execute']>>[number]

/** Every column, so that another statement can bring the row along: one that is added is asked for here. */
const STORED: Record<keyof Stored, true> = {
  amendment: true,
  answerBy: true,
  amendmentHash: true,
  amendmentTerms: true,
  cancellationBy: true,
  collegeId: true,
  decidedBy: true,
  dissolutionId: true,
  dissolutionRules: true,
  effectiveAt: true,
  employerFolded: true,
  employerId: true,
  endedAt: true,
  formedAt: true,
  fulfilmentAgainOn: true,
  fulfilmentAnswerBy: true,
  fulfilmentBy: true,
  id: true,
  invitationId: true,
  kind: true,
  regionCode: true,
  level: true,
  noticeId: true,
  levels: true,
  number: true,
  readBy: true,
  schoolId: true,
  sealBy: true,
  sealReminders: true,
  sealRules: true,
  sealedAt: true,
  signedOn: true,
  snapshot: true,
  status: true,
  studentFolded: true,
  studentId: true,
  studentVersion: true,
  terms: true,
  termsHash: true,
  termsVersion: true,
  version: true,
  waitingFor: true,
  waitingSince: true,
}
const besideName = (column: string) => `of${column[0]!.toUpperCase()}${column.slice(1)}`
/** The columns of agreements `a` beside those of another table. */
export const agreementBeside = Object.keys(STORED).map((column) =>
  sql.ref<unknown>(`a.${column}`).as(besideName(column)),
)
/** The agreement out of a row that was selected with `agreementBeside`. */
export const readAgreementBeside = (row: object): AgreementCase => {
  const values: Readonly<Record<string, unknown>> = { ...row }
  const columns = Object.keys(STORED).map((column) => [column, values[besideName(column)]])
  return parseCase(Object.fromEntries(columns) as Stored)
}

type Asked = { readonly fulfilmentBy: string | null; readonly fulfilmentAnswerBy: string | null }
/** The open question whether the student has reported for work. */
export const fulfilmentOf = ({ fulfilmentBy: by, fulfilmentAnswerBy: answerBy }: Asked) =>
  by && answerBy ? { by: by as FulfilmentQuestion['by'], answerBy } : null

const parseCase = <Row extends Stored>(row: Row) => ({
  ...row,
  fulfilment: fulfilmentOf(row),
  kind: row.kind as AgreementKind,
  status: row.status as AgreementStatus,
  levels: row.levels as ReviewLevel[],
  amendment: row.amendment as Agreement['amendment'],
  cancellationBy: row.cancellationBy as Agreement['cancellationBy'],
  dissolving: row.dissolutionId !== null,
  waitingFor: row.waitingFor as Holder,
  terms: readTerms(row.terms),
  amendmentTerms: row.amendmentTerms === null ? null : readTerms(row.amendmentTerms),
  snapshot: readSnapshot(row.snapshot),
  dissolutionRules: readKeptRules(row.dissolutionRules),
  sealRules: readSealRules(row.sealRules),
})

const parse = ({
  settings,
  admission,
  admittedAt,
  noticeVersion: version,
  noticeZh: zh,
  noticeEn: en,
  noticeSavedAt: savedAt,
  ...row
}: Found): AgreementRecord => ({
  ...parseCase(row),
  settings: readSettings(settings),
  admitted: canBeAccepted({ admission, admittedAt }),
  notice: version && zh && en && savedAt ? { version, zh, en, savedAt } : null,
})

/** Refuses an employer that has signed with nobody at this school: it has nothing to prove there. */
export async function refuseUnlessParty(db: Db, school: string, { portal, employer }: Person): Promise<void> {
  if (portal !== 'employer') return
  const any = await db
    .selectFrom('agreements')
    .where('schoolId', '=', school)
    .where('employerId', '=', employer!.id)
    .where('kind', '=', 'online')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (!any) throw new Refusal('not-found')
}

export async function findAgreement(db: Db, key: Key, person: Person): Promise<AgreementRecord> {
  const row = await selectAgreement(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** For work that nobody asks for; an Error where there is none. */
export async function findCertified(db: Db, key: Key): Promise<AgreementRecord> {
  return parse(await selectAny(db, key).executeTakeFirstOrThrow())
}

/** The row `for update`: of two people clicking at once one wins and one is told. */
export async function lockAgreement(tx: Tx, key: Key, person: Person): Promise<AgreementRecord> {
  const row = await selectAgreement(tx, key, person).forUpdate('a').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** All that the student has or had. */
export async function lockAgreementsOf(tx: Tx, { school, id }: Key): Promise<AgreementCase[]> {
  const rows = await selectStored(tx)
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(parseCase)
}

/** The agreement of this pair that lets the employer send nothing new (R3); a paper one is not the employer's to know of. */
export async function findKeptOf(
  db: Db,
  of: { readonly school: string; readonly studentIds: readonly string[]; readonly employerId: string },
): Promise<ReadonlyMap<string, { readonly number: string }>> {
  const kept = await db
    .selectFrom('agreements')
    .where('schoolId', '=', of.school)
    .where(sql<boolean>`student_id = any(${of.studentIds}::uuid[])`)
    .where('employerId', '=', of.employerId)
    .where('kind', '=', 'online')
    .where(statusIn('status', HOLDS_PLACEMENT))
    .select(['studentId', 'number'])
    .execute()
  return new Map(kept.map(({ studentId, number }) => [studentId, { number }]))
}

const rowOf = (of: AgreementCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    number: of.number,
    kind: of.kind,
    studentId: of.studentId,
    studentVersion: of.studentVersion,
    collegeId: of.collegeId,
    decidedBy: [...of.decidedBy],
    employerId: of.employerId,
    invitationId: of.invitationId,
    noticeId: of.noticeId,
    signedOn: of.signedOn,
    status: of.status,
    version: of.version,
    levels: [...of.levels],
    level: of.level,
    terms: JSON.stringify(of.terms),
    termsHash: of.termsHash,
    termsVersion: of.termsVersion,
    amendment: of.amendment,
    amendmentTerms: of.amendmentTerms && JSON.stringify(of.amendmentTerms),
    amendmentHash: of.amendmentHash,
    cancellationBy: of.cancellationBy,
    dissolutionId: of.dissolutionId,
    dissolutionRules: JSON.stringify(of.dissolutionRules),
    sealRules: of.sealRules && JSON.stringify(of.sealRules),
    sealBy: of.sealBy,
    sealReminders: [...of.sealReminders],
    sealedAt: of.sealedAt,
    fulfilmentBy: of.fulfilment?.by ?? null,
    fulfilmentAnswerBy: of.fulfilment?.answerBy ?? null,
    fulfilmentAgainOn: of.fulfilmentAgainOn,
    waitingFor: of.waitingFor,
    waitingSince: of.waitingSince,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.student.name),
    employerFolded: foldText(of.snapshot.employer.name),
    formedAt: of.formedAt,
    effectiveAt: of.effectiveAt,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<AgreementCase, 'dissolving' | 'fulfilment', 'studentFolded' | 'employerFolded'> &
    Record<keyof Asked, unknown>

const insertAgreement = insertInto('agreements')
const updateAgreement = updateOf('agreements')

/** The new state, or a new agreement; the terms and particulars that are replaced are kept. The caller journals it. */
export async function saveAgreement(tx: Tx, { before, after, step }: AgreementChange): Promise<void> {
  if (!before) {
    await tx.executeQuery(insertAgreement(rowOf(after)))
    return
  }
  if (step && after.termsVersion > before.termsVersion) await keepReplaced(tx, before, step.at)
  const key = { school: before.schoolId, id: before.id }
  await tx.executeQuery(updateAgreement(key, differing(rowOf(before), rowOf(after))))
}
