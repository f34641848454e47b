import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const announcementWords = area(zh, () => import('./words.en.ts'))
