import { area } from '../../words/area.ts'
import { zh } from './passkey-words.zh.ts'

export const passkeyWords = area(zh, () => import('./passkey-words.en.ts'))
