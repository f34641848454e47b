import { area } from '../../words/area.ts'
import { zh } from './enter-words.zh.ts'

export const enterWords = area(zh, () => import('./enter-words.en.ts'))
