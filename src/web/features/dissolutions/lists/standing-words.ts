import { area } from '../../../words/area.ts'
import { zh } from './standing-words.zh.ts'

export const standingWords = area(zh, () => import('./standing-words.en.ts'))
