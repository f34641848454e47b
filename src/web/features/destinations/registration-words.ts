import { zh } from '../../../words/registration-sheet.zh.ts'
import { area } from '../../words/area.ts'

/** The registration sheet's own words: the PDF says the same. */
export const registrationWords = area(zh, () => import('../../../words/registration-sheet.en.ts'))
