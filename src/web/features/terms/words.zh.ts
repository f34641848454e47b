import type { TermWarning } from '../../../domain/terms.ts'
import { zh as terms } from '../../../words/terms.zh.ts'

export const zh = {
  name: {
    ...terms.name,
    workAddress: '详细地址',
    clauses: '约定解除条款',
    remarks: '备注条款',
    remarksLabel: '备注条款（每行一条）',
    respondBy: '应约截止日期（当日 24:00）',
    fileSection: '档案接收情况',
    householdAddress: '户口迁入地址',
  },
  part: {
    job: '岗位与报到',
    pay: '待遇与期限',
    payReason: '金额以元为单位；没有约定的可以不填。',
    clauses: '约定条款',
    clausesReason: '双方约定的解除条件和其他事项；没有可以不选、不填。',
    fileReason: '毕业后档案和户口转到哪里。',
    rest: '条款与档案',
  },
  unit: { probationPay: '元/月', regularPay: '元/月', penalty: '元' },
  employer: terms.employer,
  creditCode: terms.creditCode,
  scans: '协议书扫描件',
  clause: terms.clause,
  fileMethod: terms.fileMethod,
  belowMinimum: (pay: string, place: string, minimum: string, since: string) =>
    `薪资 ${pay} 低于${place}月最低工资标准 ${minimum}（${since} 起执行），请核对`,
  againstPost: {
    pay: (pay: string, from: string, to: string) =>
      `转正起薪 ${pay}，与招聘信息所列的 ${from} 至 ${to} 不同，请先向单位问明`,
    place: (place: string) => `工作地点 ${place} 不在招聘信息所列的地点之内，请先向单位问明`,
  },
  warning: {
    'probation-pay-low': '试用起薪低于转正起薪的 80%，请双方核对是否符合《劳动合同法》第二十条',
    'probation-long': '试用期超过六个月，请双方核对是否符合《劳动合同法》第十九条',
  } satisfies Record<TermWarning, string>,
  fault: {
    money: '请填写金额，如 3000 或 3000.50',
    pay: '起薪应大于 0',
    phone: '电话格式不正确，如 13800000000 或 027-88888888',
    postcode: '邮编应为 6 位数字',
    remark: (most: number) => `每条最多 ${most} 个字`,
    remarks: (most: number) => `最多 ${most} 条`,
  },
  compare: '将要修改的内容',
  noChange: '还没有修改任何内容',
  submitRevision: '提交修改',
}
