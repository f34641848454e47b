import { z } from 'zod'
import { entryContent } from '../../contracts/fair-entries.ts'
import { fairContent } from '../../contracts/fairs.ts'
import { type SoughtSaved, soughtSaved } from '../../contracts/jobs.ts'
import { definitions } from '../../contracts/moments.ts'
import { ownTakes } from '../../contracts/own-fields.ts'
import { postContent } from '../../contracts/posts.ts'
import { resumeContact, resumeContent, resumeSaid } from '../../contracts/resumes.ts'
import { talkContent } from '../../contracts/talks.ts'
import type { SealRules } from '../../domain/agreement/sealing.ts'
import { TOPICS, type TopicPrint } from '../../domain/audit/topics.ts'
import type { Reported } from '../../domain/confirmation/reported.ts'
import { CORRECTABLE } from '../../domain/correction/correctable.ts'
import type { KeptRules } from '../../domain/dissolution/asking.ts'
import { EMPLOYER_KINDS, type EmployerFacts, type EmployerProfile } from '../../domain/employer-facts.ts'
import type { FairContent } from '../../domain/fair/content.ts'
import type { EntryContent } from '../../domain/fair-entry/content.ts'
import { FIRST_LOGIN_WAYS } from '../../domain/first-login.ts'
import type { Answers, FormField, Names } from '../../domain/form.ts'
import { HELP_WAYS, HELP_WISHES, type HelpContent } from '../../domain/help/record.ts'
import { FILLED_BY, type OwnKey, SEEN_BY } from '../../domain/own-field/field.ts'
import type { PostContent } from '../../domain/post/content.ts'
import type { SiteContent } from '../../domain/public-site.ts'
import type { ResumeContact, ResumeContent } from '../../domain/resume/content.ts'
import type { ResumeSaid } from '../../domain/resume/snapshot.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts'
import type { Snapshot, StudentSnapshot } from '../../domain/snapshot.ts'
import type { TalkContent } from '../../domain/talk/content.ts'
import { STANDARD_CLAUSES, type Terms } from '../../domain/terms.ts'
import type { FileReceiver } from '../../domain/transfer/receiver.ts'
import type { WeekHours } from '../../domain/venue/slot.ts'

/**
 * JSON columns as they are read: by their shape, not by the bounds of the day on which they were written. What a form may
 * say today is the contracts' to judge; what was signed stays readable.
 */
const text = z.string()
const whole = z.int()

const fileReceiver = z.object({
  method: text,
  receiver: text,
  address: text,
  postcode: text,
  contactName: text,
  contactPhone: text,
})
/** Where a transfer was said to go when its record was filled. */
export const readFileReceiver = (json: unknown): FileReceiver => fileReceiver.parse(json)
const prints = z.array(z.object({ topic: z.enum(TOPICS), rows: whole, sha256: text }))

const terms = z.object({
  position: text,
  jobCategory: text,
  probationDays: whole,
  probationPay: whole,
  regularPay: whole,
  penalty: whole,
  reportBy: text,
  regionCode: text,
  regionName: text,
  workAddress: text,
  contactName: text,
  contactPhone: text,
  remarks: z.array(text),
  clauses: z.array(z.enum(STANDARD_CLAUSES)),
  file: fileReceiver,
  household: z.object({ accepted: z.boolean(), address: text }),
  contractMonths: whole.nullable(),
  serviceMonths: whole.nullable(),
  benefits: text,
  housing: text,
})
type WritableTerms = z.infer<typeof terms>
/** How figures were named and defined when a moment was kept, in both languages. */
export const readDefinitions = (json: unknown) =>
  z.object({ 'zh-CN': definitions, en: definitions }).parse(json)
export const readTerms = (json: unknown): Terms & WritableTerms => terms.parse(json)
export const readTemplateTerms = (json: unknown): Partial<WritableTerms> => terms.partial().parse(json)

const student = z.object({ name: text, studentNumber: text, college: text, major: text })
const employer = z.object({ name: text, creditCode: text })
export const readStudent = (json: unknown): StudentSnapshot => student.parse(json)
export const readEmployer = (json: unknown): Snapshot['employer'] => employer.parse(json)
export const readSnapshot = (json: unknown): Snapshot => z.object({ student, employer }).parse(json)

const profile = z.object({
  kind: z.enum(EMPLOYER_KINDS).default('own'),
  licenceNumber: text.default(''),
  scope: text.default(''),
  legalPerson: text.default(''),
  industry: text.default(''),
  size: text.default(''),
  nature: text.default(''),
  region: text.default(''),
  address: text.default(''),
  contactName: text.default(''),
  contactPhone: text.default(''),
  contactEmail: text.default(''),
})
/** What an employer that came before there was registration has not said is empty. */
export const readProfile = (json: unknown): EmployerProfile => profile.parse(json)
export const readEmployerFacts = (json: unknown): EmployerFacts => profile.extend({ name: text }).parse(json)

const strokes = z.array(z.array(z.tuple([whole, whole])))
export const readStrokes = (json: unknown) => strokes.parse(json)

const names = z.object({ name: text, nameEn: text })
const ownAsked = z.object({
  takes: ownTakes,
  filledBy: z.enum(FILLED_BY),
  seenBy: z.enum(SEEN_BY),
})
const fields = z.array(
  z.object({
    key: text,
    name: text,
    nameEn: text,
    type: text,
    required: z.boolean(),
    headline: z.boolean().default(false),
    own: ownAsked.optional(),
  }),
)
const answers = z.record(text, z.object({ value: text, shown: names }))
const ownValues = z.record(z.templateLiteral(['own:', text]), text)
/** What stands in fields of a school's own, by their keys. */
export const readOwnValues = (json: unknown): Readonly<Record<OwnKey, string>> => ownValues.parse(json)
/** The words that a notification is written with. */
export const readParams = (json: unknown): Readonly<Record<string, string>> =>
  z.record(text, text).parse(json)
export const readNames = (json: unknown): Names => names.parse(json)
export const readForm = (json: unknown): FormField[] => fields.parse(json)
export const readPrints = (json: unknown): readonly TopicPrint[] => prints.parse(json)
export const readAnswers = (json: unknown): Answers => answers.parse(json)

/** An answer is kept as one text: `jsonb` would put its fields into an order of its own. */
export const writeAnswer = (answer: unknown): string => JSON.stringify(JSON.stringify(answer ?? null))
export const readAnswer = (json: unknown): unknown => JSON.parse(text.parse(json))

const files = z.array(z.object({ id: text, name: text }))
/** Files as a revision keeps them. */
export type KeptFiles = z.infer<typeof files>
export const readFiles = (json: unknown): KeptFiles => files.parse(json)

const levels = z.union([z.tuple([z.literal('school')]), z.tuple([z.literal('college'), z.literal('school')])])
const kept = {
  answerDays: whole,
  coolDownDays: whole,
  breachLimit: whole.nullable(),
  requestLimit: whole,
}
/** The rules on dissolving that an agreement was signed under. */
export const readKeptRules = (json: unknown): KeptRules => z.object(kept).parse(json)

/** When an agreement is sealed after its review; null where it is not. */
export const readSealRules = (json: unknown): SealRules | null =>
  z.object({ everyDays: whole, times: whole }).nullable().parse(json)

const settings = z.object({
  agreementLevels: levels,
  dissolutionLevels: levels,
  destinationLevels: levels,
  correctionLevels: levels,
  recommendationLevels: levels,
  correctable: z.array(z.enum(CORRECTABLE)),
  correctionLimit: whole,
  ...kept,
  window: z.object({ from: text, to: text }).nullable(),
  alertAt: whole,
  minDays: whole,
  defaultDays: whole,
  maxDays: whole,
  declineNeedsReason: z.boolean(),
  numberPattern: text,
  archiveNames: text,
  graduationYears: z.array(whole),
  registrationLimit: whole,
  firstLoginBy: z.enum(FIRST_LOGIN_WAYS),
  firstLoginTries: whole,
  fulfilmentDays: whole,
  sealAfterReview: z.boolean(),
  sealReminderDays: whole,
  sealReminders: whole,
  admitsKnown: z.boolean(),
  postsAtOnce: z.boolean(),
  postsADay: whole,
  applicationDays: whole,
  absenceLimit: whole.nullable(),
  absenceDays: whole,
  postChangesReviewed: z.boolean(),
  staffSecondFactor: z.boolean(),
})
const siteContent = z.object({
  intro: text,
  introEn: text,
  contact: z.object({
    office: text,
    officeEn: text,
    officePhone: text,
    officeEmail: text,
    address: text,
    addressEn: text,
    hours: text,
    hoursEn: text,
  }),
  privacyUrl: text,
  icp: text,
  police: text,
  dates: z.array(z.object({ graduationYear: whole, day: text, event: text, eventEn: text })),
})
export const readSiteContent = (json: unknown): SiteContent => siteContent.parse(json)

const reported = z.object({
  category: text,
  holder: text,
  position: text,
  region: text,
  industry: text,
  nature: text,
  pay: whole.nullable(),
})
const helpContent = z.object({
  spokeOn: text,
  spokeBy: z.enum(HELP_WAYS),
  wishFor: z.enum(HELP_WISHES).nullable(),
  offered: text,
  nextStep: text,
  nextOn: text.nullable(),
})
/** What a help record said before each correction. */
export const readHelpContents = (json: unknown): HelpContent[] => z.array(helpContent).parse(json)
export const readReported = (json: unknown): Reported => reported.parse(json)

/** What a job post says; one from before posts had files has none. */
export const readPost = (json: unknown): PostContent =>
  postContent.parse({ attachment: null, ...(json as object | undefined) })

/** What a school has decided; what it was not asked yet is as every school begins. */
export const readSettings = (json: unknown): Settings =>
  settings.parse({ ...DEFAULT_SETTINGS, ...(json as object | undefined) })

const messageTemplates = z.record(text, z.object({ template: text, text }))
/** By kind of message. */
export const readMessageTemplates = (json: unknown) => messageTemplates.parse(json)

/** What an employer says of a talk. */
export const readTalk = (json: unknown): TalkContent => talkContent.parse(json)

/** What a school says of a fair. */
export const readFair = (json: unknown): FairContent => fairContent.parse(json)
/** What an employer brings to one. */
export const readEntry = (json: unknown): EntryContent => entryContent.parse(json)

/** When a venue is open, Monday to Sunday. */
export const readHours = (json: unknown): WeekHours =>
  z.array(z.object({ from: text, until: text }).nullable()).parse(json)

/** What a student seeks. */
export const readSoughtPosts = (json: unknown): SoughtSaved => soughtSaved.parse(json)

/** What a student has written into a résumé. */
export const readResume = (json: unknown): ResumeContent => resumeContent.parse(json)
/** What a résumé said when it was sent. */
export const readResumeSaid = (json: unknown): ResumeSaid => resumeSaid.parse(json)
/** Phone and e-mail of a résumé, opened. */
export const readResumeContact = (opened: string): ResumeContact => resumeContact.parse(JSON.parse(opened))
