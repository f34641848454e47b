import type { NotificationKind } from '../domain/notification.ts'
import { fillIn, type Language } from './refusals.ts'

/** One sentence a kind and language, for the inbox and the e-mail; `{{name}}` is filled from the parameters. */
export const NOTIFICATION_WORDS: Record<NotificationKind, Record<Language, string>> = {
  'invitation.sent': {
    'zh-CN': '「{{employer}}」邀请您签约：{{position}}，请于 {{day}} 24 时前答复',
    en: '{{employer}} invites you to sign as {{position}}: answer by the end of {{day}}',
  },
  'invitation.revised': {
    'zh-CN': '「{{employer}}」修改了邀约（{{position}}），请重新阅读，{{day}} 24 时前答复',
    en: '{{employer}} revised its invitation ({{position}}): read it again and answer by the end of {{day}}',
  },
  'invitation.withdrawn': {
    'zh-CN': '「{{employer}}」撤回了邀约：{{reason}}',
    en: '{{employer}} withdrew its invitation: {{reason}}',
  },
  'invitation.accepted': {
    'zh-CN': '{{student}} 已同意签约，协议 {{number}} 已提交学校鉴证',
    en: '{{student}} accepted: agreement {{number}} is with the school for review',
  },
  'invitation.declined': {
    'zh-CN': '{{student}} 拒绝了邀约 {{reason}}',
    en: '{{student}} declined {{reason}}',
  },
  'invitation.expired': {
    'zh-CN': '对 {{student}} 的邀约已过期，未获答复',
    en: 'The invitation to {{student}} ended without an answer',
  },
  'invitation.ends-48h': {
    'zh-CN': '「{{employer}}」的邀约还有不到 48 小时截止（{{day}} 24 时）',
    en: 'Less than 48 hours to answer {{employer}} (end of {{day}})',
  },
  'invitation.ends-24h': {
    'zh-CN': '「{{employer}}」的邀约还有不到 24 小时截止（{{day}} 24 时）',
    en: 'Less than 24 hours to answer {{employer}} (end of {{day}})',
  },
  'invitation.ends-2h': {
    'zh-CN': '「{{employer}}」的邀约还有不到 2 小时截止（{{day}} 24 时）',
    en: 'Less than 2 hours to answer {{employer}} (end of {{day}})',
  },
  'invitation.answerable-again': {
    'zh-CN': '您可以重新签约了：「{{employer}}」的邀约仍然有效，{{day}} 24 时前可以答复',
    en: 'You may sign again: the invitation of {{employer}} is open until the end of {{day}}',
  },
  'agreement.to-review': {
    'zh-CN': '{{student}} 与「{{employer}}」的协议等待审核',
    en: 'The agreement of {{student}} with {{employer}} waits for review',
  },
  'agreement.returned': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）被退回修改：{{reason}}',
    en: 'Agreement {{number}} ({{student}} · {{employer}}) was returned: {{reason}}',
  },
  'agreement.rejected': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）审核不通过：{{reason}}',
    en: 'Agreement {{number}} ({{student}} · {{employer}}) was rejected: {{reason}}',
  },
  'agreement.effective': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）已经学校鉴证，正式生效',
    en: 'Agreement {{number}} ({{student}} · {{employer}}) is certified and in force',
  },
  'agreement.amendment-proposed': {
    'zh-CN': '「{{employer}}」提出修改协议 {{number}}，请查看改动并答复',
    en: '{{employer}} proposes to amend agreement {{number}}: read the changes and answer',
  },
  'agreement.amendment-accepted': {
    'zh-CN': '{{student}} 同意了协议 {{number}} 的修改',
    en: '{{student}} accepted the amendment of agreement {{number}}',
  },
  'agreement.amendment-declined': {
    'zh-CN': '{{student}} 不同意协议 {{number}} 的修改，原条款不变',
    en: '{{student}} declined the amendment of agreement {{number}}: the terms stand',
  },
  'agreement.cancellation-asked': {
    'zh-CN': '对方申请撤销协议 {{number}}（{{student}} · {{employer}}）：{{reason}}',
    en: 'The other side asks to cancel agreement {{number}} ({{student}} · {{employer}}): {{reason}}',
  },
  'agreement.cancelled': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）已撤销',
    en: 'Agreement {{number}} ({{student}} · {{employer}}) was cancelled',
  },
  'agreement.cancellation-declined': {
    'zh-CN': '对方不同意撤销协议 {{number}}，协议继续',
    en: 'The other side declined to cancel agreement {{number}}: it goes on',
  },
  'agreement.fulfilled': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）已记录报到',
    en: 'Agreement {{number}} ({{student}} · {{employer}}): reporting for work is recorded',
  },
  'dissolution.asked': {
    'zh-CN': '{{asker}} 申请解除协议 {{number}}：{{reason}}。请于 {{day}} 24 时前答复',
    en: '{{asker}} asks to dissolve agreement {{number}}: {{reason}}. Answer by the end of {{day}}',
  },
  'dissolution.asked-by-law': {
    'zh-CN': '{{asker}} 依法定情形申请解除协议 {{number}}，由学校审核：{{reason}}',
    en: '{{asker}} asks the school to dissolve agreement {{number}} on a statutory ground: {{reason}}',
  },
  'dissolution.answer-due': {
    'zh-CN': '协议 {{number}} 的解约申请还有 {{days}} 天答复期，逾期由学校调解',
    en: 'Days left to answer the request to dissolve agreement {{number}}: {{days}}; then the school mediates',
  },
  'dissolution.in-mediation': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）的解约申请逾期未答复，转学校调解',
    en: 'The request to dissolve agreement {{number}} ({{student}} · {{employer}}) was not answered: the school mediates',
  },
  'dissolution.agreed': {
    'zh-CN': '对方已同意解除协议 {{number}}，待学校鉴证',
    en: 'The other side agreed to dissolve agreement {{number}}: the school reviews it',
  },
  'dissolution.refused': {
    'zh-CN': '对方不同意解除协议 {{number}}：{{reason}}',
    en: 'The other side refused to dissolve agreement {{number}}: {{reason}}',
  },
  'dissolution.withdrawn': {
    'zh-CN': '对方撤回了解除协议 {{number}} 的申请，协议继续有效',
    en: 'The request to dissolve agreement {{number}} was withdrawn: it stays in force',
  },
  'dissolution.evidence-accepted': {
    'zh-CN': '学校以证明材料代替答复，协议 {{number}} 的解约进入审核：{{reason}}',
    en: 'The school accepted evidence instead of the answer on agreement {{number}}: {{reason}}',
  },
  'dissolution.to-review': {
    'zh-CN': '{{student}} 与「{{employer}}」的解约等待审核',
    en: 'The dissolution of {{student}} and {{employer}} waits for review',
  },
  'dissolution.completed': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）已解约，学生可以重新签约或登记去向',
    en: 'Agreement {{number}} ({{student}} · {{employer}}) is dissolved: the student may sign again or register a destination',
  },
  'dissolution.rejected': {
    'zh-CN': '协议 {{number}}（{{student}} · {{employer}}）的解约未通过审核，协议继续有效：{{reason}}',
    en: 'The dissolution of agreement {{number}} ({{student}} · {{employer}}) was not passed, it stays in force: {{reason}}',
  },
  'dissolution.many': {
    'zh-CN': '「{{employer}}」近期向本校 {{count}} 名学生提出解约，请关注',
    en: '{{employer}} has asked {{count}} students of this school to dissolve: please look into it',
  },
  'destination.to-review': {
    'zh-CN': '{{student}} 的去向（{{category}}）等待审核',
    en: 'The destination of {{student}} ({{categoryEn}}) waits for review',
  },
  'destination.registered': {
    'zh-CN': '您的去向（{{category}}）已审核通过',
    en: 'Your destination ({{categoryEn}}) is registered',
  },
  'destination.returned': {
    'zh-CN': '您的去向（{{category}}）被退回更正：{{reason}}',
    en: 'Your destination ({{categoryEn}}) was returned: {{reason}}',
  },
  'destination.rejected': {
    'zh-CN': '您的去向（{{category}}）审核不通过：{{reason}}',
    en: 'Your destination ({{categoryEn}}) was rejected: {{reason}}',
  },
  'destination.void-to-review': {
    'zh-CN': '{{student}} 申请作废去向（{{category}}）{{reason}}',
    en: '{{student}} asks to void a destination ({{categoryEn}}) {{reason}}',
  },
  'destination.voided': {
    'zh-CN': '您的去向（{{category}}）已作废，可以重新签约或登记',
    en: 'Your destination ({{categoryEn}}) is void: the place is free again',
  },
  'destination.void-refused': {
    'zh-CN': '作废申请未通过，去向（{{category}}）继续有效：{{reason}}',
    en: 'The request to void was refused, the destination ({{categoryEn}}) stands: {{reason}}',
  },
}

/** The sentence of a notification in one language. */
export const notificationText = (
  kind: NotificationKind,
  language: Language,
  params: Readonly<Record<string, string>>,
): string => fillIn(NOTIFICATION_WORDS[kind][language], params).trim()
