import { area } from '../../words/area.ts'
import { zh } from './forgotten-words.zh.ts'

export const forgottenWords = area(zh, () => import('./forgotten-words.en.ts'))
