import type { Fault, GroundCode } from '../../../domain/dissolution/grounds.ts'
import type { DissolutionKind } from '../../../domain/dissolution/life.ts'

export const zh = {
  askedBy: '解约发起人',
  kind: { consent: '协商解除', paper: '纸质协议解除', statutory: '法定解除' } satisfies Record<
    DissolutionKind,
    string
  >,
  ground: {
    'further-study': '升学录取',
    'civil-service': '录用为公务员或事业单位人员',
    enlistment: '应征入伍',
    health: '体检不合格',
    'other-offer': '另有其他就业选择',
    family: '家庭或个人原因',
    'terms-not-kept': '单位没有按约定履行',
    'post-cancelled': '岗位取消或招聘计划调整',
    'not-reported': '学生没有按约定报到',
    mutual: '双方协商一致',
    other: '其他原因',
    'employer-ended': '单位被撤销、吊销或依法宣告破产',
    'no-qualification': '报到时没有取得毕业资格',
    'criminal-sentence': '学生被依法判处刑罚',
    'other-legal': '法律法规规定的其他情形',
  } satisfies Record<GroundCode, string>,
  fault: { student: '视为学生一方违约', employer: '视为单位一方违约', none: '不属于违约' } satisfies Record<
    Fault,
    string
  >,
  due: {
    by: (day: string) => `答复截止 ${day}`,
    late: (day: string) => `已逾期：答复期 ${day} 届满`,
  },
  faultTitle: '违约责任',
  faultClaimed: {
    student: (fault: string) => `学生主张：${fault}`,
    employer: (fault: string) => `单位主张：${fault}`,
  },
  faultDecided: (fault: string) => `学校认定：${fault}`,
  faultHint: '违约责任由学校在鉴证时最后认定。',
  page: {
    title: '解约申请',
    ground: '原因类别',
    reason: '解约原因',
    asked: '申请时间',
    answer: { student: '学生的答复', employer: '单位的答复', school: '学校采信材料的说明' },
    decision: '学校审核意见',
    answerBy: '答复期限',
    left: (time: string, deadline: string) => `答复期还剩 ${time}（${deadline}）`,
    over: {
      student: '单位的答复期已满，等待学校调解。调解期间，单位仍可同意或拒绝。',
      employer: '学生的答复期已满，等待学校调解。调解期间，学生仍可同意或拒绝。',
    },
    ended: '办结时间',
    earlier: '此前申请',
    earlierCount: (n: number) => `本协议此前申请过 ${n} 次`,
    agreement: '查看协议',
    certificate: '解约办理中证明',
    dissolved: '解约证明',
    evidence: '证明材料',
  },
}
