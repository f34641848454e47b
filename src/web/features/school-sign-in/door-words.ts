import { area } from '../../words/area.ts'
import { zh } from './door-words.zh.ts'

export const schoolDoorWords = area(zh, () => import('./door-words.en.ts'))
