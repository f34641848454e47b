/** What a sheet of minimum wages, or of places of one kind, has columns for. */
import { type SheetColumn, type SheetColumns, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'

export type PlaceColumn = 'region' | 'amount' | 'since' | 'until'

/** The amount is a column of minimum wages alone: elsewhere nothing stands in it. */
export const PLACE_COLUMNS: Readonly<Record<PlaceColumn, SheetColumn<PlaceColumn>>> = {
  region: {
    zh: '地区',
    en: 'Region',
    also: ['地区代码', '行政区划', '行政区划代码', '所在地区', 'region code'],
    isNeeded: true,
  },
  amount: {
    zh: '月最低工资（元）',
    en: 'Monthly minimum wage (yuan)',
    also: ['月最低工资', '月最低工资标准', '最低工资', '最低工资标准', 'minimum wage'],
  },
  since: {
    zh: '起始月份',
    en: 'From',
    also: ['执行月份', '执行时间', '执行日期', '起始日期', 'since'],
    isNeeded: true,
  },
  until: { zh: '截止月份', en: 'Until', also: ['截止日期', '终止月份', 'to'] },
}
export const PLACE_SHEET: SheetColumns<PlaceColumn> = sheetColumns(PLACE_COLUMNS, UNREAD_HEADINGS)
export const columnsOf = (hasAmount: boolean): readonly PlaceColumn[] =>
  PLACE_SHEET.keys.filter((key) => hasAmount || key !== 'amount')
