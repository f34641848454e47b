import { area } from '../../words/area.ts'
import { zh } from './list-words.zh.ts'

export const invitationListWords = area(zh, () => import('./list-words.en.ts'))
