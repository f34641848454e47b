import { area } from '../../words/area.ts'
import { zh } from './tile-words.zh.ts'

export const tileWords = area(zh, () => import('./tile-words.en.ts'))
