import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const apiTokenWords = area(zh, () => import('./words.en.ts'))
