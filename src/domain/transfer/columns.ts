/** What the post's sheet, and the office's own, has columns for (AT-40): what has become of records, matched by 发档号. */
import { type SheetColumn, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'
import type { NumberKind } from './record.ts'

export type TransferColumn =
  | 'dispatch'
  | 'name'
  | NumberKind
  | 'sentOn'
  | 'receivedOn'
  | 'returnedOn'
  | 'reason'

export const TRANSFER_COLUMNS: Readonly<Record<TransferColumn, SheetColumn<TransferColumn>>> = {
  dispatch: {
    zh: '发档号',
    en: 'Dispatch number',
    also: ['发档编号', '档案编号', '转递单号', 'dispatch no', 'dispatch no.'],
    isNeeded: true,
  },
  name: { zh: '姓名', en: 'Name', also: ['学生姓名', 'student'] },
  tracking: {
    zh: '邮件号',
    en: 'Tracking number',
    also: [
      'EMS单号',
      'EMS号',
      'EMS邮件号',
      '机要号',
      '邮件号码',
      '运单号',
      '快递单号',
      '单号',
      'tracking',
      'ems',
    ],
  },
  sentOn: {
    zh: '寄出日期',
    en: 'Sent on',
    also: ['寄送时间', '寄出时间', '交寄日期', '收寄日期', '寄送日期'],
  },
  receivedOn: { zh: '签收日期', en: 'Received on', also: ['签收时间', '妥投日期', '妥投时间', '收到日期'] },
  returnedOn: { zh: '退回日期', en: 'Returned on', also: ['退回时间', '退件日期'] },
  reason: { zh: '退回原因', en: 'Why it came back', also: ['退件原因', '未妥投原因'] },
  transfer: { zh: '转递编号', en: 'Transfer number', also: [] },
  verification: { zh: '核验编号', en: 'Verification number', also: [] },
  migration: { zh: '迁移证号', en: 'Migration certificate', also: ['户口迁移证号', '迁移证编号'] },
}
export const TRANSFER_SHEET = sheetColumns<TransferColumn>(TRANSFER_COLUMNS, UNREAD_HEADINGS)
/** So many rows are taken together. */
export const MOST_TRANSFER_ROWS = 1000
