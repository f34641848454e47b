import { area } from '../../../words/area.ts'
import { zh } from './several-words.zh.ts'

export const severalWords = area(zh, () => import('./several-words.en.ts'))
