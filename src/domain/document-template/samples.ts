import type { DocumentAct, DocumentFacts } from '../agreement/document.ts'
import type { SealMark } from '../seal/seal.ts'
import type { Terms } from '../terms.ts'
import type { TemplateSample } from './template.ts'

/** Cases that never were, made of everything that can be long, rare or left out. Their numbers are of no agreement. */

/** Typst drops a character that a font lacks without a word: these are the rare ones that fonts lack first. */
export const RARE = '古丽米热·艾比布力𬭊㛃䶮'
/** Sixty characters, as the longest in the register. */
export const LONG_EMPLOYER =
  '武汉光谷东湖新技术开发区未来科技城龙山创新园智能制造与工业互联网协同创新研究院产业技术服务有限责任公司华中地区第一分公司'
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const SAMPLE_SEAL: SealMark = { id: '00000000-0000-7000-8000-000000000000', version: 1, sha256: HASH }

const SHORT: Terms = {
  position: '会计',
  jobCategory: '21',
  probationDays: 0,
  probationPay: 0,
  regularPay: 500_000,
  penalty: 0,
  reportBy: '2026-07-01',
  regionCode: '420111',
  regionName: '武汉市洪山区',
  workAddress: '',
  contactName: '李四',
  contactPhone: '027-87654321',
  remarks: [],
  clauses: [],
  file: { method: 'employer', receiver: '', address: '', postcode: '', contactName: '', contactPhone: '' },
  household: { accepted: false, address: '' },
  contractMonths: null,
  serviceMonths: null,
  benefits: '',
  housing: '',
}

/** Twenty clauses, the first as long as they may be, and every blank filled. */
const LONG: Terms = {
  ...SHORT,
  position: '高级软件开发工程师（面向智能制造的工业互联网平台方向，含驻场实施与远程运维）',
  probationDays: 180,
  probationPay: 1_234_567,
  regularPay: 98_765_432,
  penalty: 1_000_000,
  workAddress: '光谷大道与高新二路交叉口东南侧未来科技城龙山创新园一期C2栋18层1801至1809室',
  contactName: RARE,
  remarks: [
    `第1条　${'双方另行约定的事项应当写明时间、地点、数额与负担的一方，任何一方不得单独变更。'.repeat(7)}`,
    ...Array.from(
      { length: 19 },
      (_, nth) => `第${nth + 2}条　用人单位为毕业生提供宿舍，标准为${nth + 1}人间，水电费自理。`,
    ),
  ],
  clauses: ['further-study', 'civil-service', 'enlistment', 'health'],
  file: {
    method: 'employer',
    receiver: '武汉东湖新技术开发区人力资源服务中心流动人员人事档案管理处',
    address: '湖北省武汉市洪山区高新大道777号公共服务中心3号楼2层档案接收窗口',
    postcode: '430074',
    contactName: RARE,
    contactPhone: '027-65563838',
  },
  household: { accepted: true, address: '湖北省武汉市洪山区关东街道派出所集体户' },
  contractMonths: 36,
  serviceMonths: 60,
  benefits: '五险一金、补充医疗保险、年度体检、带薪年休假、餐补与交通补贴。'.repeat(6),
  housing: '前两年提供单身宿舍',
}

type Signed = Pick<DocumentAct, 'action' | 'actorName' | 'actorRole' | 'at'>
const signed = (act: Signed, seal?: SealMark): DocumentAct => ({
  ...act,
  signed: { method: 'pin', fingerprint: HASH, drawing: null, ...(seal && { seal }) },
})

const BY = { name: '李四', student: '王五', reviewer: '赵六' }
const acts = (names: typeof BY, seal?: SealMark): readonly DocumentAct[] => [
  signed(
    {
      at: '2026-06-01T01:00:00.000Z',
      action: 'invitation.send',
      actorName: names.name,
      actorRole: 'employer',
    },
    seal,
  ),
  signed({
    at: '2026-06-01T02:00:00.000Z',
    action: 'invitation.accept',
    actorName: names.student,
    actorRole: 'student',
  }),
]
const PASSED: DocumentAct = {
  at: '2026-06-02T02:00:00.000Z',
  action: 'agreement.pass',
  actorName: BY.reviewer,
  actorRole: 'reviewer',
}

export type SampleSchool = DocumentFacts['school']
const SAMPLES: Record<TemplateSample, (school: SampleSchool) => DocumentFacts> = {
  shortest: (school) => ({
    number: '1202600000000001',
    kind: 'online',
    status: 'effective',
    school,
    parties: {
      student: { name: '王五', studentNumber: '1', college: '文学院', major: '' },
      employer: { name: '星火', creditCode: '91420100MA4BENCH05' },
    },
    terms: SHORT,
    jobName: '经济业务人员',
    termsHash: HASH,
    notice: { version: 1, paragraphs: ['签约前请仔细阅读。'] },
    signedOn: null,
    formedAt: '2026-06-01T02:00:00.000Z',
    effectiveAt: '2026-06-02T02:00:00.000Z',
    endedAt: null,
    acts: [...acts(BY), PASSED],
  }),
  longest: (school) => ({
    number: '1202600000000002',
    kind: 'online',
    status: 'in_review',
    school,
    parties: {
      student: {
        name: RARE,
        studentNumber: '20220100010001',
        college: '马克思主义学院与公共管理学院联合培养中心',
        major: '信息管理与信息系统（大数据与人工智能交叉方向）',
      },
      employer: {
        name: LONG_EMPLOYER,
        creditCode: '91420100MA4BENCH05',
      },
    },
    terms: LONG,
    jobName: '工程技术人员',
    termsHash: HASH,
    notice: {
      version: 12,
      paragraphs: Array.from(
        { length: 6 },
        (_, nth) =>
          `${nth + 1}. ${'本协议是双方在约定期限内建立劳动人事关系的依据，不是劳动合同；报到后应依法订立劳动合同。'.repeat(3)}`,
      ),
    },
    signedOn: null,
    formedAt: '2026-06-01T02:00:00.000Z',
    effectiveAt: null,
    endedAt: null,
    acts: acts({ ...BY, name: RARE, student: RARE }, SAMPLE_SEAL),
  }),
  over: (school) => ({
    ...SAMPLES.shortest(school),
    number: '1202600000000003',
    status: 'dissolved',
    endedAt: '2026-06-09T02:00:00.000Z',
    schoolSeal: SAMPLE_SEAL,
    acts: [
      ...acts(BY, SAMPLE_SEAL),
      PASSED,
      {
        at: '2026-06-09T02:00:00.000Z',
        action: 'agreement.dissolve',
        actorName: '',
        actorRole: 'dissolution',
      },
    ],
  }),
}

/** What an agreement of this school might say. */
export const sampleAgreement = (sample: TemplateSample, school: SampleSchool): DocumentFacts =>
  SAMPLES[sample](school)
