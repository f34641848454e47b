import type { AgreementStanding } from '../../../domain/agreement/standing.ts'
import type { CorrectionStanding } from '../../../domain/correction/standing.ts'
import type { DestinationStanding } from '../../../domain/destination/standing.ts'
import type { DissolutionStanding } from '../../../domain/dissolution/standing.ts'
import type { InvitationStanding } from '../../../domain/invitation/standing.ts'
import type { Holder } from '../../../domain/review.ts'
import type { Due } from '../../../domain/standing.ts'

export type Who = NonNullable<Holder> | 'you'
type Said<Key extends string> = Record<Key, (by: string) => string>

const who: Record<Who, string> = {
  you: '您',
  student: '学生',
  employer: '单位',
  college: '院系',
  school: '学校',
}
const invitation: Said<InvitationStanding> = {
  sent: (by) => `${by}发出了邀约`,
  'cannot-be-answered': (by) => `${by}已有去向，暂时不能应约`,
  accepted: (by) => `${by}已同意签约，协议已形成`,
  declined: (by) => `${by}拒绝了邀约`,
  withdrawn: (by) => `${by}撤回了邀约`,
  expired: () => '截止前没有答复，邀约已过期',
}
const agreement: Said<AgreementStanding> = {
  signed: () => '双方已签约',
  registered: (by) => `${by}登记了纸质协议`,
  amendment: (by) => `${by}提出修改协议`,
  cancellation: (by) => `${by}申请撤销协议`,
  returned: (by) => `${by}退回了协议`,
  'awaiting-seal': () => '学校已审核通过，单位签章后生效',
  'seal-overdue': () => '单位逾期未签章，协议尚未生效',
  'in-force': () => '协议已生效',
  dissolving: () => '协议仍有效，正在办理解约',
  fulfilment: (by) => `${by}请学生确认是否已报到`,
  unanswered: (by) => `${by}逾期未确认是否已报到`,
  fulfilled: () => '已报到，协议已履行',
  rejected: () => '审核不通过，协议已终止',
  cancelled: () => '协议已撤销',
  dissolved: () => '协议已解约',
}
const dissolution: Said<DissolutionStanding> = {
  asked: (by) => `${by}申请解约，协议仍有效`,
  silent: (by) => `${by}逾期未答复解约申请，协议仍有效`,
  agreed: (by) => `${by}已同意解约`,
  evidence: (by) => `${by}以材料代替了答复`,
  'by-law': (by) => `${by}依法定情形申请解约`,
  'with-proof': (by) => `${by}凭单位证明申请解约`,
  completed: () => '解约已办结，协议已解除',
  refused: (by) => `${by}不同意解约，协议仍有效`,
  withdrawn: (by) => `${by}撤回了解约申请，协议仍有效`,
  rejected: () => '解约审核不通过，协议仍有效',
}
const destination: Said<DestinationStanding> = {
  'handed-in': (by) => `${by}登记了去向`,
  returned: (by) => `${by}退回了去向登记`,
  registered: () => '去向已登记',
  voiding: (by) => `${by}申请作废去向，去向仍有效`,
  rejected: () => '去向审核不通过',
  withdrawn: (by) => `${by}撤回了去向登记`,
  voided: () => '去向已作废',
  declared: (by) => `${by}登记了暂未就业`,
}
const correction: Said<CorrectionStanding> = {
  asked: (by) => `${by}申请更正信息`,
  returned: (by) => `${by}退回了更正申请`,
  corrected: () => '信息已更正',
  rejected: () => '更正申请未通过，信息保持不变',
  withdrawn: (by) => `${by}撤回了更正申请`,
}

/** Where a case stands, and whose turn it is: `you` is the reader. */
export const zh = {
  who,
  due: {
    answer: (turn: Who) => `等${who[turn]}答复`,
    review: (turn: Who) => `等${who[turn]}审核`,
    correct: (turn: Who) => `等${who[turn]}更正`,
    decide: (turn: Who) => `等${who[turn]}核实决定`,
    seal: (turn: Who) => `等${who[turn]}签章`,
  } satisfies Record<Due, (turn: Who) => string>,
  nothing: '目前无需办理',
  sentence: (what: string, next: string) => `${what}，${next}`,
  invitation,
  agreement,
  dissolution,
  destination,
  correction,
}
