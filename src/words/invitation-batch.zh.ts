import type { BatchFault } from '../domain/invitation-batch/fault.ts'
import { zh as sheets } from './sheets.zh.ts'

const fault: Record<BatchFault, string> = {
  ...sheets.fault,
  'not-money': '不是金额。请填写数字，如 8000、8,000.50 或 1.2万',
  'pay-zero': '起薪应大于 0',
  'not-whole': '请填写 {{least}} 至 {{most}} 的整数',
  'not-a-postcode': '邮编应为 6 位数字',
  'not-a-clause': '没有“{{clause}}”这一条款。可填：升学、公务员、入伍、体检不合格，用顿号分开',
  'remarks-too-many': '最多 {{most}} 条',
}

/** What is wrong with a cell of a sheet of invitations, and what becomes of a row. */
export const zh = {
  fault,
  standing: { right: '可以发出', faulty: '未发出', sent: '已发出', refused: '未发出' },
  /** Of the template: its sheets, and what may be written beneath each kind of heading. */
  template: {
    sheet: '邀约名单',
    report: '发送结果',
    notes: '填写说明',
    codes: '代码表',
    notesHeadings: ['列', '是否必填', '怎么填写'],
    codeHeadings: ['列', '代码', '名称'],
    needed: '必填',
    optional: '选填',
    before:
      '每行一份邀约。标 * 的列必填。各列次序可以调整，不需要的列可以删去；请勿改动列名。所有单元格均为文本格式。学号和姓名须同时与学校一致，才能找到学生。',
    accepts: {
      studentNumber: '学校的学号，原样保存，开头的 0 不会丢失',
      name: '学生姓名，与学号一致',
      respondBy:
        '如 2026-06-30、2026/6/30、2026年6月30日；不填按学校的默认天数。学生可以在这一天 24:00 前应约',
      reportBy: '如 2026-07-15、2026年7月15日',
      region: '六位行政区划代码，或从省一级写起的全称，见“代码表”',
      probationDays: '0 至 366 的整数；没有试用期填 0',
      probationPay: '元/月；没有试用期的可不填',
      regularPay: '元/月，如 8000、8,000.50、1.2万',
      penalty: '元；不填为 0',
      clauses: '升学、公务员、入伍、体检不合格；可填几项，用顿号分开',
      remarks: '每行一条，最多 10 条、每条 300 字',
      household: '是 或 否；不填为否',
      fileMethod: '不填为签约单位接收',
    },
    line: (most: number) => `一行文字，最多 ${most} 个字`,
    months: '1 至 600 的整数；没有约定的不填',
    phone: '手机 11 位；座机带区号；境外号码以 + 和国家代码开头',
    person: '姓名',
    postcode: '6 位数字',
    code: '代码或名称，如：',
  },
}
