import { type AuditColumn, columnsOf, type Topic } from '../domain/audit/topics.ts'
import { en } from './audit.en.ts'
import { zh } from './audit.zh.ts'
import { en as namesEn } from './check-names.en.ts'
import { zh as namesZh } from './check-names.zh.ts'
import { listedDay, listedInstant, payText } from './figures.ts'
import type { Language } from './language.ts'

export const AUDIT_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
const NAMES: Record<Language, typeof namesZh> = { 'zh-CN': namesZh, en: namesEn }

/** By what codes of categories are called. */
export type CategoryNames = ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>

const named = (names: Readonly<Record<string, string>>, code: string) => names[code] ?? code

/** The cells of a row as they are read; what is empty stays so. */
export function saidCells(
  topic: Topic,
  cells: readonly string[],
  { language, categories }: { readonly language: Language; readonly categories: CategoryNames },
): string[] {
  const w = AUDIT_WORDS[language]
  const names = NAMES[language]
  return columnsOf(topic).map(([, form], nth) => {
    const cell = cells[nth] ?? ''
    if (cell === '') return ''
    switch (form) {
      case 'instant':
        return listedInstant(cell, language)
      case 'day':
        return listedDay(cell, language)
      case 'pay':
        return payText(Number(cell), language)
      case 'yes-no':
        return cell === 'true' ? w.yes : w.no
      case 'rule':
        return named(names.rule, cell)
      case 'check':
        return named(names.check, cell)
      case 'objection':
        return named(names.objection, cell)
      case 'category': {
        const of = categories.get(cell)
        return (language === 'en' ? of?.nameEn : of?.name) ?? cell
      }
      default:
        return cell
    }
  })
}

export const headingsOf = (topic: Topic, language: Language): string[] =>
  columnsOf(topic).map(([column]: [AuditColumn, unknown]) => AUDIT_WORDS[language].column[column])
