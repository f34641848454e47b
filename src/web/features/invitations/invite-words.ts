import { area } from '../../words/area.ts'
import { zh } from './invite-words.zh.ts'

export const inviteWords = area(zh, () => import('./invite-words.en.ts'))
