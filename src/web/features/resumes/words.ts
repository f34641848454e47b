import { zh as read } from '../../../words/resume.zh.ts'
import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const resumeWords = area(zh, () => import('./words.en.ts'))
/** As a résumé says it, on a page and on paper. */
export const readWords = area(read, () => import('../../../words/resume.en.ts'))
