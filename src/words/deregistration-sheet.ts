import { type FaultyStruck, STRUCK_COLUMNS, type StruckColumn } from '../domain/deregistration/sheet.ts'
import { en } from './deregistration-sheet.en.ts'
import { zh } from './deregistration-sheet.zh.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { HEADING } from './sheets.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What we call a column. */
export const struckColumn = (key: StruckColumn, language: Language): string =>
  STRUCK_COLUMNS[key][HEADING[language]]

/** What is wrong with a cell, for whoever sees where it stands. */
export const struckFault = (of: FaultyStruck, language: Language): string =>
  fillIn(WORDS[language][of.fault], { ...of.details, value: of.value }, language)
