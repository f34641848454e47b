import { area } from '../../words/area.ts'
import { zh } from './event-words.zh.ts'

export const eventWords = area(zh, () => import('./event-words.en.ts'))
