import type { NoticeKind } from '../../../domain/notice-text.ts'
import type { ActWords } from '../cases/act-button.tsx'

export const zh = {
  title: '须知文本',
  lead: '学生应约、双方申请或同意解约之前阅读的文字。每次保存都是新的一版，已签的协议显示签约时的版本。',
  kinds: {
    signing: '签约须知',
    dissolution: '解约须知（网上签约）',
    'paper-dissolution': '解约须知（纸质签约）',
  } satisfies Record<NoticeKind, string>,
  version: (n: number) => `第 ${n} 版`,
  ours: '系统默认文本',
  own: '学校文本',
  savedBy: (name: string, at: string) => `${name}，${at}`,
  savedByProduct: (at: string) => `系统，${at}`,
  zh: '中文',
  en: '英文',
  hint: '一段一行，只能是纯文字。',
  save: '保存为新的一版',
  saved: '已保存为新的一版',
  restore: {
    label: '恢复默认文本',
    title: '恢复系统默认文本？',
    text: '恢复后形成新的一版；以前的版本都保留。',
    done: '已恢复默认文本',
  } satisfies ActWords,
  versions: '历次版本',
  readOnly: '您可以查看；修改由学校管理员办理。',
}
