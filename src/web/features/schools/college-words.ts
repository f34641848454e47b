import { area } from '../../words/area.ts'
import { zh } from './college-words.zh.ts'

export const collegeWords = area(zh, () => import('./college-words.en.ts'))
