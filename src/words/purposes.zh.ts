import type { Purpose } from '../domain/unmasking.ts'

/** For what staff looked: as they choose it, and as whoever it is about reads it. */
export const purposes = {
  contact: '联系学生',
  identity: '核对身份',
  formality: '办理手续',
  report: '按规定上报',
  other: '其他',
} satisfies Record<Purpose, string>
