import type { AgreementKind } from '../../../domain/agreement/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { StatusWords } from './statuses.ts'

const statuses: StatusWords = {
  invitationStatus: {
    pending: '待应约',
    accepted: '双方已签约',
    declined: '已拒绝',
    withdrawn: '单位已撤回',
    expired: '已过期',
  },
  agreementStatus: {
    in_review: '待学校鉴证',
    returned: '退回修改',
    effective: '签约审核通过',
    rejected: '审核不通过',
    cancelled: '已撤销',
    dissolved: '已解约',
    fulfilled: '已履行报到',
  },
  dissolutionStatus: {
    awaiting_counterparty: '待答复',
    in_mediation: '等待学校调解',
    in_review: '待学校鉴证',
    completed: '已解约',
    refused: '另一方不同意解约',
    withdrawn: '申请方已撤回',
    rejected: '鉴证不通过',
  },
  destinationStatus: {
    in_review: '待审核',
    returned: '退回待补正',
    registered: '审核通过',
    rejected: '审核不通过',
    withdrawn: '已撤回',
    voided: '已作废',
    declared: '已登记',
    voiding: '作废审核中',
  },
  employmentStatus: {
    unplaced: '未就业',
    declared: '未就业（已登记）',
    signing: '签约中，待鉴证',
    registering: '去向审核中',
    returned: '退回待补正',
    employed: '已就业',
    studying: '已升学',
    dissolving: '解约中',
    voiding: '去向作废审核中',
  },
}
const side: Record<Side, string> = { student: '学生', employer: '单位' }
const agreementKind: Record<AgreementKind, string> = { online: '电子签约', paper: '纸质签约' }

export const zh = {
  ...statuses,
  side,
  agreementKind,
  allStatuses: '全部状态',
  allColleges: '全部院系',
  student: '毕业生',
  employer: '单位名称',
  school: '学校',
  graduatedFrom: '毕业院校',
  college: '院系',
  major: '专业',
  studentNumber: '学号',
  agreementNumber: '协议书编号',
  position: '拟聘用职位',
  signedOn: '协议书签约日期',
  kindOfSigning: '签约类型',
  answer: '应约状态',
  review: '审核状态',
  waited: '已等待',
  codeLength: '统一社会信用代码应为 18 位',
  codeWrong: '统一社会信用代码有误，请对照营业执照或国家企业信用信息公示系统核对',
  timeline: '办理进度',
  since: (time: string) => `自 ${time} 起`,
  returnedBy: (name: string, time: string) => `${name} 于 ${time} 退回，需要更正：`,
  reason: '原因',
  reasonNeeded: '请填写原因',
}
