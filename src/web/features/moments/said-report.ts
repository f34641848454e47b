import { zh } from '../../../words/report.zh.ts'
import { area } from '../../words/area.ts'

/** What a report and a comparison say, as their files do. */
export const saidReport = area(zh, () => import('../../../words/report.en.ts'))
