import type { Language } from './language.ts'
import { en } from './sheets.en.ts'
import { zh } from './sheets.zh.ts'

/** What is said of the cells of any sheet, and of where they stand. */
export const SHEET_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
export const HEADING = { 'zh-CN': 'zh', en: 'en' } as const

/** What is wrong with a cell, and where it stands: `第 12 行 C 列“性别”：请填写此项`. */
export function placed(
  { row, column }: { readonly row: number; readonly column: string | null },
  { name, said }: { readonly name: string; readonly said: string },
  language: Language,
): string {
  const { at, says } = SHEET_WORDS[language]
  return `${at(row, column, name)}${says}${said}`
}
