import { zh } from '../../../words/figure-words.zh.ts'
import { area } from '../../words/area.ts'

/** What figures are called and how they are defined, as files have it too. */
export const saidFigures = area(zh, () => import('../../../words/figure-words.en.ts'))
