import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const absenceWords = area(zh, () => import('./words.en.ts'))
