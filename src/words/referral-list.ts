import type { Language } from './language.ts'

type Words = {
  readonly sheet: string
  readonly headings: readonly string[]
  readonly said: { readonly agreed: string; readonly unanswered: string }
  /** Below the list: how many are not on it. */
  readonly refused: (n: number) => string
}

/** 离校未就业毕业生名单: whom a school names to the employment service of each home region. */
export const REFERRAL_LIST: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    sheet: '未就业毕业生移交名单',
    headings: [
      '生源地代码',
      '生源地',
      '学号',
      '姓名',
      '性别',
      '学历',
      '专业',
      '院系',
      '手机号码',
      '本人意见',
    ],
    said: { agreed: '同意移交', unanswered: '未表态' },
    refused: (n) => `不同意移交、未列入本名单：${n} 人`,
  },
  en: {
    sheet: 'Graduates without work, by home region',
    headings: [
      'Code of the home region',
      'Home region',
      'Student number',
      'Name',
      'Sex',
      'Education level',
      'Major',
      'College',
      'Mobile phone',
      'What they have said',
    ],
    said: { agreed: 'Agrees', unanswered: 'Has not said' },
    refused: (n) => `Do not agree, and are not on this list: ${n}`,
  },
}
