import { area } from '../../words/area.ts'
import { zh } from './problem-words.zh.ts'

export const problemWords = area(zh, () => import('./problem-words.en.ts'))
