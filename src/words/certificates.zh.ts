import type { AgreementKind } from '../domain/agreement/life.ts'
import type {
  CertificateAct,
  CertificateKind,
  CertificateMark,
  CertificateName,
  CertificatePart,
} from '../domain/dissolution/certificate.ts'
import type { Side } from '../domain/lifecycle.ts'
import { zh as documents } from './documents.zh.ts'
import { zh as terms } from './terms.zh.ts'

const title: Record<CertificateKind, string> = { dissolving: '解约办理中证明', dissolved: '解约证明' }
const stamp: Record<CertificateKind, string> = { dissolving: '解约办理中', dissolved: '协议已解除' }
const mark: Record<NonNullable<CertificateMark>, string> = {
  dissolved: '已解约',
  'came-to-nothing': '解约未成立',
}
const part: Record<CertificatePart, string> = {
  student: '毕业生',
  employer: '用人单位',
  agreement: '就业协议',
  dissolution: '解约',
}
const name: Record<CertificateName, string> = {
  student: '姓名',
  studentNumber: '学号',
  college: '院系',
  major: '专业',
  graduatedFrom: '毕业学校',
  employer: '单位名称',
  creditCode: terms.creditCode,
  number: '协议书编号',
  kindOfSigning: '签约类型',
  effectiveAt: '生效时间',
  askedBy: '解约发起人',
  askedAt: '申请时间',
  dissolvedAt: '解除时间',
  endedAt: '办结时间',
}
const kind: Record<AgreementKind, string> = { online: '电子签约', paper: '纸质签约' }
const side: Record<Side, string> = { student: '毕业生', employer: '用人单位' }
const act: Record<CertificateAct, string> = {
  'dissolution.ask': '提出解约申请',
  'dissolution.agree': '对方同意解约',
  'dissolution.accept-evidence': '学校采信材料，代替对方答复',
  'dissolution.pass': '审核通过',
}

/** 解约办理中证明 and 解约证明, as documents and as a page of the site say them. */
export const zh = {
  ...documents,
  title,
  code: '核验码',
  stamp,
  mark,
  part,
  name,
  kind,
  side,
  acts: '办理记录',
  act,
  standing: {
    dissolving: (student: string, employer: string, number: string) =>
      `${student}同学与“${employer}”签订的就业协议（编号 ${number}）正在办理解约。`,
    dissolved: (student: string, employer: string, number: string, since: string, until: string) =>
      `${student}同学与“${employer}”签订的就业协议（编号 ${number}）自 ${since} 起生效，已于 ${until} 解除。`,
    over: {
      dissolved: (until: string) => `这次解约已于 ${until} 完成，协议已经解除；“办理中”的证明不再有效。`,
      'came-to-nothing': (until: string) =>
        `这次解约申请已于 ${until} 结束，协议没有因此解除；“办理中”的证明不再有效。`,
    },
  },
  foot: {
    dissolving: '解约完成之前，原协议仍然有效。请以核验页面显示的最新状态为准。',
    dissolved: '协议解除之后，毕业生可以与其他单位签约，或登记其他去向。',
  } satisfies Record<CertificateKind, string>,
  address: '核验地址',
}
