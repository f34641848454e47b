import { area } from '../../words/area.ts'
import { zh } from './class-codes-words.zh.ts'

export const classCodesWords = area(zh, () => import('./class-codes-words.en.ts'))
