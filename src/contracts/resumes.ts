import { z } from 'zod'
import { POST_BOUNDS, POST_KINDS } from '../domain/post/content.ts'
import {
  EXPERIENCE_KINDS,
  LANGUAGE_LEVELS,
  LONGEST_RESUME,
  RESUME_BOUNDS,
  type ResumeContact,
  type ResumeContent,
} from '../domain/resume/content.ts'
import type { ResumeSaid } from '../domain/resume/snapshot.ts'
import { named, uuid } from './atoms.ts'
import { email, optionalPrintedLine, optionalPrintedText, phone, printedLine } from './typed.ts'

const month = z
  .string()
  .regex(/^((19|20)\d{2}-(0[1-9]|1[0-2]))?$/)
  .default('')
  .meta({ examples: ['2025-07'] })
const period = { from: month, to: month }
const said = optionalPrintedText(LONGEST_RESUME.said)
const role = optionalPrintedLine(LONGEST_RESUME.role)

/** As a student types it. */
export const typedResume = {
  content: z.object({
    wish: z.object({
      work: z.enum(POST_KINDS).nullable(),
      category: z
        .string()
        .regex(/^(\d{2})?$/)
        .meta({ examples: ['13'] }),
      regions: z
        .array(
          z
            .string()
            .regex(/^\d{6}$/)
            .meta({ examples: ['420100'] }),
        )
        .max(RESUME_BOUNDS.regions),
      pay: z.int().min(POST_BOUNDS.pay.least).max(POST_BOUNDS.pay.most).nullable(),
    }),
    summary: optionalPrintedText(LONGEST_RESUME.summary),
    experiences: z
      .array(
        z.object({
          kind: z.enum(EXPERIENCE_KINDS),
          organisation: printedLine(LONGEST_RESUME.organisation),
          role,
          ...period,
          said,
        }),
      )
      .max(RESUME_BOUNDS.experiences),
    projects: z
      .array(z.object({ title: printedLine(LONGEST_RESUME.title), role, ...period, said }))
      .max(RESUME_BOUNDS.projects),
    skills: z.array(printedLine(LONGEST_RESUME.skill)).max(RESUME_BOUNDS.skills),
    certificates: z
      .array(z.object({ title: printedLine(LONGEST_RESUME.title), month }))
      .max(RESUME_BOUNDS.certificates),
    languages: z
      .array(
        z.object({
          language: printedLine(LONGEST_RESUME.skill),
          level: z.enum(LANGUAGE_LEVELS),
          proof: optionalPrintedLine(LONGEST_RESUME.title),
        }),
      )
      .max(RESUME_BOUNDS.languages),
  }),
  contact: z.object({ phone: z.union([z.literal(''), phone]), email }),
  /** Files that the student has uploaded as evidence. */
  files: z.object({ photo: uuid.nullable(), attachment: uuid.nullable() }),
}

/** As it was typed, whatever the bounds are by now. */
const periodRead = { from: z.string(), to: z.string() }
export const resumeContent = z.object({
  wish: z.object({
    work: z.enum(POST_KINDS).nullable(),
    category: z.string(),
    regions: z.array(z.string()),
    pay: z.int().nullable(),
  }),
  summary: z.string(),
  experiences: z.array(
    z.object({
      kind: z.enum(EXPERIENCE_KINDS),
      organisation: z.string(),
      role: z.string(),
      ...periodRead,
      said: z.string(),
    }),
  ),
  projects: z.array(z.object({ title: z.string(), role: z.string(), ...periodRead, said: z.string() })),
  skills: z.array(z.string()),
  certificates: z.array(z.object({ title: z.string(), month: z.string() })),
  languages: z.array(z.object({ language: z.string(), level: z.enum(LANGUAGE_LEVELS), proof: z.string() })),
}) satisfies z.ZodType<ResumeContent>
export const resumeContact = z.object({
  phone: z.string(),
  email: z.string(),
}) satisfies z.ZodType<ResumeContact>

const education = z.object({
  school: named,
  level: named,
  college: z.string(),
  major: z.string(),
  graduationYear: z.int(),
})
/** What of a snapshot is kept in the clear. */
export const resumeSaid = z.object({
  resumeName: z.string(),
  name: z.string(),
  education,
  content: resumeContent,
}) satisfies z.ZodType<ResumeSaid>

const file = z.object({ id: z.uuid(), name: z.string(), size: z.int() })
/** A résumé as it is read: by an employer without the name of its version. */
export const resumeRead = z.object({
  name: z.string(),
  education,
  content: resumeContent,
  /** Null where the reader is not shown it. */
  contact: resumeContact.nullable(),
  photo: file.nullable(),
  attachment: file.nullable(),
  /** What the codes of the wish are called: by `<table>/<code>`. */
  names: z.record(z.string(), named),
})
export type ResumeRead = z.output<typeof resumeRead>
