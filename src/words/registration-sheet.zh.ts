import type { SheetAct, SheetMark, SheetName, SheetPart } from '../domain/destination/sheet.ts'
import { zh as documents } from './documents.zh.ts'

const mark: Record<NonNullable<SheetMark>, string> = { voided: '登记已作废' }
const part: Record<SheetPart, string> = { student: '毕业生', destination: '毕业去向', answers: '登记内容' }
const name: Record<SheetName, string> = {
  student: '姓名',
  studentNumber: '学号',
  college: '院系',
  major: '专业',
  graduatesFrom: '毕业学校',
  category: '去向类别',
  categoryCode: '类别代码',
  declaredAt: '登记时间',
  registeredAt: '审核通过时间',
  voidedAt: '作废时间',
}
const act: Record<SheetAct, string> = {
  'destination.declare': '学生登记去向',
  'destination.correct': '学生更正登记',
  'destination.pass': '审核，予以通过',
  'destination.grant-void': '作废申请审核通过',
}

/** 毕业去向登记表, as a document and as a page of the site says it. */
export const zh = {
  ...documents,
  title: '毕业去向登记表',
  mark,
  part,
  name,
  acts: '登记与审核记录',
  act,
  registered: '学校已审核',
  standing: {
    registered: (school: string, since: string) => `本登记已经${school}审核通过，登记于 ${since}。`,
    voided: (since: string, until: string) =>
      `本登记于 ${since} 审核通过，已于 ${until} 作废，仅供查看，不作为就业凭证。`,
  },
  foot: '本表是毕业生在线登记、学校对照证明材料审核的内容。',
}
