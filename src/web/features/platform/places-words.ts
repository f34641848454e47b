import { area } from '../../words/area.ts'
import { zh } from './places-words.zh.ts'

export const placesWords = area(zh, () => import('./places-words.en.ts'))
