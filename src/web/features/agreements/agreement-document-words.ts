import { zh } from '../../../words/agreement-document.zh.ts'
import { area } from '../../words/area.ts'

/** The document's own words: the PDF says the same. */
export const agreementDocumentWords = area(zh, () => import('../../../words/agreement-document.en.ts'))
