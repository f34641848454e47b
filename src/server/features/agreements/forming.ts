import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { ReviewLevel } from '../../../domain/agreement.ts'
import { type AgreementNumber, formatAgreementNumber } from '../../../domain/identifiers.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { Tx } from '../../db/database.ts'
import { hashOf } from '../../db/journal.ts'
import type { InvitationRecord } from '../invitations/queries.ts'
import { takePlacement } from '../placements/queries.ts'
import type { Registrant } from '../students/registrant.ts'
import type { Snapshot } from './queries.ts'

/** The next number of this school, year and kind (R24): a counter in the transaction, so no number is lost or shared. */
async function allotNumber(tx: Tx, kind: AgreementNumber['kind'], school: string, year: number) {
  const { last } = await tx
    .insertInto('agreementSerials')
    .values({ schoolId: school, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'kind', 'year']).doUpdateSet({ last: sql`agreement_serials.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return formatAgreementNumber({ kind, year, school, serial: last })
}

const KINDS = { online: 1, paper: 2 } as const

type Forming = {
  readonly kind: keyof typeof KINDS
  readonly school: string
  readonly year: number
  readonly studentId: string
  readonly studentVersion: number
  readonly collegeId: string
  /** Null where a paper's employer is not on the platform. */
  readonly employerId: string | null
  readonly invitationId: string | null
  readonly signedOn: string | null
  readonly snapshot: Snapshot
  readonly terms: Terms
  readonly termsHash: string
  readonly levels: readonly ReviewLevel[]
}

/** Takes the student's one place or refuses, then gets its number and waits for its first review. */
async function form(tx: Tx, forming: Forming, at: Date) {
  const { kind, school, year, snapshot, terms, levels, ...columns } = forming
  const id = uuidv7()
  const holder = snapshot.employer.name
  await takePlacement(tx, { school, studentId: forming.studentId, ref: id, kind, holder }, at)
  // The counter is the one row that all of a school's acceptances share: taken last, held shortest.
  const number = await allotNumber(tx, KINDS[kind], school, year)
  await tx
    .insertInto('agreements')
    .values({
      ...columns,
      schoolId: school,
      id,
      number,
      kind,
      status: 'in_review',
      levels: [...levels],
      terms: JSON.stringify(terms),
      waitingFor: levels[0]!,
      waitingSince: at,
      snapshot: JSON.stringify(snapshot),
      formedAt: at,
    })
    .execute()
  return { school, id, number, levels, ...columns, snapshot }
}
export type Formed = Awaited<ReturnType<typeof form>>

/** Acceptance forms the agreement (R7). */
export const formAgreement = (tx: Tx, invitation: InvitationRecord, at: Date) =>
  form(
    tx,
    {
      kind: 'online',
      school: invitation.schoolId,
      year: invitation.graduationYear,
      studentId: invitation.studentId,
      studentVersion: invitation.studentVersion,
      collegeId: invitation.collegeId,
      employerId: invitation.employerId,
      invitationId: invitation.id,
      signedOn: null,
      snapshot: {
        student: {
          name: invitation.studentName,
          studentNumber: invitation.studentNumber,
          college: invitation.college,
          major: invitation.majorName,
        },
        employer: { name: invitation.employerName, creditCode: invitation.creditCode },
      },
      terms: invitation.terms,
      termsHash: invitation.termsHash,
      levels: invitation.settings.agreementLevels,
    },
    at,
  )

export type Paper = {
  readonly employer: Snapshot['employer'] & { readonly id: string | null }
  readonly signedOn: string
  readonly terms: Terms
}

/** The student's registration of a paper agreement forms one of kind 2 (R10). */
export const formPaperAgreement = (tx: Tx, school: string, student: Registrant, paper: Paper, at: Date) =>
  form(
    tx,
    {
      kind: 'paper',
      school,
      year: student.graduationYear,
      studentId: student.id,
      studentVersion: student.version,
      collegeId: student.collegeId,
      employerId: paper.employer.id,
      invitationId: null,
      signedOn: paper.signedOn,
      snapshot: {
        student: student.snapshot,
        employer: { name: paper.employer.name, creditCode: paper.employer.creditCode },
      },
      terms: paper.terms,
      termsHash: hashOf(paper.terms),
      levels: student.settings.agreementLevels,
    },
    at,
  )
