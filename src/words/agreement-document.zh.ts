import type { BindingAct, DocumentMark, DocumentPart, EntryName } from '../domain/agreement/document.ts'
import type { AgreementKind } from '../domain/agreement/life.ts'
import { zh as documents } from './documents.zh.ts'
import { zh as terms } from './terms.zh.ts'

const name: Record<EntryName, string> = {
  ...terms.name,
  employer: '单位名称',
  creditCode: terms.creditCode,
  student: '姓名',
  studentNumber: '学号',
  college: '院系',
  major: '专业',
  school: '学校名称',
  schoolCode: '学校代码',
  kindOfSigning: '签约类型',
  signedOn: '协议书签约日期',
  registeredAt: '登记时间',
  formedAt: '签约时间',
  unitSealedAt: '单位签章时间',
  effectiveAt: '生效时间',
  dissolvedAt: '解约时间',
}
const part: Record<DocumentPart, string> = {
  employer: '甲方（用人单位）',
  student: '乙方（毕业生）',
  school: '鉴证方（学校）',
  terms: '协议内容',
  file: '档案与户口',
}
const mark: Record<NonNullable<DocumentMark>, string> = {
  'not-certified': '未鉴证',
  'awaiting-seal': '待单位签章',
  dissolved: '已解约',
}
const kind: Record<AgreementKind, string> = { online: '电子签约', paper: '纸质签约' }
const act: Record<BindingAct['action'], string> = {
  'invitation.send': '单位发出邀约',
  'invitation.revise': '单位修改邀约',
  'invitation.accept': '学生同意签约',
  'agreement.register': '学生登记纸质协议',
  'agreement.correct': '学生更正纸质协议登记',
  'agreement.propose-amendment': '单位提出协议修改',
  'agreement.accept-amendment': '学生同意协议修改',
  'agreement.pass': '审核通过',
  'agreement.seal': '单位签章，协议生效',
  'agreement.dissolve': '解约完成，协议解除',
}

/** 就业协议书, as a document and as a page of the site says it. */
export const zh = {
  ...documents,
  title: '就业协议书',
  number: '协议书编号',
  name,
  part,
  mark,
  kind,
  clause: terms.clause,
  fileMethod: terms.fileMethod as Readonly<Record<string, string>>,
  certified: '学校已鉴证',
  standing: {
    certified: (school: string, since: string) => `本协议已经${school}鉴证，自 ${since} 起生效。`,
    'not-certified': '本协议尚未经学校鉴证，仅供查看，不作为就业凭证。',
    'awaiting-seal': '学校已审核通过，本协议尚待单位签章；签章之前不生效，仅供查看，不作为就业凭证。',
    dissolved: (since: string, until: string) =>
      `本协议自 ${since} 起生效，已于 ${until} 解约，仅供查看，不作为就业凭证。`,
  },
  clauses: '约定条款',
  notice: (version: number) => `签约须知（签约时阅读的第 ${version} 版）`,
  acts: '签署与鉴证记录',
  act,
  notContract: '就业协议不是劳动合同。报到后请依法与单位订立劳动合同。',
  paper: '双方签署的是纸质协议；本文件是学生在线登记、学校对照原件审核的内容。',
  fingerprint: '条款指纹（SHA-256）',
}
