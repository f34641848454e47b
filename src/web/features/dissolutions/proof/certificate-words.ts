import { area } from '../../../words/area.ts'
import { zh } from './certificate-words.zh.ts'

export const certificateWords = area(zh, () => import('./certificate-words.en.ts'))
