import { area } from '../../words/area.ts'
import { zh } from './sign-in-words.zh.ts'

export const signInWords = area(zh, () => import('./sign-in-words.en.ts'))
