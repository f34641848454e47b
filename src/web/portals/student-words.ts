import { area } from '../words/area.ts'
import { zh } from './student-words.zh.ts'

export const studentMenu = area(zh, () => import('./student-words.en.ts'))
