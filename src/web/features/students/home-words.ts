import { area } from '../../words/area.ts'
import { zh } from './home-words.zh.ts'

export const homeWords = area(zh, () => import('./home-words.en.ts'))
