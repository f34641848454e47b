import { area } from '../../words/area.ts'
import { zh } from './health-words.zh.ts'

export const healthWords = area(zh, () => import('./health-words.en.ts'))
