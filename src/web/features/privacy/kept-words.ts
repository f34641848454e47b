import { zh } from '../../../words/kept.zh.ts'
import { area } from '../../words/area.ts'

export const keptWords = area(zh, () => import('../../../words/kept.en.ts'))
