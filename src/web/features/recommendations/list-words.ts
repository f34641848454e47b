import { area } from '../../words/area.ts'
import { zh } from './list-words.zh.ts'

/** Of lists and states: a desk shows them before any recommendation is opened. */
export const recommendationListWords = area(zh, () => import('./list-words.en.ts'))
