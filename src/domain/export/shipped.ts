/** Templates that every school has from the first day (`dictionary.md`, Exports); copied, they can be changed. */
import type { FieldKey } from './fields.ts'
import type { ExportColumn, Form, Need } from './template.ts'

export type ShippedTemplate = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly columns: readonly ExportColumn[]
}

type Row = readonly [heading: string, below: string, field: FieldKey, form?: Form, need?: Need]
const columnOf = ([heading, below, field, form = 'plain', need = 'nobody']: Row): ExportColumn => ({
  heading,
  below,
  field,
  form,
  constant: '',
  need,
})

/** C: what provinces asked for in 2024. */
const C: readonly Row[] = [
  ['学号', '', 'studentNumber', 'plain', 'everybody'],
  ['姓名', '', 'name', 'plain', 'everybody'],
  ['性别', '', 'gender', 'name', 'everybody'],
  ['生源地名称', '', 'homeRegion', 'name', 'everybody'],
  ['生源地代码', '', 'homeRegion', 'code', 'everybody'],
  ['民族名称', '', 'ethnicity', 'name', 'everybody'],
  ['政治面貌', '', 'politicalStatus', 'name', 'everybody'],
  ['城乡生源', '', 'urbanOrRural'],
  ['学历层次', '', 'educationLevel', 'name', 'everybody'],
  ['专业名称', '', 'majorName', 'plain', 'everybody'],
  ['专业方向', '', 'majorDirection'],
  ['专业代码', '', 'majorCode', 'plain', 'everybody'],
  ['入学年月', '', 'entryMonth', 'yyyyMM'],
  ['毕业日期', '', 'graduationMonth', 'yyyyMM'],
  ['培养方式', '', 'trainingMode', 'name', 'everybody'],
  ['委培单位', '', 'designatedEmployer'],
  ['学习形式', '', 'studyForm'],
  ['毕业去向类别代码', '', 'category', 'code', 'everybody'],
  ['毕业去向', '', 'category', 'name', 'everybody'],
  ['签约日期', '', 'signedOn', 'yyyyMMdd', 'working'],
  ['单位名称', '', 'holder', 'plain', 'placed'],
  ['统一社会信用代码', '', 'creditCode'],
  ['留学院校外文名称', '', 'foreignName'],
  ['单位性质代码', '', 'nature', 'code'],
  ['单位性质', '', 'nature', 'name'],
  ['单位行业代码', '', 'industry', 'code', 'working'],
  ['单位行业', '', 'industry', 'name', 'working'],
  ['单位所在地代码', '', 'region', 'code', 'working'],
  ['单位所在地', '', 'region', 'name', 'working'],
  ['单位地址', '', 'address'],
  ['工作职位类别代码', '', 'jobCategory', 'code', 'working'],
  ['工作职位类别', '', 'jobCategory', 'name', 'working'],
]

/**
 * A: fifty columns under the ministry's keys, as provinces took them until 2023. The last seven were of the 报到证, which was
 * abolished: they stay empty, and so does what nothing of ours says.
 */
const A: readonly Row[] = [
  ['Ksh', '考生号', 'examineeNumber'],
  ['Xm', '姓名', 'name', 'plain', 'everybody'],
  ['Sfzh', '身份证号', 'documentNumber', 'plain', 'everybody'],
  ['Xbdm', '性别代码', 'gender', 'code', 'everybody'],
  ['Xb', '性别', 'gender', 'name', 'everybody'],
  ['Mzdm', '民族代码', 'ethnicity', 'code', 'everybody'],
  ['Mz', '民族', 'ethnicity', 'name', 'everybody'],
  ['Zzmmdm', '政治面貌代码', 'politicalStatus', 'code', 'everybody'],
  ['Zzmm', '政治面貌', 'politicalStatus', 'name', 'everybody'],
  ['Yxdm', '院校代码', 'schoolCode'],
  ['Yx', '院校名称', 'schoolName'],
  ['Szyx', '所在院系', 'college', 'name', 'everybody'],
  ['Szbj', '所在班级', 'className'],
  ['Xh', '学号', 'studentNumber', 'plain', 'everybody'],
  ['Xldm', '学历代码', 'educationLevel', 'code', 'everybody'],
  ['Xl', '学历', 'educationLevel', 'name', 'everybody'],
  ['Zydm', '专业代码', 'majorCode', 'plain', 'everybody'],
  ['Zy', '专业', 'majorName', 'plain', 'everybody'],
  ['Zyfx', '专业方向', 'majorDirection'],
  ['Pyfsdm', '培养方式代码', 'trainingMode', 'code', 'everybody'],
  ['Dxhwpdw', '定向或委培单位', 'designatedEmployer'],
  ['Pyfs', '培养方式', 'trainingMode', 'name', 'everybody'],
  ['Syszddm', '生源所在地代码', 'homeRegion', 'code', 'everybody'],
  ['Syszd', '生源所在地', 'homeRegion', 'name', 'everybody'],
  ['Xz', '学制', 'yearsOfStudy'],
  ['Rxsj', '入学时间', 'entryMonth', 'yyyyMM'],
  ['Bysj', '毕业时间', 'graduationMonth', 'yyyyMM'],
  ['Knslbdm', '困难生类别代码', 'constant'],
  ['Knslb', '困难生类别', 'hardship'],
  ['Sfslbdm', '师范生类别代码', 'teacherStudent', 'code'],
  ['Sfslb', '师范生类别', 'teacherStudent', 'name'],
  ['Byqxdm', '毕业去向代码', 'category', 'code', 'everybody'],
  ['Byqx', '毕业去向', 'category', 'name', 'everybody'],
  ['Dwzzjgdm', '单位组织机构代码', 'creditCode'],
  ['Dwmc', '单位名称', 'holder', 'plain', 'placed'],
  ['Dwxzdm', '单位性质代码', 'nature', 'code'],
  ['Dwxz', '单位性质', 'nature', 'name'],
  ['Dwhydm', '单位行业代码', 'industry', 'code', 'working'],
  ['Dwhy', '单位行业', 'industry', 'name', 'working'],
  ['Dwszddm', '单位所在地代码', 'region', 'code', 'working'],
  ['Dwszd', '单位所在地', 'region', 'name', 'working'],
  ['Gzzwlbdm', '工作职位类别代码', 'jobCategory', 'code', 'working'],
  ['Gzzwlb', '工作职位类别', 'jobCategory', 'name', 'working'],
  ['Bdzqflbdm', '报到证签发类别代码', 'constant'],
  ['Bdzqflb', '报到证签发类别', 'constant'],
  ['Bdzqwdwmc', '报到证签往单位名称', 'constant'],
  ['Qwdwszddm', '签往单位所在地代码', 'constant'],
  ['Qwdwszd', '签往单位所在地', 'constant'],
  ['bdzbh', '报到证编号', 'constant'],
  ['bdqssj', '报到起始时间', 'constant'],
]

export const SHIPPED: readonly ShippedTemplate[] = [
  {
    id: '00000000-0000-4000-8000-00000000000c',
    name: '就业方案（2024 年通行格式）',
    nameEn: 'Destinations (form of 2024)',
    columns: C.map(columnOf),
  },
  {
    id: '00000000-0000-4000-8000-00000000000a',
    name: '就业方案（旧 50 列格式）',
    nameEn: 'Destinations (older form of 50 columns)',
    columns: A.map(columnOf),
  },
]
