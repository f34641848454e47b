import type { ToDo } from '../../../contracts/students.ts'
import type { ToBeWon } from '../../../domain/employment.ts'

export const zh = {
  title: '首页',
  data: '基本信息管理',
  myTurn: '等我办理',
  nothingToDo: '现在没有需要您办理的事项。有了新的邀约或审核结果，会在这里和“消息”里告诉您。',
  ask: {
    'answer-invitation': '请应约或拒绝',
    'answer-amendment': '协议修改，请答复',
    'answer-cancellation': '申请撤销协议，请答复',
    'answer-fulfilment': '请确认是否已报到',
    'correct-paper': '纸质签约退回，请补正',
    'answer-dissolution': '单位提出解约，请答复',
    'correct-destination': '去向退回，请补正',
    'resubmit-correction': '信息更正退回，请补充',
  } satisfies Record<ToDo['ask'], string>,
  confirm: {
    title: '请核验将要上报的毕业去向',
    text: (day: string) => `核对后确认，或告诉学校这不是您的真实去向，${day} 截止。`,
    open: '去核验',
  },
  since: (day: string) => `${day} 起`,
  until: (day: string) => `${day} 截止`,
  wasUntil: (day: string) => `已逾期（${day} 截止），仍可答复`,
  toCase: { agreement: '查看协议与鉴证进度', destination: '查看去向登记与审核进度' },
  toSign: '签约待办',
  toSignHint: '当前已收邀约待办单位数',
  toDissolve: '解约待办',
  toDissolveHint: '等您处理的解约申请数',
  shortCode: '签约短码',
  shortCodeHint: '把短码告诉用人单位，对方即可向您发出邀约',
  employmentHint: {
    unplaced: '还没有登记任何去向。收到邀约后可在“电子签约”中应约，也可登记纸质签约或其他去向。',
    declared: '您登记了暂未就业的去向。之后仍可签约，或登记其他去向。',
  } satisfies Record<ToBeWon, string>,
}
