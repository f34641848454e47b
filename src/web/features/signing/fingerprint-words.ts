import { area } from '../../words/area.ts'
import { zh } from './fingerprint-words.zh.ts'

export const fingerprintWords = area(zh, () => import('./fingerprint-words.en.ts'))
