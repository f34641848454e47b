import { area } from '../../words/area.ts'
import { zh } from './second-factor-words.zh.ts'

export const secondFactorWords = area(zh, () => import('./second-factor-words.en.ts'))
