import { area } from '../../words/area.ts'
import { zh } from './passkey-door-words.zh.ts'

export const passkeyDoorWords = area(zh, () => import('./passkey-door-words.en.ts'))
