import { area } from '../../words/area.ts'
import { zh } from './confirm-email-words.zh.ts'

export const confirmEmailWords = area(zh, () => import('./confirm-email-words.en.ts'))
