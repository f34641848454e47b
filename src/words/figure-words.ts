import { payBandBounds } from '../domain/figures/dimensions.ts'
import { basisPointsOf, type Figure } from '../domain/figures/parts.ts'
import { en } from './figure-words.en.ts'
import { zh } from './figure-words.zh.ts'
import { countText } from './figures.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'

/** What figures are called and how they are defined, on pages, in pictures and in files alike. */
export const FIGURE_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What figures are called and how they are defined: what a moment keeps of these words (AT-24). */
export type FigureDefinitions = Pick<typeof zh, 'measure' | 'definition' | 'population'>
export const FIGURE_DEFINITIONS: Record<Language, FigureDefinitions> = {
  'zh-CN': definitionsIn(zh),
  en: definitionsIn(en),
}
function definitionsIn({ measure, definition, population }: FigureDefinitions): FigureDefinitions {
  return { measure, definition, population }
}

/** `87.65%`; a dash of nobody. */
export function rateText(figure: Figure): string {
  const points = basisPointsOf(figure)
  return points === null ? '—' : `${(points / 100).toFixed(2)}%`
}

/** A band of pay by its key; empty of what is none. */
export function bandText(key: string, language: Language): string {
  const bounds = payBandBounds(key)
  if (!bounds) return ''
  const { from, to } = bounds
  const { band } = FIGURE_WORDS[language]
  const said = { least: countText(from), below: to === null ? '' : countText(to) }
  if (to === null) return fillIn(band.over, said, language)
  return fillIn(from === 0 ? band.under : band.between, said, language)
}
