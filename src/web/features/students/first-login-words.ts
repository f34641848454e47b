import { area } from '../../words/area.ts'
import { zh } from './first-login-words.zh.ts'

export const firstLoginWords = area(zh, () => import('./first-login-words.en.ts'))
