import { area } from '../words/area.ts'
import { zh } from './school-words.zh.ts'

export const schoolMenu = area(zh, () => import('./school-words.en.ts'))
