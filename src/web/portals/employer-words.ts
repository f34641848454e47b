import { area } from '../words/area.ts'
import { zh } from './employer-words.zh.ts'

export const employerMenu = area(zh, () => import('./employer-words.en.ts'))
