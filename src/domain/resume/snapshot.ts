import type { Names } from '../form.ts'
import type { ResumeContact, ResumeContent } from './content.ts'

/** 教育经历, as the roster has it: the student changes nothing of it. */
export type Education = {
  readonly school: Names
  readonly level: Names
  readonly college: string
  readonly major: string
  readonly graduationYear: number
}

/** A file of a résumé: the evidence slice's, by reference. */
export type ResumeFile = { readonly id: string; readonly name: string; readonly size: number }

/** What of a version is kept in the clear where it is sent; its files stand beside it. */
export type ResumeSaid = {
  readonly resumeName: string
  readonly name: string
  readonly education: Education
  readonly content: ResumeContent
}

/** A résumé version as it stood at an instant: what an application keeps, and what is read and printed. */
export type ResumeSnapshot = {
  readonly resumeId: string
  readonly version: number
  /** As the student calls the version; an employer is not shown it. */
  readonly resumeName: string
  readonly student: { readonly id: string; readonly name: string }
  readonly education: Education
  readonly content: ResumeContent
  /** Null where the reader is not shown it. */
  readonly contact: ResumeContact | null
  readonly photo: ResumeFile | null
  readonly attachment: ResumeFile | null
}
