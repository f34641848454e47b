import { type RawBuilder, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'

/** Whose data are asked for; a student's besides what every account has. */
export type Whose = {
  readonly userId: string
  readonly school: string | null
  readonly studentId: string | null
}
type Table = keyof DB & string

/** Why it is not shown. */
type Left = { readonly left: string }
/** A column of `t`: as it is, opened first, shown by an expression, or not shown. */
type Column = 'shown' | 'sealed' | 'sealed-json' | RawBuilder<unknown> | Left
type KeptTable<T extends Table> = {
  /** Which rows of `t` are about this person. */
  readonly of: (whose: Whose) => RawBuilder<boolean>
  readonly columns: { readonly [C in keyof DB[T]]: Column }
}

const SECRET: Left = { left: 'by it somebody could sign in, or be known' }
const FOLDED: Left = { left: 'the same once more, as it is searched by' }
const INNER: Left = { left: 'an order or a counter of the program, and nothing about anybody' }
const ID: Left = { left: 'an id of the program, which stands for what is shown beside it' }
const RULE: Left = { left: 'a rule of the school’s that held when it began' }
const OTHERS: Left = { left: 'somebody else’s name' }

const ofUser = ({ userId }: Whose) => sql<boolean>`t.user_id = ${userId}`
const ofStudent = ({ school, studentId }: Whose) =>
  sql<boolean>`t.school_id = ${school} and t.student_id = ${studentId}`
const within = (table: Table, column: string) => (whose: Whose) =>
  sql<boolean>`t.school_id = ${whose.school} and t.${sql.ref(column)} in (
    select id from ${sql.table(table)} where school_id = ${whose.school} and student_id = ${whose.studentId})`

/** Terms without the people of the employer whom they name. */
const termsIn = (column: string) =>
  sql`t.${sql.ref(column)} - 'contactName' - 'contactPhone' #- '{file,contactName}' #- '{file,contactPhone}'`
const employer = sql`(select name from employers where id = t.employer_id)`
const TERMS_HASH: Left = { left: 'the fingerprint of the terms that are shown' }

const reviewed = {
  schoolId: 'shown',
  id: 'shown',
  collegeId: 'shown',
  decidedBy: INNER,
  readBy: INNER,
  level: 'shown',
  levels: 'shown',
  status: 'shown',
  studentId: ID,
  version: 'shown',
  waitingFor: 'shown',
  waitingSince: 'shown',
  endedAt: 'shown',
} as const

/**
 * Every table, and every column of those that say something of a person: which of it a person is shown of themselves, or why
 * not (PIPL art. 45). What is added to the schema does not compile before it is decided here.
 */
export const KEPT: { readonly [T in Table]: KeptTable<T> | Left } = {
  users: {
    of: ({ userId }) => sql`t.id = ${userId}`,
    columns: {
      portal: 'shown',
      login: 'shown',
      name: 'shown',
      schoolId: 'shown',
      collegeId: 'shown',
      employerId: sql`(select name from employers where id = t.employer_id)`,
      employerRole: 'shown',
      staffRole: 'shown',
      language: 'shown',
      disabledAt: 'shown',
      version: 'shown',
      id: 'shown',
      studentId: ID,
      loginKey: FOLDED,
      passwordHash: SECRET,
    },
  },
  students: {
    of: ({ school, studentId }) => sql`t.school_id = ${school} and t.id = ${studentId}`,
    columns: {
      schoolId: 'shown',
      studentNumber: 'shown',
      name: 'shown',
      gender: 'shown',
      documentType: 'shown',
      idNumberCipher: 'sealed',
      examNumberCipher: 'sealed',
      phoneCipher: 'sealed',
      moreCipher: 'sealed-json',
      collegeId: 'shown',
      educationLevel: 'shown',
      majorCode: 'shown',
      majorName: 'shown',
      className: 'shown',
      graduationYear: 'shown',
      trainingMode: 'shown',
      designatedEmployer: 'shown',
      shortCode: 'shown',
      enrolment: 'shown',
      onRoster: 'shown',
      verifiedAt: 'shown',
      firstLoginClosedAt: 'shown',
      activationCodeUntil: 'shown',
      version: 'shown',
      id: 'shown',
      nameFolded: FOLDED,
      idNumberIndex: SECRET,
      activationCode: SECRET,
    },
  },
  sessions: {
    of: ofUser,
    columns: {
      startedAt: 'shown',
      expiresAt: 'shown',
      enteredBy: 'shown',
      passedSecond: 'shown',
      ip: 'shown',
      userAgent: 'shown',
      id: ID,
      userId: ID,
      tokenHash: SECRET,
    },
  },
  secondFactors: {
    of: ofUser,
    columns: {
      begunAt: 'shown',
      confirmedAt: 'shown',
      secret: SECRET,
      recovery: SECRET,
      lastStep: INNER,
      userId: ID,
    },
  },
  entryLinks: {
    of: ofUser,
    columns: {
      madeAt: 'shown',
      expiresAt: 'shown',
      mailed: 'shown',
      madeBy: OTHERS,
      tokenHash: SECRET,
      userId: ID,
    },
  },
  notificationSettings: {
    of: ofUser,
    columns: {
      email: 'shown',
      pendingEmail: 'shown',
      pendingUntil: 'shown',
      mail: 'shown',
      pendingId: SECRET,
      userId: ID,
    },
  },
  notifications: {
    of: ofUser,
    columns: {
      at: 'shown',
      kind: 'shown',
      schoolId: 'shown',
      subject: 'shown',
      readAt: 'shown',
      mail: 'shown',
      mailTo: 'shown',
      mailError: 'shown',
      params: OTHERS,
      dedupe: INNER,
      nth: INNER,
      id: ID,
      userId: ID,
    },
  },
  privacyConsents: {
    of: ofUser,
    columns: {
      agreedAt: 'shown',
      withdrawnAt: 'shown',
      schoolId: 'shown',
      version: 'shown',
      ip: 'shown',
      userAgent: 'shown',
      userId: ID,
    },
  },
  privacyRequests: {
    of: ofStudent,
    columns: {
      askedAt: 'shown',
      kind: 'shown',
      reason: 'shown',
      status: 'shown',
      answerBy: 'shown',
      answer: 'shown',
      ground: 'shown',
      endedAt: 'shown',
      version: 'shown',
      schoolId: 'shown',
      snapshot: 'shown',
      id: 'shown',
      studentId: ID,
      studentFolded: FOLDED,
    },
  },
  uploadsOfHour: { of: ofUser, columns: { hour: 'shown', n: 'shown', userId: ID } },
  invitations: {
    of: ofStudent,
    columns: {
      schoolId: 'shown',
      id: 'shown',
      employerId: employer,
      status: 'shown',
      sentAt: 'shown',
      respondBy: 'shown',
      endedAt: 'shown',
      reason: 'shown',
      terms: termsIn('terms'),
      termsVersion: 'shown',
      version: 'shown',
      letGo: 'shown',
      declineNeedsReason: RULE,
      dissolutionRules: RULE,
      maxDays: RULE,
      minDays: RULE,
      studentId: ID,
      termsHash: TERMS_HASH,
    },
  },
  invitationRevisions: {
    of: within('invitations', 'invitation_id'),
    columns: {
      invitationId: 'shown',
      schoolId: 'shown',
      replacedAt: 'shown',
      respondBy: 'shown',
      terms: termsIn('terms'),
      termsVersion: 'shown',
      termsHash: TERMS_HASH,
    },
  },
  agreements: {
    of: ofStudent,
    columns: {
      ...reviewed,
      number: 'shown',
      kind: 'shown',
      employerId: employer,
      invitationId: 'shown',
      dissolutionId: 'shown',
      formedAt: 'shown',
      effectiveAt: 'shown',
      signedOn: 'shown',
      snapshot: 'shown',
      terms: termsIn('terms'),
      termsVersion: 'shown',
      amendment: 'shown',
      amendmentTerms: termsIn('amendment_terms'),
      cancellationBy: 'shown',
      fulfilmentBy: 'shown',
      fulfilmentAgainOn: 'shown',
      fulfilmentAnswerBy: 'shown',
      termsHash: TERMS_HASH,
      amendmentHash: TERMS_HASH,
      studentVersion: INNER,
      dissolutionRules: RULE,
      noticeId: RULE,
      employerFolded: FOLDED,
      studentFolded: FOLDED,
    },
  },
  agreementRevisions: {
    of: within('agreements', 'agreement_id'),
    columns: {
      agreementId: 'shown',
      schoolId: 'shown',
      replacedAt: 'shown',
      employer: 'shown',
      evidence: 'shown',
      signedOn: 'shown',
      terms: termsIn('terms'),
      termsVersion: 'shown',
      termsHash: TERMS_HASH,
    },
  },
  dissolutions: {
    of: ofStudent,
    columns: {
      ...reviewed,
      agreementId: 'shown',
      employerId: employer,
      kind: 'shown',
      askedAt: 'shown',
      askedBy: 'shown',
      ground: 'shown',
      fault: 'shown',
      reason: 'shown',
      answer: 'shown',
      answerBy: 'shown',
      answeredAt: 'shown',
      decision: 'shown',
      proofCode: 'shown',
    },
  },
  destinations: {
    of: ofStudent,
    columns: {
      ...reviewed,
      category: 'shown',
      categoryNames: 'shown',
      headline: 'shown',
      details: 'shown',
      route: 'shown',
      declaredAt: 'shown',
      registeredAt: 'shown',
      voiding: 'shown',
      snapshot: 'shown',
      form: { left: 'the questions that `details` answers, the same for everybody' },
      headlineFolded: FOLDED,
      studentFolded: FOLDED,
    },
  },
  destinationRevisions: {
    of: within('destinations', 'destination_id'),
    columns: {
      destinationId: 'shown',
      schoolId: 'shown',
      replacedAt: 'shown',
      version: 'shown',
      categoryNames: 'shown',
      details: 'shown',
      evidence: 'shown',
      form: { left: 'the questions that `details` answers, the same for everybody' },
    },
  },
  corrections: {
    of: ofStudent,
    columns: {
      ...reviewed,
      submittedAt: 'shown',
      fields: 'shown',
      changesCipher: 'sealed-json',
      reason: 'shown',
      snapshot: 'shown',
      studentFolded: FOLDED,
    },
  },
  placements: {
    of: ofStudent,
    columns: {
      schoolId: 'shown',
      kind: 'shown',
      holder: 'shown',
      takenAt: 'shown',
      agreementId: 'shown',
      destinationId: 'shown',
      onRoster: INNER,
      studentId: ID,
    },
  },
  evidence: {
    of: ({ userId }) => sql`t.uploaded_by = ${userId}`,
    columns: {
      schoolId: 'shown',
      id: 'shown',
      name: 'shown',
      mediaType: 'shown',
      size: 'shown',
      sha256: 'shown',
      uploadedAt: 'shown',
      subject: 'shown',
      state: 'shown',
      supersededAt: 'shown',
      viewSize: INNER,
      smallSize: INNER,
      position: INNER,
      uploadedBy: ID,
    },
  },
  rosterImports: {
    of: ({ userId }) => sql`t.begun_by = ${userId}`,
    columns: {
      begunAt: 'shown',
      endedAt: 'shown',
      fileName: 'shown',
      fileSize: 'shown',
      fileSha256: 'shown',
      status: 'shown',
      schoolId: 'shown',
      id: 'shown',
      begunBy: ID,
      aboutCipher: OTHERS,
      heardAt: INNER,
      rowsRead: INNER,
      newRows: INNER,
      changedRows: INNER,
      unchangedRows: INNER,
      faultyRows: INNER,
      missing: INNER,
      years: INNER,
      refusal: INNER,
      refusalDetails: INNER,
    },
  },
  recoveries: {
    of: ofStudent,
    columns: {
      startedAt: 'shown',
      askedAt: 'shown',
      approvedAt: 'shown',
      endsAt: 'shown',
      status: 'shown',
      reason: 'shown',
      refusal: 'shown',
      identifiedBy: 'shown',
      schoolId: 'shown',
      version: 'shown',
      startedBy: OTHERS,
      approvedBy: OTHERS,
      refusedBy: OTHERS,
      code: SECRET,
      id: ID,
      studentId: ID,
    },
  },
  rosterFilters: { left: 'how one of the staff reads the roster, shown there' },
  rosterColumns: { left: 'how one of the staff reads the roster, shown there' },
  termTemplates: { left: 'an employer’s own terms, which its members read' },
  invitationBatches: { left: 'an employer’s own work, which its members read' },
  invitationBatchRows: {
    left: 'what an employer typed before it was sent; what was sent is shown as an invitation',
  },
  signInRounds: { left: 'for minutes, a way to a university’s door' },
  schoolSignIns: { left: 'a school’s settings' },
  schoolSites: { left: 'a school’s settings' },
  announcements: { left: 'a school’s public words' },
  noticeTexts: { left: 'a school’s settings' },
  agreementNumberPatterns: { left: 'a school’s settings' },
  journal: { left: 'shown by itself: what was done, and who looked' },
  evidenceOpenings: { left: 'each stands in the journal too, as who looked' },
  keptAnswers: { left: 'for 48 hours, copies of answers about what is shown' },
  attempts: { left: 'counts under keyed hashes: nobody can say whose they are' },
  rosterImportRows: { left: 'for 7 days, what a file said; what was entered of it is shown' },
  noticesOfDay: { left: 'how many of the notices that are shown were of one day' },
  journalHeads: { left: 'fingerprints of the journal' },
  employers: { left: 'an employer’s own record, which its members read on its page' },
  admissions: { left: 'what a school decided of an employer' },
  admissionDecisions: { left: 'what a school decided of an employer' },
  barrings: { left: 'what a school decided of an employer, which reads it there' },
  privacyNotices: { left: 'public; who published one is known by it' },
  retentionRules: { left: 'a school’s settings' },
  rosterHeadings: { left: 'a school’s settings' },
  schools: { left: 'a school’s settings' },
  colleges: { left: 'a school’s settings' },
  agreementSerials: { left: 'counters of numbers' },
  codes: { left: 'tables that are the same for everybody' },
  installation: { left: 'of the installation' },
  instances: { left: 'of the installation' },
  dailyChecks: { left: 'of the installation' },
  secretKeys: { left: 'of the installation' },
}
