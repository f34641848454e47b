import { csvOf } from './roster-files.ts'

type Of = { readonly name: string; readonly studentNumber: string }
export type InvitationRow = Readonly<Record<string, string>>

/** A row of a sheet of invitations by our own headings; the rest a test says itself. */
export const invitationRow = ({ name, studentNumber }: Of, change: InvitationRow = {}): InvitationRow => ({
  学号: studentNumber,
  姓名: name,
  拟聘用职位: '软件工程师',
  工作职位类别: '13 工程技术人员',
  报到期限: '2026-07-15',
  实际工作地点: '湖北省武汉市洪山区',
  签约联系人: '李四',
  联系电话: '027-81234567',
  试用期天数: '30',
  试用起薪: '7000',
  转正起薪: '8,000.50',
  ...change,
})

export const invitationsCsv = (rows: readonly InvitationRow[]): Buffer => csvOf(rows)
