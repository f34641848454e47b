import { area } from '../../words/area.ts'
import { zh } from './phone-words.zh.ts'

export const phoneWords = area(zh, () => import('./phone-words.en.ts'))
