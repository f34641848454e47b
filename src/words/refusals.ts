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
    'zh-CN':
      '当前去向为「{{holder}}」，同一时间只能与一家单位签约或登记一项去向；如需变更，先办理解约、撤销或作废',
    en: 'The place is held by {{holder}}: one employer or one destination at a time. To change, dissolve, cancel or void it first',
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
  'not-for-paper': {
    'zh-CN': '纸质协议不适用此操作，请由学生更正或撤销登记',
    en: 'Not for a paper agreement: the student corrects or cancels its registration',
  },
  'only-for-paper': { 'zh-CN': '此操作只适用于纸质协议', en: 'Only for a paper agreement' },
  'paper-day-in-future': {
    'zh-CN': '签约日期不能晚于今天',
    en: 'The day of signing cannot lie in the future',
  },
  'employer-name-mismatch': {
    'zh-CN': '该信用代码登记的单位名称为「{{name}}」，与所填名称不一致，请核对公章',
    en: 'This credit code belongs to {{name}}: check the name against the seal',
  },
  'agreement-in-review': {
    'zh-CN': '协议尚未鉴证通过，不能申请解约；可以撤销或等待审核结果',
    en: 'The review has not passed: cancel the agreement, or wait for the result',
  },
  'agreement-not-in-force': {
    'zh-CN': '协议不在生效状态，不能申请解约',
    en: 'The agreement is not in force',
  },
  'dissolution-open': {
    'zh-CN': '该协议的解约申请正在办理中',
    en: 'A request to dissolve it is under way',
  },
  'no-dissolution': { 'zh-CN': '没有正在办理的解约', en: 'No dissolution is under way' },
  'only-the-student-asks': {
    'zh-CN': '纸质协议只能由学生向学校申请解约',
    en: 'Only the student asks to dissolve a paper agreement, of the school',
  },
  'cooling-down': {
    'zh-CN': '对方不久前拒绝过您的解约申请，{{until}} 起可以再次申请',
    en: 'The other side refused recently: you may ask again from {{until}}',
  },
  'dissolution-window-closed': {
    'zh-CN': '学校规定的解约办理时间为 {{from}} 至 {{to}}',
    en: 'The school handles dissolutions from {{from}} to {{to}}',
  },
  'breach-limit-reached': {
    'zh-CN': '违约解约已达学校规定的 {{limit}} 次上限，请联系学校',
    en: 'The school’s limit of {{limit}} breaches is reached: ask your school',
  },
  'ground-not-offered': { 'zh-CN': '请选择适用的解约原因类别', en: 'Choose a ground that is open to you' },
  'answer-still-due': {
    'zh-CN': '对方仍在答复期内，期满未答复后学校才能以材料代替答复',
    en: 'The other side may still answer: the school steps in after the last day',
  },
  'nothing-to-correct': { 'zh-CN': '此申请没有需要更正的材料', en: 'There is no evidence to correct here' },
  'evidence-needed': { 'zh-CN': '请上传证明材料', en: 'Upload the evidence' },
  'evidence-not-found': {
    'zh-CN': '有材料已失效，请移除后重新上传',
    en: 'A file is no longer there: remove it and upload it again',
  },
  'evidence-too-large': {
    'zh-CN': '单个文件不能超过 {{most}} MB',
    en: 'A file may have {{most}} MB at most',
  },
  'evidence-empty': { 'zh-CN': '文件是空的，请重新选择', en: 'The file is empty: choose another' },
  'evidence-type-refused': {
    'zh-CN': '只接受 PDF、JPEG、PNG、HEIC、WebP 文件（按内容识别）',
    en: 'Only PDF, JPEG, PNG, HEIC and WebP files, told by their content',
  },
  'evidence-too-many': {
    'zh-CN': '已上传而未使用的文件过多，请先提交或移除一些',
    en: 'Too many files wait to be used: send or remove some first',
  },
  'evidence-broken-off': {
    'zh-CN': '上传中断，文件未保存，请重试',
    en: 'The upload broke off and nothing was kept: try again',
  },
  'category-not-offered': {
    'zh-CN': '该去向类别不能在此登记，请重新选择',
    en: 'This category cannot be registered here: choose another',
  },
  'void-open': { 'zh-CN': '作废申请正在审核', en: 'A request to void it is in review' },
  'no-void-request': { 'zh-CN': '没有待审核的作废申请', en: 'There is no request to void it' },
  'reviewed-at-another-level': {
    'zh-CN': '当前审核环节不由您负责',
    en: 'The review that is due is not at your level',
  },
}

/** Fills `{{name}}` from the values; what is not among them is left out. */
export const fillIn = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/** The sentence for a refusal, its details filled in. */
export const refusalText = (
  code: RefusalCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): string => fillIn(REFUSAL_WORDS[code][language], details)
