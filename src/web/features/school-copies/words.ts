import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const copyWords = area(zh, () => import('./words.en.ts'))
