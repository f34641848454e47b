import { area } from '../../words/area.ts'
import { zh } from './roster-words.zh.ts'

export const rosterWords = area(zh, () => import('./roster-words.en.ts'))
