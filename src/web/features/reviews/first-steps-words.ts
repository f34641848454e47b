import { area } from '../../words/area.ts'
import { zh } from './first-steps-words.zh.ts'

export const firstStepsWords = area(zh, () => import('./first-steps-words.en.ts'))
