import { area } from '../../words/area.ts'
import { zh } from './on-agreement-words.zh.ts'

export const onAgreementWords = area(zh, () => import('./on-agreement-words.en.ts'))
