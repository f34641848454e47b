import { ROSTER_COLUMNS } from '../domain/roster/columns.ts'
import type { FaultyCell } from '../domain/roster/fault.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './roster.en.ts'
import { zh } from './roster.zh.ts'

export const ROSTER_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
const HEADING = { 'zh-CN': 'zh', en: 'en' } as const

/** What is wrong with a cell, and where it stands: `第 12 行 C 列「性别」：请填写此项`. */
export function faultText(faulty: FaultyCell, language: Language): string {
  const { at, fault } = ROSTER_WORDS[language]
  const heading = ROSTER_COLUMNS[faulty.key][HEADING[language]]
  const said = fillIn(fault[faulty.fault], { ...faulty.details, value: faulty.value }, language)
  return `${at(faulty.row, faulty.column, heading)}${language === 'en' ? ': ' : '：'}${said}`
}
