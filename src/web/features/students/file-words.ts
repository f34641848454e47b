import { area } from '../../words/area.ts'
import { zh } from './file-words.zh.ts'

export const fileWords = area(zh, () => import('./file-words.en.ts'))
