import { type RawBuilder, sql } from 'kysely'
import type { LeftOut } from '../../../domain/school-copy/left.ts'
import type { DB } from '../../db/schema.generated.ts'

export type Table = keyof DB & string
/** The rows of `t` that are a school's. */
type Scope = (school: string) => RawBuilder<boolean>

const ofSchool: Scope = (school) => sql`t.school_id = ${school}`
const everybodys: Scope = () => sql`true`

/**
 * Every table: whose rows of it are a school's, or why it is left out. What is added to the schema does not compile before it is
 * decided here. Students come first: each is told before any row of theirs leaves.
 */
export const COPIED = {
  students: ofSchool,
  schools: (school) => sql`t.id = ${school}`,
  colleges: ofSchool,
  majors: ofSchool,
  majorColleges: ofSchool,
  users: ofSchool,
  employers: (
    school,
  ) => sql`exists (select from admissions d where d.school_id = ${school} and d.employer_id = t.id)
    or exists (select from agreements a where a.school_id = ${school} and a.employer_id = t.id)`,
  admissions: ofSchool,
  admissionDecisions: ofSchool,
  barrings: ofSchool,
  invitations: ofSchool,
  invitationRevisions: ofSchool,
  agreements: ofSchool,
  agreementRevisions: ofSchool,
  agreementNumberPatterns: ofSchool,
  agreementSerials: ofSchool,
  dissolutions: ofSchool,
  destinations: ofSchool,
  destinationRevisions: ofSchool,
  placements: ofSchool,
  transfers: ofSchool,
  transferSerials: ofSchool,
  corrections: ofSchool,
  paperForms: ofSchool,
  paperFormSerials: ofSchool,
  recommendations: ofSchool,
  recommendationEditions: ofSchool,
  documents: ofSchool,
  documentTemplates: ofSchool,
  documentTemplateUses: ofSchool,
  seals: ofSchool,
  signatures: (school) =>
    sql`t.subject in (select 'agreement:' || id from agreements where school_id = ${school}
      union all select 'invitation:' || id from invitations where school_id = ${school}
      union all select 'dissolution:' || id from dissolutions where school_id = ${school})`,
  evidence: ofSchool,
  evidenceOpenings: ofSchool,
  verificationCodes: ofSchool,
  verificationLooks: ofSchool,
  figureVersions: ofSchool,
  figureMoments: ofSchool,
  confirmationPeriods: ofSchool,
  confirmations: ofSchool,
  objections: ofSchool,
  checkRules: ofSchool,
  checkCases: ofSchool,
  checkRows: ofSchool,
  deregistrations: ofSchool,
  auditSignings: ofSchool,
  helpRecords: ofSchool,
  helpNotices: ofSchool,
  helpNoticeStudents: ofSchool,
  helpReferrals: ofSchool,
  exportTemplates: ofSchool,
  exportTemplateVersions: ofSchool,
  rosterImports: ofSchool,
  rosterHeadings: ofSchool,
  ownFields: ofSchool,
  ownFieldLists: ofSchool,
  posts: ofSchool,
  postReports: ofSchool,
  postWordings: ofSchool,
  talks: ofSchool,
  fairs: ofSchool,
  fairEntries: ofSchool,
  fairBooths: ofSchool,
  venues: ofSchool,
  venueBookings: ofSchool,
  eventSignUps: ofSchool,
  eventArrivals: ofSchool,
  guestQuotas: ofSchool,
  absences: ofSchool,
  announcements: ofSchool,
  noticeTexts: ofSchool,
  notifications: ofSchool,
  privacyNotices: ofSchool,
  privacyConsents: ofSchool,
  privacyRequests: ofSchool,
  retentionRules: ofSchool,
  schoolSites: ofSchool,
  journal: ofSchool,
  codes: everybodys,

  sessions: 'secret',
  apiTokens: 'secret',
  webhooks: 'secret',
  webhookDeliveries: 'inner',
  passkeys: 'secret',
  passkeyChallenges: 'secret',
  secondFactors: 'secret',
  signingPins: 'secret',
  entryLinks: 'secret',
  recoveries: 'secret',
  secretKeys: 'secret',
  checkpointKeys: 'secret',
  schoolSignIns: 'secret',
  signInRounds: 'secret',
  messageChannels: 'secret',
  outgoingMessages: 'secret',
  keptAnswers: 'secret',
  attempts: 'secret',
  drawings: 'personal',
  electronicConsents: 'personal',
  messageConsents: 'personal',
  notificationSettings: 'personal',
  rosterColumns: 'personal',
  rosterFilters: 'personal',
  resumes: 'personal',
  resumeSharings: 'personal',
  resumeSnapshots: 'personal',
  resumeLooks: 'personal',
  savedSearches: 'personal',
  favouritePosts: 'personal',
  eventGuests: 'personal',
  applications: 'between',
  applicationAssessments: 'between',
  applicationInvitations: 'between',
  interviews: 'between',
  interviewSlots: 'between',
  invitationBatches: 'between',
  invitationBatchRows: 'between',
  ownPosts: 'between',
  postFiles: 'between',
  termTemplates: 'between',
  figureRows: 'derived',
  figureHistory: 'derived',
  figureCommits: 'derived',
  rosterImportRows: 'derived',
  journalHeads: 'derived',
  journalLeaves: 'derived',
  journalPending: 'derived',
  journalTiles: 'derived',
  absencesCounted: 'inner',
  checkRuns: 'inner',
  confirmationRounds: 'inner',
  noticesOfDay: 'inner',
  postDays: 'inner',
  uploadsOfHour: 'inner',
  dailyChecks: 'platform',
  installation: 'platform',
  instances: 'platform',
  journalCheckpoints: 'platform',
  placeFacts: 'platform',
  sealCertificates: 'platform',
} as const satisfies { readonly [T in Table]: Scope | LeftOut }

export type CopiedTable = {
  [T in Table]: (typeof COPIED)[T] extends LeftOut ? never : T
}[Table]

/** By their names, in whichever table: what opens a door, what is searched by, and pictures that stamp or show somebody. */
export const LEFT_COLUMNS = [
  ...([
    'passwordHash',
    'activationCode',
    'codeCipher',
    'codeHash',
    'ticket',
    'proofCode',
    'sessionId',
    'drawingId',
  ] as const),
  ...([
    'loginKey',
    'nameKey',
    'idNumberIndex',
    'hardships',
    'nameFolded',
    'studentFolded',
    'employerFolded',
  ] as const),
  ...(['titleFolded', 'headlineFolded', 'askerFolded', 'aboutCipher', 'picture', 'mailTo'] as const),
] as const
type LeftColumn = (typeof LEFT_COLUMNS)[number]
/** Sealed at rest: opened where numbers are asked for whole, else left empty. */
export const SEALED_COLUMNS = [
  'idNumberCipher',
  'examNumberCipher',
  'phoneCipher',
  'moreCipher',
  'changesCipher',
] as const satisfies readonly CopiedColumn[]

export type CopiedColumn = Exclude<{ [T in CopiedTable]: keyof DB[T] }[CopiedTable], LeftColumn>

export const isCopied = (table: Table): table is CopiedTable => typeof COPIED[table] !== 'string'
export const COPIED_TABLES = (Object.keys(COPIED) as Table[]).filter(isCopied)
