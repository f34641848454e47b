import type { TransferKind, TransferStatus } from '../domain/transfer/life.ts'
import { isTransferMethod, type NumberKind, type TransferMethod } from '../domain/transfer/record.ts'
import type { Envelope, TransferChannel } from '../domain/transfer/way.ts'
import type { Language } from './language.ts'

/** What a record of a transfer is called, on pages and in the list (转递清册) alike. */
type Words = {
  readonly sheet: Readonly<Record<TransferKind, string>>
  readonly headings: readonly string[]
  readonly kind: Readonly<Record<TransferKind, string>>
  readonly status: Readonly<Record<TransferStatus, string>>
  readonly channel: Readonly<Record<TransferChannel, string>>
  readonly envelope: Readonly<Record<Envelope, string>>
  readonly method: Readonly<Record<TransferMethod, string>>
  readonly number: Readonly<Record<NumberKind, string>>
}

export const TRANSFER_REGISTER: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    sheet: { file: '档案转递清册', household: '户口迁移清册' },
    headings: [
      '发档号',
      '姓名',
      '学号',
      '院系',
      '专业',
      '类别',
      '接收单位',
      '地址',
      '邮编',
      '联系人',
      '联系电话',
      '转递方式',
      '信封',
      '批次',
      '状态',
      '第几次',
      '寄出日期',
      '邮件号',
      '签收日期',
      '退回日期',
      '原因',
      '转递编号',
      '核验编号',
      '迁移证号',
      '备注',
    ],
    kind: { file: '档案', household: '户口迁移证' },
    status: {
      prepared: '待寄出',
      sent: '已寄出',
      received: '已签收',
      returned: '已退回',
      cancelled: '已取消',
    },
    channel: {
      confidential: '机要',
      ems: 'EMS',
      messenger: '单位派人领取',
      'in-person': '本人领取',
      college: '院系代领',
    },
    envelope: { dedicated: '高校学生档案专用信封', 'sealed-bag': '加盖骑缝章的密封袋' },
    method: {
      employer: '签约单位接收',
      talent_service: '人才服务机构代管',
      hometown: '转回生源地',
      further_study_school: '升学院校接收',
      retained: '暂不转',
    },
    number: {
      tracking: '邮件号',
      transfer: '转递编号',
      verification: '核验编号',
      migration: '迁移证号',
    },
  },
  en: {
    sheet: { file: 'Files sent', household: 'Household certificates' },
    headings: [
      'Dispatch number',
      'Name',
      'Student number',
      'College',
      'Major',
      'Class',
      'Receiver',
      'Address',
      'Postcode',
      'Contact',
      'Telephone',
      'Sent by',
      'Envelope',
      'Batch',
      'State',
      'Attempt',
      'Sent on',
      'Tracking number',
      'Received on',
      'Returned on',
      'Why',
      'Transfer number',
      'Verification number',
      'Migration certificate',
      'Remark',
    ],
    kind: { file: 'Personal file', household: 'Household certificate' },
    status: {
      prepared: 'To be sent',
      sent: 'Sent',
      received: 'Received',
      returned: 'Returned',
      cancelled: 'Cancelled',
    },
    channel: {
      confidential: 'Confidential post',
      ems: 'EMS',
      messenger: 'The receiver’s messenger',
      'in-person': 'Collected in person',
      college: 'Collected by the college',
    },
    envelope: { dedicated: 'Envelope for student files', 'sealed-bag': 'Sealed bag with a seam stamp' },
    method: {
      employer: 'Employer',
      talent_service: 'Talent service agency',
      hometown: 'Back to the home region',
      further_study_school: 'School of further study',
      retained: 'Stays for now',
    },
    number: {
      tracking: 'Tracking number',
      transfer: 'Transfer number',
      verification: 'Verification number',
      migration: 'Migration certificate',
    },
  },
}

/** 档案接收 in words; a code that we do not know as it is. */
export const methodText = (method: string, language: Language): string =>
  isTransferMethod(method) ? TRANSFER_REGISTER[language].method[method] : method
