import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { MARK } from '../domain/mark.ts'
import { POST_BOUNDS, POST_KINDS } from '../domain/post/content.ts'
import { RESUME_PARTS } from '../domain/resume/completeness.ts'
import {
  EXPERIENCE_KINDS,
  LANGUAGE_LEVELS,
  LONGEST_RESUME,
  RESUME_BOUNDS,
  type ResumeContact,
  type ResumeContent,
} from '../domain/resume/content.ts'
import type { ResumeSaid } from '../domain/resume/snapshot.ts'
import { AUDIENCES, CONTACT_RULES } from '../domain/resume/standing.ts'
import { instant, keyParams, named, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fileItself as binary, language } from './sheets.ts'
import {
  email,
  line,
  majorCode,
  optionalPrintedLine,
  optionalPrintedText,
  phone,
  printedLine,
} from './typed.ts'

const month = z
  .string()
  .regex(/^((19|20)\d{2}-(0[1-9]|1[0-2]))?$/)
  .default('')
  .meta({ examples: ['2025-07'] })
const two = z
  .string()
  .regex(/^(\d{2})?$/)
  .default('')
  .meta({ examples: ['13'] })
const place = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ examples: ['420100'] })
const period = { from: month, to: month }
const detail = optionalPrintedText(LONGEST_RESUME.detail)
const role = optionalPrintedLine(LONGEST_RESUME.role)

/** As a student types it: all of a version but its name. */
const resume = z.object({
  wish: z.object({
    work: z.enum(POST_KINDS).nullable().default(null),
    category: two,
    regions: z.array(place).max(RESUME_BOUNDS.regions).default([]),
    pay: z.int().min(POST_BOUNDS.pay.least).max(POST_BOUNDS.pay.most).nullable().default(null),
  }),
  summary: optionalPrintedText(LONGEST_RESUME.summary),
  experiences: z
    .array(
      z.object({
        kind: z.enum(EXPERIENCE_KINDS),
        organisation: printedLine(LONGEST_RESUME.organisation),
        role,
        ...period,
        detail,
      }),
    )
    .max(RESUME_BOUNDS.experiences),
  projects: z
    .array(z.object({ title: printedLine(LONGEST_RESUME.title), role, ...period, detail }))
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
  contact: z.object({ phone: z.union([z.literal(''), phone]), email }),
  /** Files that the student has uploaded as evidence: a picture and a PDF. */
  files: z.object({ photo: uuid.nullable(), attachment: uuid.nullable() }),
})
export type ResumeTyped = z.output<typeof resume>

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
      detail: z.string(),
    }),
  ),
  projects: z.array(z.object({ title: z.string(), role: z.string(), ...periodRead, detail: z.string() })),
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

const tags = ['resumes']
const after = z.union([z.literal(''), z.string().regex(MARK)]).default('')
const resumeName = line(LONGEST.resumeName)
const completeness = { percent: z.int(), lacking: z.array(z.enum(RESUME_PARTS)) }

/** Who may see a student's résumés. */
export const sharing = z.object({
  audience: z.enum(AUDIENCES),
  contactFrom: z.enum(CONTACT_RULES),
  version: z.int(),
})
const row = z.object({
  id: z.uuid(),
  resumeName: z.string(),
  version: z.int(),
  changedAt: instant,
  /** The one that is offered first, and that employers find. */
  isOrdinary: z.boolean(),
  ...completeness,
})
const own = z.object({ items: z.array(row), sharing })
export type OwnResumes = z.output<typeof own>

/** A version as its student reads it. */
const version = resumeRead.extend({ ...row.shape, sharing })
export type ResumeVersion = z.output<typeof version>

export const listResumes = {
  method: 'GET',
  url: '/api/schools/:school/my/resumes',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The versions of the student’s résumé 简历, and who may see them',
    params: schoolParams,
    response: { 200: own },
  },
} as const satisfies Endpoint

export const startResume = {
  method: 'POST',
  url: '/api/schools/:school/my/resumes',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Begin a version, with phone and e-mail of the account; the first is the ordinary one',
    params: schoolParams,
    body: z.object({ resumeName }),
    response: { 200: version },
  },
} as const satisfies Endpoint

export const getResume = {
  method: 'GET',
  url: '/api/schools/:school/my/resumes/:id',
  config: { access: 'student' },
  schema: { tags, summary: 'A version of the résumé', params: keyParams, response: { 200: version } },
} as const satisfies Endpoint

export const saveResume = {
  method: 'PUT',
  url: '/api/schools/:school/my/resumes/:id',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Save a version; one that was saved elsewhere meanwhile is not written over',
    params: keyParams,
    body: z.object({ seenVersion: z.int().min(1), resume }),
    response: { 200: version },
  },
} as const satisfies Endpoint

const on = <Verb extends string, Body extends z.ZodType>(verb: Verb, summary: string, body: Body) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/my/resumes/:id/${verb}`,
    config: { access: 'student' },
    schema: { tags, summary, params: keyParams, body, response: { 200: own } },
  }) as const satisfies Endpoint

export const resumeActs = {
  copy: on('copy', 'A new version that says the same', z.object({ resumeName })),
  rename: on('rename', 'Call a version something else', z.object({ resumeName })),
  'make-ordinary': on('make-ordinary', 'Offer this one first, and show it to who may look', z.object({})),
} as const

export const removeResume = {
  method: 'DELETE',
  url: '/api/schools/:school/my/resumes/:id',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Remove a version; of what was sent with it nothing is taken back',
    params: keyParams,
    response: { 200: own },
  },
} as const satisfies Endpoint

export const printResume = {
  method: 'GET',
  url: '/api/schools/:school/my/resumes/:id/pdf',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'A version as a PDF to print, which nobody seals',
    params: keyParams,
    querystring: z.object({ language }),
    produces: ['application/pdf'],
    response: { 200: binary },
  },
} as const satisfies Endpoint

export const saveSharing = {
  method: 'PUT',
  url: '/api/schools/:school/my/resume-sharing',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Say who may see the résumés, and from when on phone and e-mail',
    params: schoolParams,
    body: z.object({
      seenVersion: z.int().min(0),
      resumeAudience: z.enum(AUDIENCES),
      contactFrom: z.enum(CONTACT_RULES),
    }),
    response: { 200: own },
  },
} as const satisfies Endpoint

const look = z.object({
  employer: z.string(),
  resumeName: z.string(),
  version: z.int(),
  lookedAt: instant,
})
export type ResumeLook = z.output<typeof look>

export const listLooks = {
  method: 'GET',
  url: '/api/schools/:school/my/resume-looks',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Who has seen the student’s résumés 谁看过我, the latest first; once per viewer and day',
    params: schoolParams,
    querystring: z.object({ after }),
    response: { 200: z.object({ items: z.array(look), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint

const found = z.object({
  id: z.uuid(),
  maskedName: z.string(),
  education: education.omit({ school: true, college: true }),
  wish: resumeContent.shape.wish,
  /** Since when it says what it says. */
  shownAt: instant,
})
export type FoundResume = z.output<typeof found>

export const findResumes = {
  method: 'GET',
  url: '/api/schools/:school/resumes',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Résumés that students of a school show to the employers that it admits, the latest first',
    params: schoolParams,
    querystring: z.object({
      category: two,
      region: z.union([z.literal(''), place]).default(''),
      work: z.enum(POST_KINDS).nullable().default(null),
      /** A code of the table of education levels. */
      education: two,
      /** A code of a major, or the beginning of one. */
      majorCode: majorCode.default(''),
      after,
    }),
    response: {
      200: z.object({ items: z.array(found), next: z.string().nullable(), names: resumeRead.shape.names }),
    },
  },
} as const satisfies Endpoint

export const readResume = {
  method: 'GET',
  url: '/api/schools/:school/resumes/:id',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'A résumé that its student shows; the student reads who has looked',
    params: keyParams,
    response: { 200: resumeRead.extend({ id: z.uuid(), shownAt: instant }) },
  },
} as const satisfies Endpoint

/** A résumé's files, at an address that ends with its id or leads to it: to print, its photo, and what is attached. */
export const filesOfResume = <const Url extends string, const Access extends 'employer' | 'concerned'>(
  url: Url,
  access: Access,
  { tags, ...summary }: { readonly tags: string[]; readonly pdf: string; readonly attachment: string },
) =>
  ({
    pdf: {
      method: 'GET',
      url: `${url}/pdf`,
      config: { access },
      schema: {
        tags,
        summary: summary.pdf,
        params: keyParams,
        querystring: z.object({ language }),
        produces: ['application/pdf'],
        response: { 200: binary },
      },
    },
    photo: {
      method: 'GET',
      url: `${url}/photo`,
      config: { access },
      schema: {
        tags,
        summary: 'The photo in it',
        params: keyParams,
        produces: ['image/jpeg'],
        response: { 200: binary },
      },
    },
    attachment: {
      method: 'GET',
      url: `${url}/attachment`,
      config: { access },
      schema: {
        tags,
        summary: summary.attachment,
        params: keyParams,
        produces: ['application/pdf'],
        response: { 200: binary },
      },
    },
  }) as const satisfies Record<string, Endpoint>

export const resumeFiles = filesOfResume('/api/schools/:school/resumes/:id', 'employer', {
  tags,
  pdf: 'The same as a PDF to print',
  attachment: 'The PDF that the student has attached to it',
})
