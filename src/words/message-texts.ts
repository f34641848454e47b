import type { MessageKind } from '../domain/message/notices.ts'

/**
 * What a school's text says where the school has written none: Chinese only, as providers register their templates. A number
 * that everybody sees is fit for everybody's eyes: from whom and by when, and where to look.
 */
export const OUR_TEXTS: Record<MessageKind, string> = {
  'phone-code': '您的手机验证码为{{code}}，{{minutes}}分钟内有效。如非本人操作请忽略。',
  'invitation.sent': '“{{employer}}”邀请您签约，请于{{day}}前登录签约平台答复。',
  'invitation.revised': '“{{employer}}”修改了邀约，请于{{day}}前登录签约平台答复。',
  'invitation.withdrawn': '“{{employer}}”撤回了对您的邀约，详情请登录签约平台查看。',
  'invitation.ends-48h': '“{{employer}}”的邀约将于{{day}}截止，请登录签约平台答复。',
  'invitation.ends-24h': '“{{employer}}”的邀约将于{{day}}截止，请尽快登录签约平台答复。',
  'invitation.ends-2h': '“{{employer}}”的邀约即将截止（{{day}}），请立即登录签约平台答复。',
  'invitation.answerable-again': '您可以重新签约，“{{employer}}”的邀约在{{day}}前仍可答复。',
  'agreement.returned': '您的就业协议（{{number}}）被退回修改，请登录签约平台查看。',
  'agreement.rejected': '您的就业协议（{{number}}）审核未通过，请登录签约平台查看。',
  'agreement.effective': '您的就业协议（{{number}}）已经学校鉴证，正式生效。',
  'agreement.amendment-proposed': '“{{employer}}”提出修改就业协议（{{number}}），请登录签约平台答复。',
  'agreement.cancellation-asked': '“{{employer}}”申请撤销就业协议（{{number}}），请登录签约平台答复。',
  'agreement.cancelled': '您的就业协议（{{number}}）已撤销。',
  'agreement.fulfilment-asked': '请于{{day}}前登录签约平台，确认是否已到“{{employer}}”报到。',
  'agreement.fulfilment-due': '请在{{days}}天内登录签约平台，确认是否已到“{{employer}}”报到。',
  'dissolution.asked': '就业协议（{{number}}）的解约申请等您答复，请于{{day}}前登录签约平台。',
  'dissolution.asked-by-law': '有人申请解除您的就业协议（{{number}}），由学校审核，请登录签约平台查看。',
  'dissolution.answer-due': '就业协议（{{number}}）的解约申请还有{{days}}天答复期，请登录签约平台答复。',
  'dissolution.in-mediation': '就业协议（{{number}}）的解约申请已转学校调解，请登录签约平台查看。',
  'dissolution.completed': '您的就业协议（{{number}}）已解约，可以重新签约。',
  'dissolution.rejected': '就业协议（{{number}}）的解约未通过，协议继续有效。',
  'destination.returned': '您登记的去向被退回更正，请登录签约平台查看。',
  'destination.rejected': '您登记的去向审核未通过，请登录签约平台查看。',
  'destination.voided': '您登记的去向已作废，可以重新签约或登记。',
  'correction.returned': '您的信息更正被退回补充，请登录签约平台查看。',
  'correction.rejected': '您的信息更正未通过，请登录签约平台查看。',
  'student.delayed': '您的学籍状态有变更，请登录签约平台查看。',
  'student.withdrawn': '您的学籍状态有变更，请登录签约平台查看。',
}

/** Made up, for a trial: nobody's. */
export const TRIAL_VALUES: Readonly<Record<string, string>> = {
  school: '示例大学',
  code: '000000',
  minutes: '10',
  employer: '示例单位',
  number: '20260000000',
  days: '3',
  category: '升学',
}
