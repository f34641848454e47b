import type { DocumentPart, EntryName } from '../agreement/document.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { STANDARD_CLAUSES, type StandardClause } from '../terms.ts'
import { CORNERS, cornerText, FORM_COPIES, FORM_PAGES, type FormCopy } from './corner.ts'

/** What is filled in by hand: all that the registration of a paper asks for, in the order of the online agreement's document. */
const BLANKS = {
  employer: ['employer', 'creditCode', 'contactName', 'contactPhone'],
  terms: [
    'position',
    'jobCategory',
    'regularPay',
    'probationPay',
    'probationDays',
    'penalty',
    'reportBy',
    'contractMonths',
    'serviceMonths',
    'housing',
    'region',
    'benefits',
  ],
  file: ['method', 'receiver', 'postcode', 'fileContact', 'filePhone', 'address', 'household'],
} as const satisfies Partial<Record<DocumentPart, readonly EntryName[]>>

export type FormEntry = { readonly name: EntryName; readonly value: string | null }
export type FormSheet = {
  readonly number: string
  readonly copy: FormCopy
  readonly page: number
  /** What the codes in the corners say, as one goes around the page from its top left. */
  readonly corners: readonly string[]
}
export type FormContent = {
  readonly number: string
  readonly schoolName: string
  readonly student: StudentSnapshot
  readonly parts: readonly { readonly part: DocumentPart; readonly entries: readonly FormEntry[] }[]
  readonly clauses: readonly StandardClause[]
  /** Three copies of two pages, in the order in which they are printed. */
  readonly sheets: readonly FormSheet[]
}

const blank = (name: EntryName): FormEntry => ({ name, value: null })

/** What a form says: the student and the school are printed, all else is blank. The same form gives the same content. */
export function formContent(of: {
  readonly number: string
  readonly snapshot: StudentSnapshot
  readonly school: { readonly code: string; readonly name: string }
}): FormContent {
  const { number, snapshot: student, school } = of
  const pages = Array.from({ length: FORM_PAGES }, (_, at) => at + 1)
  return {
    number,
    schoolName: school.name,
    student,
    parts: [
      { part: 'employer', entries: BLANKS.employer.map(blank) },
      {
        part: 'student',
        entries: [
          { name: 'student', value: student.name },
          { name: 'studentNumber', value: student.studentNumber },
          { name: 'college', value: student.college },
          { name: 'major', value: student.major },
        ],
      },
      {
        part: 'school',
        entries: [
          { name: 'school', value: school.name },
          { name: 'schoolCode', value: school.code },
        ],
      },
      { part: 'terms', entries: BLANKS.terms.map(blank) },
      { part: 'file', entries: BLANKS.file.map(blank) },
    ],
    clauses: STANDARD_CLAUSES,
    sheets: FORM_COPIES.flatMap((copy) =>
      pages.map((page) => ({
        number,
        copy,
        page,
        corners: CORNERS.map((corner) => cornerText({ number, copy, page, corner })),
      })),
    ),
  }
}
