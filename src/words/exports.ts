import { type Field, isOfRoster } from '../domain/export/fields.ts'
import type { ColumnFault } from '../domain/export/template.ts'
import { isOwnKey } from '../domain/own-field/field.ts'
import { ROSTER_COLUMNS } from '../domain/roster/columns.ts'
import { en } from './exports.en.ts'
import { zh } from './exports.zh.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What is wrong with a column of a template, which is named as its reader counts: from 1. */
export function columnFaultText({ column, heading, fault }: ColumnFault, language: Language): string {
  const w = WORDS[language]
  const values = { number: column + 1, heading, said: w.fault[fault] }
  return fillIn(heading === '' ? w.unnamed : w.column, values, language)
}

/** A field of the catalogue in both languages. */
export function fieldNames({ key, called }: Field): { readonly name: string; readonly nameEn: string } {
  if (called) return { ...called }
  if (isOfRoster(key)) return { name: ROSTER_COLUMNS[key].zh, nameEn: ROSTER_COLUMNS[key].en }
  if (isOwnKey(key)) return { name: key, nameEn: key }
  if (key === 'constant') return { name: zh.constant, nameEn: en.constant }
  return { name: zh.field[key], nameEn: en.field[key] }
}
