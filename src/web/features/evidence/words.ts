import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const evidenceWords = area(zh, () => import('./words.en.ts'))
