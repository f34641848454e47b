import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const confirmationWords = area(zh, () => import('./words.en.ts'))
