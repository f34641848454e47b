/** What a sheet of a school's majors has columns for. */
import { type HeadingLanguage, type SheetColumn, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'

export type MajorColumn = 'code' | 'name' | 'level' | 'colleges' | 'state'

/** A file without the last two leaves both as they are. */
export const MAJOR_COLUMNS: Readonly<Record<MajorColumn, SheetColumn<MajorColumn>>> = {
  code: { zh: '专业代码', en: 'Code', also: ['代码', '国标专业代码', 'major code'], isNeeded: true },
  name: { zh: '专业名称', en: 'Name', also: ['专业', '名称', 'major', 'major name'], isNeeded: true },
  level: {
    zh: '学历层次',
    en: 'Education level',
    also: ['学历', '层次', '培养层次', 'level'],
    isNeeded: true,
  },
  colleges: { zh: '开设院系', en: 'Taught by', also: ['院系', '所属院系', '学院', 'college', 'colleges'] },
  state: { zh: '状态', en: 'State', also: ['是否使用', '是否在用', 'in use'] },
}
export const MAJOR_SHEET = sheetColumns<MajorColumn>(MAJOR_COLUMNS, UNREAD_HEADINGS)

/** How a sheet says whether a major is in use. */
export const MAJOR_STATES: Readonly<Record<'yes' | 'no', Record<HeadingLanguage, string>>> = {
  yes: { zh: '使用中', en: 'In use' },
  no: { zh: '已停用', en: 'Stopped' },
}
