import type { AnswerFault } from '../domain/form.ts'

const answer: Record<AnswerFault, string> = {
  needed: '请填写此项',
  'not-in-form': '格式不正确',
  'day-not-meant': '这个日期离现在太远，请核对',
  'not-in-table': '请从列表中选择',
  'not-asked': '表单中没有这一项',
}

/** What is wrong with a field, and what is said where the fault is ours. */
export const zh = {
  answer,
  tooSmall: {
    string: (n: number) => `至少 ${n} 个字`,
    array: (n: number) => `至少 ${n} 项`,
    number: (n: number) => `不能小于 ${n}`,
  },
  tooBig: {
    string: (n: number) => `最多 ${n} 个字`,
    array: (n: number) => `最多 ${n} 项`,
    number: (n: number) => `不能大于 ${n}`,
  },
  hidden: (character: string, position: number) =>
    `第 ${position} 个字符（${character}）看不见或会打乱文字，请删去后重新填写`,
  unavailable: '系统暂时无法使用，您的操作没有生效，请稍后重试',
  internal: '系统出错了，您的操作没有生效，请稍后重试',
  outcomeUnknown: '系统没有等到结果，还不能确定您的操作是否已生效，请先核对当前状态',
}
