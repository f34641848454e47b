/**
 * What a roster (生源库) has columns for, and by which headings they are known (`dictionary.md`, Student; `domain-more.md`
 * §7.1): ours first, then those of the ministry's, the provinces' and the vendors' files.
 */

import { type OwnField, type OwnKey, ownNames } from '../own-field/field.ts'
import { type SheetColumn, type SheetColumns, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'

/** How the text of a cell is understood. */
export type Takes =
  | 'number'
  | 'person-name'
  | 'line'
  | 'document-type'
  | 'document-number'
  | 'college'
  | 'birth'
  | 'month'
  | 'year'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'credit-code'
  | 'yes-no'
  | 'set'
  | `code:${string}`

/** A row without one that is needed is no student; some follow from others (`read-row.ts`). */
type Column = SheetColumn & { readonly takes: Takes }

const COLUMNS = {
  studentNumber: {
    takes: 'number',
    zh: '学号',
    en: 'Student number',
    also: ['学生学号', '学籍学号', 'xh', 'student no', 'student id'],
    isNeeded: true,
  },
  name: {
    takes: 'person-name',
    zh: '姓名',
    en: 'Name',
    also: ['学生姓名', '毕业生姓名', '考生姓名', 'xm', 'full name', 'student name'],
    isNeeded: true,
  },
  documentType: {
    takes: 'document-type',
    zh: '证件类型',
    en: 'Type of document',
    also: ['证件类别', '身份证件类型', '证件种类', 'zjlx', 'document type', 'id type'],
  },
  documentNumber: {
    takes: 'document-number',
    zh: '证件号码',
    en: 'Document number',
    also: [
      '证件号',
      '身份证号',
      '身份证号码',
      '身份证',
      '身份证件号',
      '身份证件号码',
      '公民身份号码',
      'sfzh',
      'zjhm',
      'id number',
      'id no',
    ],
    isNeeded: true,
  },
  gender: { takes: 'code:gender', zh: '性别', en: 'Sex', also: ['性别代码', 'xb', 'xbdm', 'gender'] },
  birthDate: {
    takes: 'birth',
    zh: '出生日期',
    en: 'Date of birth',
    also: ['出生年月日', '生日', '出生年月', 'csrq', 'birth date', 'birthday'],
  },
  ethnicity: {
    takes: 'code:ethnicity',
    zh: '民族',
    en: 'Ethnicity',
    also: ['民族代码', '民族名称', 'mz', 'mzdm'],
  },
  politicalStatus: {
    takes: 'code:political_status',
    zh: '政治面貌',
    en: 'Political status',
    also: ['政治面貌代码', '政治面貌名称', 'zzmm', 'zzmmdm'],
  },
  college: {
    takes: 'college',
    zh: '院系',
    en: 'College',
    also: [
      '学院',
      '院系名称',
      '学院名称',
      '所在院系',
      '所在学院',
      '系所',
      'yx',
      'yxmc',
      'szyx',
      'faculty',
      'school',
      'department',
    ],
    isNeeded: true,
  },
  className: {
    takes: 'line',
    zh: '班级',
    en: 'Class',
    also: ['所在班级', '班级名称', '行政班', 'szbj', 'bj', 'bjmc', 'class name'],
  },
  educationLevel: {
    takes: 'code:education_level',
    zh: '学历',
    en: 'Education level',
    also: ['学历层次', '学历代码', '培养层次', '层次', 'xl', 'xldm', 'level'],
    isNeeded: true,
  },
  majorCode: { takes: 'number', zh: '专业代码', en: 'Major code', also: ['zydm'] },
  majorName: {
    takes: 'line',
    zh: '专业名称',
    en: 'Major',
    also: ['专业', '所学专业', 'zy', 'zymc', 'major name'],
    isNeeded: true,
  },
  majorDirection: { takes: 'line', zh: '专业方向', en: 'Direction of major', also: ['方向', 'zyfx'] },
  yearsOfStudy: { takes: 'line', zh: '学制', en: 'Years of study', also: ['xz'] },
  entryMonth: {
    takes: 'month',
    zh: '入学年月',
    en: 'Month of entry',
    also: ['入学时间', '入学日期', 'rxsj', 'rxny'],
  },
  graduationMonth: {
    takes: 'month',
    zh: '毕业年月',
    en: 'Month of graduation',
    says: 'graduationYear',
    also: ['毕业时间', '毕业日期', '预计毕业日期', '预计毕业时间', 'bysj', 'byny', 'graduation date'],
  },
  graduationYear: {
    takes: 'year',
    zh: '毕业年度',
    en: 'Graduation year',
    also: ['毕业届别', '届别', '届', '毕业年份', '毕业届', 'bynd', 'class of', 'year of graduation'],
    isNeeded: true,
  },
  trainingMode: {
    takes: 'code:training_mode',
    zh: '培养方式',
    en: 'Training mode',
    also: ['培养方式代码', '培养方式名称', 'pyfs', 'pyfsdm'],
  },
  designatedEmployer: {
    takes: 'line',
    zh: '定向或委培单位',
    en: 'Designated employer',
    also: ['委培单位', '委培单位名称', '定向委培单位', '定向单位', '定向或委培单位名称', 'dxhwpdw'],
  },
  designatedCreditCode: {
    takes: 'credit-code',
    zh: '定向或委培单位统一社会信用代码',
    en: 'Credit code of the designated employer',
    also: [
      '委培单位统一社会信用代码',
      '定向单位统一社会信用代码',
      '定向委培单位统一社会信用代码',
      '定向或委培单位代码',
    ],
  },
  studyForm: { takes: 'line', zh: '学习形式', en: 'Form of study', also: ['学习方式', 'xxxs'] },
  homeRegion: {
    takes: 'code:region',
    zh: '生源所在地代码',
    en: 'Home region',
    also: [
      '生源地代码',
      '生源所在地',
      '生源地',
      '生源地名称',
      '生源所在地名称',
      'syszddm',
      'syszd',
      'home region code',
    ],
  },
  urbanOrRural: {
    takes: 'line',
    zh: '城乡生源',
    en: 'Urban or rural',
    also: ['城乡', '户籍性质', 'cxsy'],
  },
  teacherStudent: {
    takes: 'code:teacher_student',
    zh: '师范生类别',
    en: 'Teacher-training category',
    also: ['师范生类别代码', '师范类别', '是否师范生', 'sfslb', 'sfslbdm'],
  },
  hardship: {
    takes: 'set',
    zh: '困难类别',
    en: 'Hardship',
    also: ['困难生类别', '困难生类别代码', '家庭困难类别', '就业困难类别', 'knslb', 'knslbdm'],
  },
  examineeNumber: {
    takes: 'number',
    zh: '考生号',
    en: 'Examinee number',
    also: ['高考考生号', '考生编号', 'ksh', 'candidate number'],
  },
  mobile: {
    takes: 'mobile',
    zh: '手机号码',
    en: 'Mobile',
    also: [
      '手机',
      '手机号',
      '移动电话',
      '联系手机',
      '本人手机',
      '联系电话',
      'sjhm',
      'sj',
      'mobile phone',
      'phone',
    ],
  },
  email: {
    takes: 'email',
    zh: '电子邮箱',
    en: 'E-mail',
    also: ['邮箱', '电子邮件', 'email', 'dzyx', 'e-mail address'],
  },
  qq: { takes: 'number', zh: 'QQ', en: 'QQ number', also: ['qq号', 'qq号码'] },
  homeAddress: {
    takes: 'line',
    zh: '家庭地址',
    en: 'Home address',
    also: ['家庭住址', '通讯地址', '常住地址', 'jtdz'],
  },
  homePhone: { takes: 'phone', zh: '家庭电话', en: 'Home telephone', also: ['家庭联系电话', 'jtdh'] },
  homePostcode: { takes: 'number', zh: '家庭邮编', en: 'Home postcode', also: ['邮编', '邮政编码', 'jtyb'] },
  formerFileHolder: {
    takes: 'line',
    zh: '入学前档案所在单位',
    en: 'Holder of the file before entry',
    also: ['入学前档案单位', '入学前档案所在单位名称'],
  },
  movedHousehold: {
    takes: 'yes-no',
    zh: '户口是否转入',
    en: 'Household moved to the school',
    also: ['户口是否转入学校', 'hksfzr'],
  },
  movedFile: {
    takes: 'yes-no',
    zh: '档案是否转入',
    en: 'File moved to the school',
    also: ['档案是否转入学校', 'dasfzr'],
  },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof COLUMNS
export const ROSTER_COLUMNS: Readonly<Record<ColumnKey, Column>> = COLUMNS
export const ROSTER_SHEET: SheetColumns<ColumnKey> = sheetColumns<ColumnKey>(COLUMNS, UNREAD_HEADINGS)
/** In the order of the template. */
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly ColumnKey[]

/** A column of ours, or one of the school's own. */
export type RosterKey = ColumnKey | OwnKey
/** Of a school with these fields in use: ours, and its own behind them. */
export const rosterKeys = (own: readonly OwnField[]): RosterKey[] => [
  ...COLUMN_KEYS,
  ...own.map(({ key }) => key),
]
const columnOfOwn = (field: OwnField): SheetColumn<never> => {
  const { name: zh, nameEn: en } = ownNames(field)
  return { zh, en, also: field.synonyms, ...(field.required && { isNeeded: true }) }
}
/** How such a school's rosters are read: a heading that we know is ours, whatever a school has called so before. */
export function rosterSheet(own: readonly OwnField[]): SheetColumns<RosterKey> {
  const theirs = Object.fromEntries(own.map((field) => [field.key, columnOfOwn(field)]))
  const { known } = sheetColumns<OwnKey>(theirs, [])
  return {
    keys: rosterKeys(own),
    of: { ...COLUMNS, ...theirs },
    known: new Map<string, { key: RosterKey; rank: number }>([...known, ...ROSTER_SHEET.known]),
    neverRead: ROSTER_SHEET.neverRead,
  }
}

/** A row of a roster, each value in the one form in which it is kept; what is not said is not there. */
export type RosterValues = { readonly [key in RosterKey]?: string }
