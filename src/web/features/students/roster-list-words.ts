import { area } from '../../words/area.ts'
import { zh } from './roster-list-words.zh.ts'

export const rosterListWords = area(zh, () => import('./roster-list-words.en.ts'))
