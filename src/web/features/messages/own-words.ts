import { area } from '../../words/area.ts'
import { zh } from './own-words.zh.ts'

export const ownMessageWords = area(zh, () => import('./own-words.en.ts'))
