import type { ShownRate } from '../domain/application/answer-rate.ts'
import type { EmployerKind } from '../domain/employer-facts.ts'
import type { PostEducation, PostKind } from '../domain/post/content.ts'

const kind: Record<PostKind, string> = { 'full-time': '全职', internship: '实习' }
const education: Record<PostEducation, string> = {
  any: '学历不限',
  'junior-college': '专科及以上',
  bachelor: '本科及以上',
  master: '硕士及以上',
  doctor: '博士',
}

const recruiter: Record<EmployerKind, string> = {
  own: '为本单位招聘',
  public: '公共就业服务机构',
  agency: '人力资源服务机构（替其他单位招聘）',
}
type Recruiter = { readonly kind: EmployerKind; readonly licenceNumber: string }

/** What the public pages of job posts say, and what a post says of itself. */
export const zh = {
  title: '招聘信息',
  kind,
  education,
  months: (n: number) => `${n} 薪`,
  wanted: (n: number) => `招 ${n} 人`,
  majorsAny: '专业不限',
  majors: (codes: string) => `专业代码 ${codes}`,
  until: (day: string) => `截止 ${day}`,
  shown: (day: string) => `发布 ${day}`,
  search: '搜索',
  q: '岗位、单位或关键词',
  region: '工作地点',
  category: '岗位类别',
  industry: '行业',
  nature: '单位性质',
  recruiter: '招聘身份',
  recruits: ({ kind, licenceNumber }: Recruiter) =>
    licenceNumber ? `${recruiter[kind]}，许可证编号 ${licenceNumber}` : recruiter[kind],
  kindField: '工作性质',
  educationField: '我的学历',
  major: '我的专业代码',
  pay: '月薪不低于（元）',
  since: '发布时间',
  sinceDays: (n: number) => `近 ${n} 天`,
  sort: '排序',
  sorts: { best: '相关度', newest: '最新', pay: '月薪从高到低', ending: '即将截止' },
  all: '不限',
  more: '更多条件',
  clear: '清除条件',
  none: '没有符合条件的招聘信息。可以减少条件，或换一个关键词。',
  nothing: '还没有招聘信息。',
  verifiedUntil: '学校核验有效期至',
  paused: '学校对该单位的核验已到期，其招聘信息和宣讲会暂停展示；重新核验后自动恢复。',
  next: '下一页',
  first: '回到第一页',
  back: '返回招聘信息',
  about: (school: string) => `${school}审核发布的招聘信息：按地点、类别、月薪、专业查找。`,
  description: '岗位描述',
  benefits: '福利',
  attachment: '附件',
  contact: '联系方式',
  contactHidden: '单位没有公开联系方式。',
  employer: '招聘单位',
  ofEmployer: (name: string) => `${name}的招聘信息`,
  size: '单位规模',
  address: '单位地址',
  answerRate: '投递回复率',
  answered: ({ n, answered, percent }: ShownRate) =>
    `${percent}%（近一年到期的 ${n} 次投递中，按时回复 ${answered} 次）`,
  headcount: '招聘人数',
  payField: '月薪',
  majorsField: '专业要求',
  educationAsked: '学历要求',
  lastDay: '截止日期',
  warning:
    '求职不收费：凡以培训费、押金、贷款等名义要求付款的，请勿支付，并告知学校就业部门。文中网址由单位填写，学校未核实。',
}
