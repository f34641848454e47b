import type { AdmissionCase } from '../admission/case.ts'
import { newAgreement } from '../agreement/acts.ts'
import type { AgreementCase } from '../agreement/case.ts'
import { agreementWaitsFor } from '../agreement/life.ts'
import { OUR_PATTERN } from '../agreement/number-pattern.ts'
import type { RosterChange } from '../correction/asked.ts'
import type { CorrectionCase } from '../correction/case.ts'
import { correctionWaitsFor, isOpen } from '../correction/life.ts'
import type { DestinationCase } from '../destination/case.ts'
import { destinationWaitsFor } from '../destination/life.ts'
import type { KeptRules } from '../dissolution/asking.ts'
import type { DissolutionCase } from '../dissolution/case.ts'
import { dissolutionWaitsFor } from '../dissolution/life.ts'
import type { EmployerFacts } from '../employer-facts.ts'
import { withResidentCheck } from '../identifiers.ts'
import type { InvitationCase } from '../invitation/case.ts'
import type { Acting } from '../review.ts'
import type { RosterValues } from '../roster/columns.ts'
import type { Terms } from '../terms.ts'

/** One of each kind of case, between the same people, to be changed by a test. */
export const AT = new Date('2026-06-01T12:00:00+08:00')
export const BEFORE = new Date('2026-05-20T09:00:00+08:00')

export const by = {
  student: { role: 'student', level: null, at: AT },
  employer: { role: 'employer', level: null, at: AT },
  college: { role: 'reviewer', level: 'college', at: AT },
  school: { role: 'reviewer', level: 'school', at: AT },
} as const satisfies Record<string, Acting>

export const TERMS: Terms = {
  position: '工程师',
  jobCategory: '13',
  probationDays: 30,
  probationPay: 700_000,
  regularPay: 850_000,
  penalty: 0,
  reportBy: '2026-07-10',
  regionCode: '420111',
  regionName: '武汉市洪山区',
  workAddress: '',
  contactName: '张先生',
  contactPhone: '021-34643643',
  remarks: [],
  clauses: [],
  file: { method: 'employer', receiver: '', address: '', postcode: '', contactName: '', contactPhone: '' },
  household: { accepted: false, address: '' },
  contractMonths: null,
  serviceMonths: null,
  benefits: '',
  housing: '',
}

/** What the numbers of these agreements are made of. */
export const NUMBERING = { pattern: OUR_PATTERN, year: 2026, level: '31' } as const

export const NOT_SEALED = { sealAfterReview: false, sealReminderDays: 3, sealReminders: 3 } as const

export const KEPT_RULES: KeptRules = { answerDays: 7, coolDownDays: 0, breachLimit: null, requestLimit: 5 }

const STUDENT = { name: '黄河水', studentNumber: '2022010001', college: '一院', major: '计算机' }
const EMPLOYER = { name: '星光集团', creditCode: '91420100MA4DEM00X0' }

export const agreement = (change: Partial<AgreementCase> = {}): AgreementCase => {
  const made: AgreementCase = {
    ...newAgreement(
      'online',
      {
        schoolId: '10488',
        id: 'a1',
        studentId: 's1',
        studentVersion: 1,
        collegeId: '01',
        employerId: 'e1',
        invitationId: 'i1',
        signedOn: null,
        snapshot: { student: STUDENT, employer: EMPLOYER },
        levels: ['college', 'school'],
        dissolutionRules: KEPT_RULES,
        sealRules: null,
        noticeId: null,
        numbering: NUMBERING,
        terms: TERMS,
        termsHash: 'h1',
      },
      BEFORE,
    ),
    number: '1202610488000001',
    ...change,
  }
  return { ...made, dissolving: made.dissolutionId !== null, waitingFor: agreementWaitsFor(made) }
}

export const invitation = (change: Partial<InvitationCase> = {}): InvitationCase => ({
  schoolId: '10488',
  id: 'i1',
  studentId: 's1',
  studentName: STUDENT.name,
  employerId: 'e1',
  employerName: EMPLOYER.name,
  status: 'pending',
  version: 1,
  respondBy: '2026-06-05',
  terms: TERMS,
  termsHash: 'h1',
  termsVersion: 1,
  minDays: 1,
  maxDays: 30,
  declineNeedsReason: false,
  dissolutionRules: KEPT_RULES,
  sealRules: null,
  reason: null,
  sentAt: BEFORE,
  endedAt: null,
  ...change,
})

export const dissolution = (change: Partial<DissolutionCase> = {}): DissolutionCase => {
  const made: DissolutionCase = {
    schoolId: '10488',
    id: 'd1',
    agreementId: 'a1',
    studentId: 's1',
    employerId: 'e1',
    collegeId: '01',
    decidedBy: [],
    number: '1202610488000001',
    snapshot: { student: STUDENT, employer: EMPLOYER },
    kind: 'consent',
    askedBy: 'student',
    ground: 'other-offer',
    reason: '另有安排',
    fault: 'student',
    status: 'awaiting_counterparty',
    version: 1,
    levels: ['college', 'school'],
    level: 0,
    answerBy: '2026-06-05',
    answer: null,
    answeredAt: null,
    decision: null,
    waitingFor: null,
    waitingSince: BEFORE,
    proofCode: 'p',
    askedAt: BEFORE,
    endedAt: null,
    ...change,
  }
  return { ...made, waitingFor: dissolutionWaitsFor(made) }
}

export const destination = (change: Partial<DestinationCase> = {}): DestinationCase => {
  const made: DestinationCase = {
    schoolId: '10488',
    id: 't1',
    studentId: 's1',
    collegeId: '01',
    decidedBy: [],
    route: 'destination',
    category: '801',
    categoryNames: { name: '研究生', nameEn: 'Postgraduate study' },
    headline: '珞珈大学',
    form: [],
    details: {},
    snapshot: STUDENT,
    status: 'in_review',
    version: 1,
    levels: ['college', 'school'],
    level: 0,
    voiding: false,
    waitingFor: null,
    waitingSince: BEFORE,
    declaredAt: BEFORE,
    registeredAt: null,
    endedAt: null,
    ...change,
  }
  return { ...made, waitingFor: destinationWaitsFor(made) }
}

const FACTS: EmployerFacts = {
  name: EMPLOYER.name,
  kind: 'own',
  licenceNumber: '',
  scope: '软件开发',
  legalPerson: '张三',
  industry: '34',
  size: '30',
  nature: '39',
  region: '420100',
  address: '示范路 1 号',
  contactName: '李四',
  contactPhone: '027-81234567',
  contactEmail: 'hr@example.com',
}
export const employerFacts = (change: Partial<EmployerFacts> = {}): EmployerFacts => ({ ...FACTS, ...change })

export const admission = (change: Partial<AdmissionCase> = {}): AdmissionCase => ({
  schoolId: '10488',
  schoolName: '示范学院',
  employerId: 'e1',
  employerName: EMPLOYER.name,
  status: 'pending',
  version: 1,
  admittedAt: null,
  verifyDue: null,
  resumedAt: null,
  confirmedAt: null,
  barring: null,
  isKnown: false,
  appliedAt: BEFORE,
  waitingSince: BEFORE,
  reason: null,
  ...change,
})

/** What the roster says of the student of these cases. */
export const ROSTER: RosterValues = {
  studentNumber: STUDENT.studentNumber,
  name: STUDENT.name,
  documentType: 'resident_id',
  documentNumber: withResidentCheck('42011120040101001'),
  gender: '1',
  college: 'c01',
  className: '一班',
  educationLevel: '31',
  majorCode: '080901',
  majorName: STUDENT.major,
  graduationYear: '2026',
  trainingMode: '1',
}
export const OTHER_NAME: RosterChange = {
  field: 'name',
  from: { value: STUDENT.name, shown: { name: STUDENT.name, nameEn: STUDENT.name } },
  to: { value: '黄河清', shown: { name: '黄河清', nameEn: '黄河清' } },
}

export const correction = (change: Partial<CorrectionCase> = {}): CorrectionCase => {
  const made: CorrectionCase = {
    schoolId: '10488',
    id: 'k1',
    studentId: 's1',
    collegeId: '01',
    decidedBy: [],
    changes: [OTHER_NAME],
    reason: '户口簿上是这个名字',
    snapshot: STUDENT,
    status: 'in_review',
    version: 1,
    levels: ['college', 'school'],
    level: 0,
    waitingFor: null,
    waitingSince: BEFORE,
    submittedAt: BEFORE,
    endedAt: null,
    ...change,
  }
  return { ...made, waitingFor: correctionWaitsFor(made), endedAt: isOpen(made) ? null : BEFORE }
}
