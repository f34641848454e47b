import type { EmploymentStatus } from '../../../domain/employment.ts'

export const zh = {
  title: '首页',
  data: '基本信息管理',
  toSign: '签约待办',
  toSignHint: '当前已收邀约待办单位数',
  toDissolve: '解约待办',
  toDissolveHint: '等您处理的解约申请数',
  otherToDo: '其他待办',
  agreementToDo: (n: number) => `${n} 份协议等您答复（修改、撤销或报到确认）`,
  paperToDo: (n: number) => `${n} 份纸质签约退回，等您补正`,
  destinationToDo: (n: number) => `${n} 项去向退回，等您补正`,
  shortCode: '签约短码',
  shortCodeHint: '把短码告诉用人单位，对方即可向您发出邀约',
  employmentHint: {
    unplaced: '还没有登记任何去向。收到邀约后可在“电子签约”中应约，也可登记纸质签约或其他去向。',
    declared: '您登记了暂未就业的去向。之后仍可签约，或登记其他去向。',
    signing: '协议已经形成，正在等待鉴证；鉴证通过后形成就业信息。',
    registering: '去向已提交，正在等待学校审核；审核通过后形成就业信息。',
    returned: '材料被退回，需要补正后重新提交审核。',
    employed: '就业信息已形成。',
    studying: '升学信息已形成。',
    dissolving: '解约正在办理。办理完成之前，协议仍然有效。',
    voiding: '您已申请作废该去向。学校审核通过之前，该去向仍然有效。',
  } satisfies Record<EmploymentStatus, string>,
}
