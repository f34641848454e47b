import type { FormCause, FormStatus } from '../domain/paper-form/life.ts'
import type { Language } from './language.ts'

/** What the register calls a form's state and its cause, on pages and in the sheet alike. */
type Words = {
  readonly sheet: string
  readonly headings: readonly string[]
  readonly status: Readonly<Record<FormStatus, string>>
  readonly cause: Readonly<Record<FormCause, string>>
}

export const FORM_REGISTER: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    sheet: '纸质协议书编号台账',
    headings: [
      '编号',
      '姓名',
      '学号',
      '院系',
      '专业',
      '发放原因',
      '状态',
      '发放时间',
      '发放人',
      '办结时间',
      '办结人',
      '说明',
      '协议编号',
    ],
    status: { issued: '已发放', returned: '已收回', spoiled: '已作废', lost: '已遗失' },
    cause: { first: '初次', spoiled: '作废补发', lost: '遗失补发', again: '解约后重签' },
  },
  en: {
    sheet: 'Register of paper forms',
    headings: [
      'Number',
      'Name',
      'Student number',
      'College',
      'Major',
      'Occasion',
      'State',
      'Handed out on',
      'By',
      'Settled at',
      'By whom',
      'Why',
      'Agreement',
    ],
    status: { issued: 'Handed out', returned: 'Returned', spoiled: 'Spoiled', lost: 'Lost' },
    cause: {
      first: 'First form',
      spoiled: 'After a spoiled one',
      lost: 'After a lost one',
      again: 'After an agreement that ended',
    },
  },
}
