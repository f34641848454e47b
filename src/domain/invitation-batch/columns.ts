/** What a sheet of invitations has columns for: whom, until when, and the terms (`terms.ts`). */
import { type SheetColumn, type SheetColumns, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'

/** How the text of a cell is understood. */
export type Takes =
  | 'number'
  | 'person-name'
  | `line:${'position' | 'address' | 'organisation' | 'benefits'}`
  | 'day'
  | 'money'
  | 'pay'
  | 'days'
  | 'months'
  | 'phone'
  | 'postcode'
  | 'yes-no'
  | 'clauses'
  | 'remarks'
  | `code:${'job_category' | 'region' | 'file_transfer'}`

type Column = SheetColumn & { readonly takes: Takes }

const COLUMNS = {
  studentNumber: {
    takes: 'number',
    zh: '学号',
    en: 'Student number',
    also: ['学生学号', '毕业生学号', 'xh', 'student no', 'student id'],
    isNeeded: true,
  },
  name: {
    takes: 'person-name',
    zh: '姓名',
    en: 'Name',
    also: ['学生姓名', '毕业生姓名', 'xm', 'full name', 'student name'],
    isNeeded: true,
  },
  position: {
    takes: 'line:position',
    zh: '拟聘用职位',
    en: 'Position',
    also: ['职位', '岗位', '职位名称', '岗位名称', '聘用岗位', 'job title', 'job'],
    isNeeded: true,
  },
  jobCategory: {
    takes: 'code:job_category',
    zh: '工作职位类别',
    en: 'Job category',
    also: ['职位类别', '职位类别代码', '工作职位类别代码', '岗位类别', 'category'],
    isNeeded: true,
  },
  respondBy: {
    takes: 'day',
    zh: '应约截止日期',
    en: 'Answer by',
    also: ['应约期限', '截止日期', '答复期限', '有效期至', 'deadline', 'respond by'],
  },
  reportBy: {
    takes: 'day',
    zh: '报到期限',
    en: 'Report by',
    also: ['报到日期', '报到时间', '入职日期', 'start date', 'report date'],
    isNeeded: true,
  },
  region: {
    takes: 'code:region',
    zh: '实际工作地点',
    en: 'Place of work',
    also: ['工作地点', '工作地', '工作所在地', '工作地点代码', '工作地区', 'workplace', 'region'],
    isNeeded: true,
  },
  workAddress: {
    takes: 'line:address',
    zh: '详细地址',
    en: 'Work address',
    also: ['工作地址', '工作详细地址', 'address'],
  },
  contactName: {
    takes: 'person-name',
    zh: '签约联系人',
    en: 'Contact',
    also: ['联系人', '单位联系人', 'contact person', 'contact name'],
    isNeeded: true,
  },
  contactPhone: {
    takes: 'phone',
    zh: '联系电话',
    en: 'Contact phone',
    also: ['联系人电话', '单位联系电话', '联系人手机', 'phone', 'telephone'],
    isNeeded: true,
  },
  probationDays: {
    takes: 'days',
    zh: '试用期天数',
    en: 'Probation days',
    also: ['试用期', '试用期（天）', '试用天数', 'probation'],
    isNeeded: true,
  },
  probationPay: {
    takes: 'money',
    zh: '试用起薪',
    en: 'Probation pay',
    also: ['试用期工资', '试用期薪资', '试用期月薪', '试用工资'],
  },
  regularPay: {
    takes: 'pay',
    zh: '转正起薪',
    en: 'Regular pay',
    also: ['转正工资', '转正薪资', '转正月薪', '月薪', '工资', '薪资', 'pay', 'salary'],
    isNeeded: true,
  },
  penalty: { takes: 'money', zh: '违约金', en: 'Penalty', also: ['违约金金额', 'liquidated damages'] },
  contractMonths: {
    takes: 'months',
    zh: '合同期限（月）',
    en: 'Contract months',
    also: ['合同期限', '合同月数', '劳动合同期限', 'contract term'],
  },
  serviceMonths: {
    takes: 'months',
    zh: '服务期（月）',
    en: 'Service months',
    also: ['服务期', '服务期月数', '服务期限'],
  },
  benefits: { takes: 'line:benefits', zh: '福利待遇', en: 'Benefits', also: ['福利', '待遇'] },
  housing: { takes: 'line:address', zh: '住宿', en: 'Housing', also: ['住宿条件', '住房'] },
  clauses: {
    takes: 'clauses',
    zh: '约定解除条款',
    en: 'Clauses of release',
    also: ['解除条款', '约定条款', 'clauses'],
  },
  remarks: { takes: 'remarks', zh: '备注条款', en: 'Remarks', also: ['备注', '其他约定', 'remark'] },
  fileMethod: {
    takes: 'code:file_transfer',
    zh: '档案接收',
    en: 'Personnel file',
    also: ['档案接收方式', '档案转递方式', '档案去向'],
  },
  fileReceiver: {
    takes: 'line:organisation',
    zh: '档案转寄单位名称',
    en: 'Receiver of the file',
    also: ['档案接收单位', '档案转寄单位'],
  },
  fileAddress: {
    takes: 'line:address',
    zh: '档案转寄地址',
    en: 'Address for the file',
    also: ['档案接收地址', '档案地址'],
  },
  filePostcode: {
    takes: 'postcode',
    zh: '档案转寄邮编',
    en: 'Postcode for the file',
    also: ['档案接收邮编', '邮编', 'postcode'],
  },
  fileContactName: {
    takes: 'person-name',
    zh: '档案转寄联系人',
    en: 'Contact for the file',
    also: ['档案接收联系人', '档案联系人'],
  },
  fileContactPhone: {
    takes: 'phone',
    zh: '档案转寄联系电话',
    en: 'Phone for the file',
    also: ['档案接收联系电话', '档案联系电话'],
  },
  household: {
    takes: 'yes-no',
    zh: '接收户口',
    en: 'Household taken',
    also: ['是否接收户口', '户口接收'],
  },
  householdAddress: {
    takes: 'line:address',
    zh: '户口迁入地址',
    en: 'Household address',
    also: ['户口迁移地址', '户口地址'],
  },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof COLUMNS
export const BATCH_COLUMNS: Readonly<Record<ColumnKey, Column>> = COLUMNS
export const BATCH_SHEET: SheetColumns<ColumnKey> = sheetColumns<ColumnKey>(COLUMNS, UNREAD_HEADINGS)

/** What a row says, each value in one form; what is not said is not there. */
export type RowValues = { readonly [key in ColumnKey]?: string }

/** The code tables that cells are judged by. */
export const CODE_KINDS = ['job_category', 'region', 'file_transfer'] as const
