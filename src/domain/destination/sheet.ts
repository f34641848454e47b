import { actsAmong, actsUntil, type DocumentAct, type PlainEntry, textEntry } from '../document/entry.ts'
import type { DocumentForm } from '../document/sealed.ts'
import type { EventName } from '../event.ts'
import type { FormField } from '../form.ts'
import { Refusal } from '../refusal.ts'
import type { SealMark } from '../seal/seal.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { DESTINATION_ENDED, type DestinationStatus } from './life.ts'

/** 毕业去向登记表: what the student has registered and the school has passed, with what they have answered. */
export type SheetFacts = {
  readonly school: { readonly code: string; readonly name: string }
  readonly student: StudentSnapshot
  readonly category: { readonly code: string; readonly name: string }
  /** What was asked, by its name, and what the student has answered, as it is shown; in the order of the form. */
  readonly answers: readonly (readonly [name: string, shown: string])[]
  readonly status: DestinationStatus
  /** Instants, ISO 8601. */
  readonly declaredAt: string
  readonly registeredAt: string | null
  readonly endedAt: string | null
  /** That the school used when it was registered; nothing of it where it had none. */
  readonly schoolSeal?: SealMark | undefined
  /** The case's lines in the journal, oldest first. */
  readonly acts: readonly { readonly at: string; readonly action: EventName; readonly actorName: string }[]
}

/** Whether a field is the student's to answer: what staff fill in may change later, and is no part of the sheet. */
export const isStudents = ({ own }: Pick<FormField, 'own'>): boolean => own?.filledBy !== 'staff'

export const SHEET_ACTS = [
  'destination.declare',
  'destination.correct',
  'destination.pass',
  'destination.grant-void',
] as const satisfies readonly EventName[]
export type SheetAct = (typeof SHEET_ACTS)[number]

export const SHEET_PARTS = ['student', 'destination', 'answers'] as const
export type SheetPart = (typeof SHEET_PARTS)[number]
export const SHEET_NAMES = [
  'student',
  'studentNumber',
  'college',
  'major',
  'graduatesFrom',
  'category',
  'categoryCode',
  'declaredAt',
  'registeredAt',
  'voidedAt',
] as const
export type SheetName = (typeof SHEET_NAMES)[number]

export type SheetMark = 'voided' | null
export type SheetContent = {
  readonly studentNumber: string
  readonly schoolName: string
  readonly mark: SheetMark
  readonly registeredAt: string
  readonly voidedAt: string | null
  readonly student: readonly PlainEntry<SheetName>[]
  readonly destination: readonly PlainEntry<SheetName>[]
  readonly answers: SheetFacts['answers']
  readonly acts: readonly DocumentAct<SheetAct>[]
}

/** The same facts give the same content, whenever and by whomever it is asked for. Refuses what was never registered. */
export function registrationSheet(of: SheetFacts): SheetContent {
  const { student, school, category, registeredAt } = of
  if (registeredAt === null) throw new Refusal('pdf-not-sealed')
  const voidedAt = DESTINATION_ENDED.includes(of.status) ? of.endedAt : null
  const instant = (name: SheetName, value: string) => ({ name, as: 'instant', value }) as const
  return {
    studentNumber: student.studentNumber,
    schoolName: school.name,
    mark: voidedAt === null ? null : 'voided',
    registeredAt,
    voidedAt,
    student: [
      textEntry('student', student.name),
      textEntry('studentNumber', student.studentNumber),
      textEntry('college', student.college),
      textEntry('major', student.major),
      textEntry('graduatesFrom', school.name),
    ],
    destination: [
      textEntry('category', category.name),
      textEntry('categoryCode', category.code),
      instant('declaredAt', of.declaredAt),
      instant('registeredAt', registeredAt),
      ...(voidedAt ? [instant('voidedAt', voidedAt)] : []),
    ],
    answers: of.answers,
    acts: actsAmong(of.acts, SHEET_ACTS),
  }
}

/** The facts as they were when it was registered: what is sealed says nothing of what happened since. */
export function asRegistered<F extends SheetFacts>(of: F): F {
  const { registeredAt } = of
  if (registeredAt === null) throw new Error(`${of.student.studentNumber} has not registered this`)
  return { ...of, status: 'registered', endedAt: null, acts: actsUntil(of.acts, registeredAt) }
}

/** Which form somebody is given who asks for none: of what was voided a copy that says so. */
export const usualSheet = ({ status }: Pick<SheetFacts, 'status'>): DocumentForm =>
  DESTINATION_ENDED.includes(status) ? 'copy' : 'sealed'
