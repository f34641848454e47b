import type { Remover } from '../../../domain/refusal.ts'

export const zh = {
  reloadNewest: '重新载入最新内容',
  signIn: '登录',
  beginAnew: '改用现在登录的账号',
  requestId: (id: string) => `需要帮助时请提供此编号：${id}`,
  noAnswer: '服务器没有正常应答，请稍后重试；您填写的内容还在',
  whoCanHelp: {
    reader: '由您本人处理',
    student: '请联系学生',
    employer: '请联系用人单位',
    school: '请联系学校',
    nobody: '目前无法变更',
  } satisfies Record<Remover | 'reader', string>,
}
