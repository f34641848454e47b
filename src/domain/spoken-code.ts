import { normalCode } from './entered.ts'

/** A code that is handed out on paper or read out. Without look-alikes; sixty bits, so that nobody finds one by trying. */
export const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const CODE_LENGTH = 12

/** A code that is shown with hyphens, whether they are typed or not. */
export const plainCode = (text: string): string => normalCode(text).replace(/-/g, '')

/** `ABCD-EFGH-JKLM`, as it is read out and typed. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
