import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { NO_CONTENT } from '../../src/domain/public-site.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts'
import { ELECTRONIC_FORM_EDITION } from '../../src/domain/signing/consent.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { sampleResume } from '../../src/server/testing/sample-resume.ts'

const FOLDER = join(import.meta.dirname, '../../src/contracts')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
const isEndpoint = (value: unknown): value is Endpoint =>
  isRecord(value) && typeof value.method === 'string' && typeof value.url === 'string'

/** Endpoints under the name that their contract gives them, those of a record such as the acts as `agreementActs.pass`. */
const endpointsIn = (exported: Record<string, unknown>): [string, Endpoint][] =>
  Object.entries(exported).flatMap(([name, value]): [string, Endpoint][] => {
    if (isEndpoint(value)) return [[name, value]]
    const within = isRecord(value) ? endpointsIn(value) : []
    return within.map(([inner, endpoint]) => [`${name}.${inner}`, endpoint])
  })

const contracts = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file): Promise<Record<string, unknown>> => import(join(FOLDER, file))),
)

/** Every endpoint of the product: whatever stands in a file of contracts. */
export const ENDPOINTS: readonly (readonly [string, Endpoint])[] = contracts.flatMap(endpointsIn)

/** A body that satisfies every endpoint at once: each takes the fields it knows. */
/** Times for an interview, after the instant at which these tests begin. */
export const PROPOSAL = {
  begins: ['2026-06-03T02:00:00.000Z'],
  minutes: 30,
  manner: 'onsite' as const,
  place: '一号楼 203',
  note: '',
}

export const bodyForAll = (of: {
  studentId: string
  studentName: string
  agreementId: string
  school: string
}) => ({
  ...of,
  seenVersion: 1,
  reason: '测试',
  made: 'drawn' as const,
  termsHash: '0'.repeat(64),
  confirmed: true as const,
  terms: sampleTerms('2026-07-10'),
  respondBy: '2026-06-10',
  items: [
    {
      id: of.agreementId,
      seenVersion: 1,
      noticeVersion: 1,
      school: of.school,
      ground: 'other',
      reason: '测试',
      act: 'agreement.seal',
      subject: `agreement:${of.agreementId}`,
      fingerprint: '0'.repeat(64),
    },
  ],
  pin: '804715',
  by: { method: 'pin', pin: '804715' },
  drawing: { kind: 'typed' },
  edition: ELECTRONIC_FORM_EDITION,
  agreement: of.agreementId,
  students: [of.studentId],
  collegeId: '02',
  role: 'college_reviewer',
  id: '03',
  seenName: '二院',
  code: '20002',
  nameEn: 'A school',
  administrator: { login: 'first', name: '某管理员' },
  userId: '0197a1b2-0000-7000-8000-000000000001',
  ground: 'other',
  noticeVersion: 1,
  fault: 'none',
  evidence: [],
  employer: { creditCode: withCreditCheck('91420100MA4BENCH0'), name: '某单位' },
  signedOn: '2026-05-20',
  endsOn: '2026-12-01',
  category: '70',
  details: {},
  values: { className: '二班' },
  mail: ['signing'],
  portal: 'student',
  login: 'nobody',
  secret: 'not-the-secret',
  language: 'en',
  current: 'not-the-password',
  next: 'Another-Pass-2026',
  name: of.studentName,
  span: { from: '0', to: 'z' },
  names: '{NUMBER}',
  studentNumber: '0',
  idNumberTail: '000000',
  rosterConfirmed: true,
  electronicFormAgreed: true,
  phone: '13900000000',
  email: '',
  token: 'not-a-token',
  secondFact: '',
  className: '一班',
  headings: [{ column: 'A', means: 'studentNumber' }],
  identifiedBy: '核对身份证',
  way: 'cas',
  server: 'https://cas.example.edu.cn/cas',
  clientId: '',
  agentId: '',
  claim: '',
  alsoStaff: false,
  enabled: true,
  answer: 'state=x',
  replace: false,
  documentNumber: 'E98765432',
  columns: ['name'],
  filter: { kind: 'agreement' },
  purpose: 'contact',
  password: 'Another-Pass-2026',
  kind: 'own',
  licenceNumber: '',
  scope: '技术开发',
  legalPerson: '张三',
  industry: '34',
  size: '30',
  nature: '39',
  region: '420100',
  address: '示范路 1 号',
  contactName: '李四',
  contactPhone: '027-81234567',
  contactEmail: 'hr@example.com',
  creditCode: withCreditCheck('91420100MA4BENCH0'),
  memberName: '李四',
  memberRole: 'recruiter',
  until: '2027-06-01',
  publisher: 'platform',
  seenNotice: 0,
  text: '# 一\n声明',
  textEn: '# 1\nNotice',
  responsible: '周主任 027-87001234',
  material: false,
  requestKind: 'erasure',
  majorCode: '050101',
  majorName: '汉语言文学',
  educationLevel: '31',
  colleges: ['02'],
  inUse: true,
  lawGround: 'period-not-over',
  wish: '软件开发',
  word: '该生品学兼优，予以推荐。',
  rules: { roster: null, evidence: null, account: null, document: null },
  seenRules: 0,
  seenUse: 0,
  title: '关于签约的通知',
  titleEn: '',
  body: '<p>请及时签约。</p>',
  bodyEn: '',
  author: '就业中心',
  pinned: false,
  audience: 'anybody',
  reportGround: 'fee',
  reportText: '面试时要求交费',
  takeDown: '向求职者收费',
  searchName: '软件',
  resumeId: '0197a1b2-0000-7000-8000-000000000001',
  slotId: '0197a1b2-0000-7000-8000-000000000001',
  ...PROPOSAL,
  note: '我熟悉数据库',
  mark: 'strong',
  decision: 'decline',
  resumeName: '技术岗',
  resume: sampleResume,
  resumeAudience: 'admitted',
  contactFrom: 'shortlisted',
  sought: { q: '软件', pay: 5000 },
  shownOn: null,
  ...NO_CONTENT,
  dates: [{ graduationYear: 2026, day: '2026-06-20', event: '双选会', eventEn: '' }],
  colour: null,
  accent: null,
  pictureId: null,
  host: null,
  codes: ['03'],
  parent: null,
  like: null,
  validFrom: 2020,
  validUntil: 2030,
  seen: { name: '某', nameEn: null, validFrom: null, validUntil: null },
  list: 'roster',
  fields: [],
  own: { 'own:0197a1b2-0000-7000-8000-000000000001': '英语' },
  work: 'full-time',
  wording: 'age',
  headcount: 1,
  pay: { from: 5000, to: null, months: 12 },
  regions: ['420111'],
  education: 'any',
  majors: [],
  listed: [
    {
      majorCode: '050103',
      majorName: '汉语国际教育',
      educationLevel: '31',
      colleges: ['01'],
      inUse: true,
      seenVersion: null,
    },
  ],
  description: '<p>岗位职责</p>',
  benefits: '',
  contact: { ...NO_CONTENT.contact, name: '李老师', phone: '027-81234567', email: '', shown: true },
  lastDay: '2026-06-20',
  schools: [of.school],
  rejection: 'other',
  mayRetry: false,
  blocking: [],
  doubtful: [],
  exceptions: [],
  ...DEFAULT_SETTINGS,
  version: 1,
  rows: [{ region: '420100', since: '2026-01', until: null, amount: 100_000, seen: null }],
  channel: 'sms',
  key: '',
  quietFrom: 22,
  quietUntil: 8,
  templates: [{ kind: 'phone-code', template: 'SMS_1', text: '{{code}}' }],
  notice: 'invitation.sent',
  declaration: '声明',
  declarationEn: 'Notice',
  to: '13900000000',
  digits: '',
  type: 'message.delivered',
  timestamp: '2026-06-01T02:00:00.000Z',
  data: { id: '0197a1b2-0000-7000-8000-000000000001' },
  zh: '第一段',
  en: 'One',
})
