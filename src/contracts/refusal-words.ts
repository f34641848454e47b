import type { RefusalCode } from '../domain/refusal.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words for every refusal in every language; `{{name}}` is filled from the refusal's details. */
export const REFUSAL_WORDS: Record<RefusalCode, Record<Language, string>> = {
  'not-found': {
    'zh-CN': '找不到您要的内容，或者您无权查看',
    en: 'There is no such thing here, or it is not yours to see',
  },
  'not-signed-in': { 'zh-CN': '请先登录', en: 'Please sign in first' },
  'not-allowed': { 'zh-CN': '您的账号没有这项权限', en: 'Your account may not do this' },
  'wrong-credentials': { 'zh-CN': '账号或密码不正确', en: 'The account or the password is not right' },
  'locked-out': {
    'zh-CN': '尝试次数过多，请 {{minutes}} 分钟后再试',
    en: 'Too many attempts: try again in {{minutes}} minutes',
  },
  'too-many-requests': {
    'zh-CN': '操作过于频繁，请稍后再试',
    en: 'Too many requests: try again in a moment',
  },
  'foreign-origin': {
    'zh-CN': '请求来自其他网站，已拒绝',
    en: 'The request came from another site and was refused',
  },
  'verification-needed': {
    'zh-CN': '请先完成首次登录信息验证',
    en: 'Complete the first-login verification first',
  },
  'verification-mismatch': {
    'zh-CN': '所填信息与学校生源库不一致，请核对或联系学校',
    en: 'This does not match the school roster: check it or ask your school',
  },
  'already-verified': { 'zh-CN': '您已完成信息验证', en: 'You are verified already' },
  'weak-password': {
    'zh-CN': '密码过于简单，请换一个',
    en: 'This password is too easy to guess: choose another',
  },
  'invalid-input': { 'zh-CN': '有内容填写不正确', en: 'Some of the input is not right' },
  'not-your-turn': { 'zh-CN': '当前不由您处理', en: 'It is not your turn to act' },
  'already-moved-on': {
    'zh-CN': '该事项状态已变化，无法再进行此操作',
    en: 'This has moved on: the action is no longer possible',
  },
  'content-changed': {
    'zh-CN': '内容已更新，请重新阅读',
    en: 'The content has changed: please read it again',
  },
  'reason-needed': { 'zh-CN': '请填写原因', en: 'Give a reason' },
  'invitation-expired': {
    'zh-CN': '已超过应约截止日期，视为放弃；如仍有意向，请联系单位重新邀请',
    en: 'The deadline has passed; ask the employer for a new invitation',
  },
  'deadline-may-only-move-later': {
    'zh-CN': '应约截止日期只能推迟，不能早于 {{respondBy}}',
    en: 'The deadline may only move later than {{respondBy}}',
  },
  'deadline-too-soon': {
    'zh-CN': '应约截止时间距现在至少 24 小时',
    en: 'The deadline must be at least 24 hours from now',
  },
  'deadline-out-of-limits': {
    'zh-CN': '应约期限须在 {{min}} 至 {{max}} 天之间（学校规定）',
    en: 'The school allows a deadline {{min}} to {{max}} days ahead',
  },
  'live-invitation-exists': {
    'zh-CN': '您对该学生已有一份有效邀约',
    en: 'You already have a live invitation to this student',
  },
  'student-already-placed': {
    'zh-CN': '已与「{{holder}}」签约，同一时间只能与一家单位签约',
    en: 'Already signed with {{holder}}: only one employer at a time',
  },
  'student-not-verified': {
    'zh-CN': '尚未完成首次登录信息验证',
    en: 'The first-login verification is not done',
  },
  'student-not-matched': {
    'zh-CN': '没有找到匹配的学生，请核对学校、姓名与学号',
    en: 'No student matches: check school, name and student number',
  },
  'designated-employer-only': {
    'zh-CN': '定向或委培学生只能与「{{employer}}」签约',
    en: 'A student with a designated employer may only sign with {{employer}}',
  },
  'employer-not-admitted': {
    'zh-CN': '单位「{{employer}}」尚未通过该校入驻审核或已被暂停',
    en: '{{employer}} is not admitted by this school, or is suspended',
  },
  'agreement-with-employer-in-force': {
    'zh-CN': '该学生与贵单位的协议正在审核或已生效',
    en: 'This student already has an agreement with you in review or in force',
  },
  'amendment-open': { 'zh-CN': '协议修改待学生答复，请稍候', en: 'An amendment waits for the student' },
  'no-amendment': { 'zh-CN': '没有待答复的协议修改', en: 'There is no amendment to answer' },
  'cancellation-open': {
    'zh-CN': '撤销申请待对方答复，请稍候',
    en: 'A request to cancel waits for the other side',
  },
  'no-cancellation': { 'zh-CN': '没有待答复的撤销申请', en: 'There is no request to cancel' },
  'nothing-changed': { 'zh-CN': '内容没有变化', en: 'Nothing was changed' },
  'reviewed-at-another-level': {
    'zh-CN': '当前审核环节不由您负责',
    en: 'The review that is due is not at your level',
  },
}

/** The sentence for a refusal, its details filled in. */
export const refusalText = (
  code: RefusalCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): string =>
  REFUSAL_WORDS[code][language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? ''))
