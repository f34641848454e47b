import { area } from '../../words/area.ts'
import { zh } from './bell-words.zh.ts'

export const bellWords = area(zh, () => import('./bell-words.en.ts'))
