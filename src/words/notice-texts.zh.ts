import type { NoticeKind } from '../domain/notice-text.ts'

const dissolution = {
  effect: (agreed: string) =>
    `解约${agreed}学校鉴证通过后才完成。在此之前协议仍然有效，双方都应当履行，学生不能与其他单位签约。`,
  first: '就业协议不是劳动合同。已经报到并建立劳动关系的，请依照《劳动合同法》办理，不在这里解约。',
  penalty:
    '违约责任按协议的约定承担，违约金由双方自行结清。约定的违约金过分高于损失的，可以请求人民法院或仲裁机构适当减少。',
  noBreach: '属于协议约定的自动解除情形或法定情形的，不算违约。',
  free: '办理解约不收取任何费用。任何人不得以解约为由扣押毕业证、学位证或档案。',
}

/** The product's own words, a paragraph a line: every school begins with them. */
export const zh: Record<NoticeKind, readonly string[]> = {
  signing: [
    '有下列情形之一，书面告知对方后本协议解除：用人单位被撤销、吊销或依法宣告破产；毕业生报到时未取得毕业资格；毕业生被追究刑事责任；法律法规规定的其他情形。',
    '本协议是双方在约定期限内建立劳动人事关系的依据，不是劳动合同；报到后应依法订立劳动合同（聘用合同），届时本协议终止。',
    '双方约定以电子形式订立本协议，并以各自账号的操作作为签署；系统记录签署时间、版本与内容指纹，任何改动均可被发现。',
    '未尽事宜由双方依法另行约定。办理签约与鉴证不收取任何费用。',
  ],
  dissolution: [
    dissolution.first,
    dissolution.effect('经另一方同意、'),
    dissolution.penalty,
    dissolution.noBreach,
    '请如实填写原因，并保存通知、沟通记录、付款凭证等材料。申请、答复和审核都会记录在案，双方和学校可以查看。',
    '另一方逾期不答复的，由学校调解；协商、调解不成的，可以依法申请仲裁或者提起诉讼。',
    dissolution.free,
  ],
  'paper-dissolution': [
    dissolution.first,
    dissolution.effect('经'),
    dissolution.penalty,
    dissolution.noBreach,
    '请如实填写原因，并保存通知、沟通记录、付款凭证等材料。申请和审核都会记录在案，学校可以查看。',
    '协商不成的，可以依法申请仲裁或者提起诉讼。',
    dissolution.free,
  ],
}
