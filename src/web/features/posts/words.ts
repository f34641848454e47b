import { zh as jobs } from '../../../words/jobs.zh.ts'
import { zh as wording } from '../../../words/post-wording.zh.ts'
import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const postWords = area(zh, () => import('./words.en.ts'))
/** As the public pages say it. */
export const jobWords = area(jobs, () => import('../../../words/jobs.en.ts'))
export const wordingWords = area(wording, () => import('../../../words/post-wording.en.ts'))
