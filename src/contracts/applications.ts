import { z } from 'zod'
import { MARKS } from '../domain/application/assessment.ts'
import { APPLICATION_STATUSES, applicationLife } from '../domain/application/life.ts'
import type { OfferedTerms } from '../domain/application/offered.ts'
import { LONGEST } from '../domain/longest.ts'
import { MARK } from '../domain/mark.ts'
import { POST_STANDINGS } from '../domain/post/life.ts'
import { MOST_RESUMES } from '../domain/resume-archive/names.ts'
import {
  day,
  idParams,
  instant,
  keyParams,
  named,
  schoolCode,
  schoolNamed,
  schoolParams,
  uuid,
} from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { interviewView, proposal } from './interviews.ts'
import { invitationStatus, studentToInvite } from './invitations.ts'
import { shortPostParams } from './jobs.ts'
import { filesOfResume, resumeRead } from './resumes.ts'
import { outcomes } from './review.ts'
import { fileItself, language } from './sheets.ts'
import { shownTerms } from './terms.ts'
import { line, optionalText, search } from './typed.ts'

const tags = ['applications']
const applicationStatus = z.enum(APPLICATION_STATUSES)
const mark = z.enum(MARKS)
const after = z.union([z.literal(''), z.string().regex(MARK)]).default('')
/** A page by keys: `next` is where the next one begins; null at the end. */
const pageByKeys = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Who applies, as they were then. The school's number of a student is nobody's to know before they agree on something. */
const applicant = z.object({ name: z.string(), college: z.string(), major: z.string(), education: named })

/** What the reader may do now. */
const actions = z.array(z.enum(applicationLife.offers))

const inAllLists = {
  id: z.uuid(),
  school: schoolNamed,
  status: applicationStatus,
  version: z.int(),
  appliedAt: instant,
  /** The last day on which an answer counts as given in time; and whether it is over without one (AT-10). */
  answerBy: day,
  noAnswerYet: z.boolean(),
}

/** An application as its student's list has it. */
const myApplication = z.object({
  ...inAllLists,
  shortId: z.string(),
  title: z.string(),
  employer: z.string(),
  postStatus: z.enum(POST_STANDINGS),
  changedAt: instant,
})
export type MyApplication = z.infer<typeof myApplication>

/** And as the employer's has it. */
const applicantRow = z.object({
  ...inAllLists,
  postId: z.uuid(),
  title: z.string(),
  applicant,
  mark: mark.nullable(),
  /** What has become of the latest invitation that has come of it. */
  invitation: invitationStatus.nullable(),
  /** The interview that is arranged; null while none is. */
  interview: interviewView.pick({ status: true, beginsAt: true, endsAt: true }).nullable(),
  actions,
})
export type ApplicantRow = z.infer<typeof applicantRow>

/** An application, for its student and for its employer. */
const applicationView = z.object({
  ...inAllLists,
  serverTime: instant,
  post: z.object({ id: z.uuid(), shortId: z.string(), title: z.string(), status: z.enum(POST_STANDINGS) }),
  employer: z.object({ id: z.uuid(), name: z.string() }),
  applicant,
  /** The student's words. */
  note: z.string(),
  /** As it stood when it was sent; to the employer by looking alone. Null too where it has been removed. */
  resume: resumeRead.nullable(),
  /** As the student calls that version; null to the employer. */
  resumeName: z.string().nullable(),
  /** The employer's last words. */
  reason: z.string().nullable(),
  endedAt: instant.nullable(),
  /** The latest invitation that has come of it, and the agreement that has come of that. */
  invitation: z
    .object({ id: z.uuid(), status: invitationStatus, agreementId: z.uuid().nullable() })
    .nullable(),
  /** All that were arranged, the latest first. */
  interviews: z.array(interviewView),
  /** The employer's own; null to the student. */
  assessment: z.object({ mark: mark.nullable(), note: z.string(), version: z.int() }).nullable(),
  actions,
  timeline: z.array(timelineEntry),
})
export type ApplicationView = z.infer<typeof applicationView>

export const applyForJob = {
  method: 'POST',
  url: '/api/schools/:school/my/jobs/:shortId/apply',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Apply for a job post with a version of the résumé, which is kept as it stands; once a post',
    params: shortPostParams,
    body: z.object({ resumeId: uuid, note: optionalText(LONGEST.reason) }),
    response: { 200: applicationView },
  },
} as const satisfies Endpoint

export const listMyApplications = {
  method: 'GET',
  url: '/api/schools/:school/my/applications',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What the student has applied for, the latest first',
    params: schoolParams,
    querystring: z.object({ status: applicationStatus.optional(), after }),
    response: { 200: pageByKeys(myApplication) },
  },
} as const satisfies Endpoint

/** Which of an employer’s applications are meant; what is left out does not narrow. */
const applicantFilter = z.object({
  q: search,
  status: applicationStatus.optional(),
  post: uuid.optional(),
  school: schoolCode.optional(),
  /** A code of 学历. */
  education: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .meta({ examples: ['31'] }),
  mark: mark.optional(),
})
export type ApplicantFilter = z.output<typeof applicantFilter>
/** How many stand how, whichever state is asked for. */
const counts = z.partialRecord(applicationStatus, z.int())

export const listApplications = {
  method: 'GET',
  url: '/api/employer/applications',
  config: { access: 'employer', token: 'recruiting.read' },
  schema: {
    tags,
    summary: 'Applications for the employer’s job posts at all schools, the latest first; how many stand how',
    querystring: applicantFilter.extend({ after }),
    response: { 200: pageByKeys(applicantRow).extend({ counts }) },
  },
} as const satisfies Endpoint

export const boardOfApplications = {
  method: 'GET',
  url: '/api/employer/applications/board',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The same by their states: the latest of each, and how many there are',
    querystring: applicantFilter,
    response: {
      200: z.object({
        columns: z.array(z.object({ status: applicationStatus, items: z.array(applicantRow) })),
        counts,
      }),
    },
  },
} as const satisfies Endpoint

/** Not asked again under a key: a file is no answer that is kept. */
export const takeResumes = {
  method: 'POST',
  url: '/api/employer/applications/resumes',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'The résumés of applicants as a zip that is made while it is sent, with a manifest: each is a look, which its student reads of (AT-7)',
    body: z.object({
      filter: applicantFilter,
      /** Of what the filter means these alone. */
      items: z
        .array(z.object({ school: schoolCode, id: uuid }))
        .min(1)
        .max(MOST_RESUMES)
        .optional(),
      /** Named pieces between braces (`{POST}/{NAME}_{MAJOR}`). */
      fileNames: line(LONGEST.archiveNames),
      language,
    }),
    produces: ['application/zip'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const countApplicants = {
  method: 'GET',
  url: '/api/employer/posts/:id/applicants',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'How many have applied for a post, were invited and have signed, at all its schools',
    params: idParams,
    response: {
      200: z.object({
        counts,
        invited: z.int(),
        signed: z.int(),
      }),
    },
  },
} as const satisfies Endpoint

export const getApplication = {
  method: 'GET',
  url: '/api/schools/:school/applications/:id',
  config: { access: 'concerned', token: 'recruiting.read' },
  schema: {
    tags,
    summary: 'An application, for its student and its employer; to the employer without the résumé',
    params: keyParams,
    response: { 200: applicationView },
  },
} as const satisfies Endpoint

export const sentResume = filesOfResume('/api/schools/:school/applications/:id/resume', 'concerned', {
  tags,
  pdf: 'The résumé as it was sent, as a PDF to print; the employer has opened it before, and is told of again',
  attachment: 'The PDF that the student had attached to it',
})

const on = actsOn('applications', applicationView)
export const applicationActs = {
  look: on(
    'look',
    'employer',
    'Open it with its résumé: the student reads who has, and when (AT-7)',
    z.object({}),
  ),
  shortlist: on('shortlist', 'employer', 'Put the student on the short list', act),
  interview: on(
    'interview',
    'employer',
    'Give the student times for an interview, among which they choose',
    act.pick({ seenVersion: true }).extend(proposal.shape),
  ),
  offer: on('offer', 'employer', 'Offer the student the post; an invitation to sign can follow', act),
  decline: on('decline', 'employer', 'Decline, in words that the student reads', act),
  withdraw: on('withdraw', 'student', 'Take it back: the employer reads nothing of it any more (AT-8)', act),
} as const satisfies Record<Exclude<(typeof applicationLife.offers)[number], 'invite'>, Endpoint>

export const decideApplications = {
  method: 'POST',
  url: '/api/employer/applications/decide',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Put several on the short list or decline them: what became of each',
    body: act.pick({ reason: true }).extend({
      decision: z.enum(['shortlist', 'decline']),
      items: z
        .array(z.object({ school: schoolCode, id: uuid, seenVersion: z.int().min(1) }))
        .min(1)
        .max(100),
    }),
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

export const assessApplication = {
  method: 'PUT',
  url: '/api/schools/:school/applications/:id/assessment',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Mark an applicant, and note something for the employer’s members; the student never reads it',
    params: keyParams,
    body: z.object({
      seenVersion: z.int().min(0),
      mark: mark.nullable(),
      note: optionalText(LONGEST.reason),
    }),
    response: { 200: applicationView },
  },
} as const satisfies Endpoint

/** What a post says of the terms; what it leaves open is not there. */
const termsOffered = shownTerms
  .pick({
    position: true,
    jobCategory: true,
    regularPay: true,
    regionCode: true,
    contactName: true,
    contactPhone: true,
    benefits: true,
  })
  .partial() satisfies z.ZodType<OfferedTerms>
/** What an invitation that comes of it begins with. */
export const getApplicationInvitation = {
  method: 'GET',
  url: '/api/schools/:school/applications/:id/invitation',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The student and the post of what was offered, to write an invitation with',
    params: keyParams,
    response: { 200: z.object({ student: studentToInvite, terms: termsOffered }) },
  },
} as const satisfies Endpoint
