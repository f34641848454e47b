import * as accounts from '../../src/contracts/accounts.ts'
import * as agreements from '../../src/contracts/agreements.ts'
import * as destinations from '../../src/contracts/destinations.ts'
import * as dissolutions from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import * as evidence from '../../src/contracts/evidence.ts'
import * as invitations from '../../src/contracts/invitations.ts'
import * as notifications from '../../src/contracts/notifications.ts'
import * as paper from '../../src/contracts/paper-agreements.ts'
import * as schools from '../../src/contracts/schools.ts'
import * as people from '../../src/contracts/students.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { sampleTerms } from '../../src/server/demo/story.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'url' in value

/** Every endpoint of the product, by the name its contract gives it. */
export const ENDPOINTS: readonly (readonly [string, Endpoint])[] = [
  accounts,
  agreements,
  destinations,
  dissolutions,
  evidence,
  invitations,
  notifications,
  paper,
  people,
  schools,
].flatMap((contract) =>
  Object.entries(contract).filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1])),
)

/** A body that satisfies every endpoint at once: each takes the fields it knows. */
export const bodyForAll = (of: {
  studentId: string
  studentName: string
  agreementId: string
  school: string
}) => ({
  ...of,
  seenVersion: 1,
  reason: '测试',
  termsHash: '0'.repeat(64),
  confirmed: true,
  terms: sampleTerms('2026-07-10'),
  respondBy: '2026-06-10',
  items: [
    {
      id: of.agreementId,
      seenVersion: 1,
      school: of.school,
      ground: 'other',
      reason: '测试',
    },
  ],
  ground: 'other',
  noticeRead: true,
  fault: 'none',
  evidence: [],
  employer: { creditCode: withCreditCheck('91420100MA4BENCH0'), name: '某单位' },
  signedOn: '2026-05-20',
  category: '70',
  details: {},
  mail: ['signing'],
  portal: 'student',
  login: 'nobody',
  secret: 'not-the-secret',
  language: 'en',
  current: 'not-the-password',
  next: 'Another-Pass-2026',
  name: of.studentName,
  studentNumber: '0',
  idNumberTail: '000000',
  rosterConfirmed: true,
  electronicFormAgreed: true,
  phone: '13900000000',
  email: '',
  password: 'Another-Pass-2026',
  agreementLevels: ['school'],
  dissolutionLevels: ['school'],
  destinationLevels: ['school'],
  answerDays: 7,
  coolDownDays: 0,
  breachLimit: null,
  window: null,
  alertAt: 5,
  minDays: 1,
  defaultDays: 5,
  maxDays: 30,
  declineNeedsReason: false,
})
