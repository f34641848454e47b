import { area } from '../../words/area.ts'
import { zh } from './changes-words.zh.ts'

export const changesWords = area(zh, () => import('./changes-words.en.ts'))
