import { area } from '../words/area.ts'
import { zh } from './platform-words.zh.ts'

export const platformMenu = area(zh, () => import('./platform-words.en.ts'))
