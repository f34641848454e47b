import { area } from '../../words/area.ts'
import { zh } from './notice-words.zh.ts'

export const noticeWords = area(zh, () => import('./notice-words.en.ts'))
