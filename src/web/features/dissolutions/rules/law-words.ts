import { area } from '../../../words/area.ts'
import { zh } from './law-words.zh.ts'

export const lawWords = area(zh, () => import('./law-words.en.ts'))
