import type { purposes as zh } from './purposes.zh.ts'

export const purposes: typeof zh = {
  contact: 'To reach the student',
  identity: 'To make sure who it is',
  formality: 'For a formality',
  report: 'For a report that is due',
  other: 'Something else',
}
