import { zh } from '../../../words/certificates.zh.ts'
import { area } from '../../words/area.ts'

/** The certificates' own words: the PDFs say the same. */
export const certificateDocumentWords = area(zh, () => import('../../../words/certificates.en.ts'))
