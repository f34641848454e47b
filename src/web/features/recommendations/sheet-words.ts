import { zh } from '../../../words/recommendation-sheet.zh.ts'
import { area } from '../../words/area.ts'

/** The sheet's own words: the PDF says the same. */
export const sheetWords = area(zh, () => import('../../../words/recommendation-sheet.en.ts'))
