import type { PostKind } from '../domain/post/content.ts'
import type { ExperienceKind, LanguageLevel } from '../domain/resume/content.ts'

const work: Record<PostKind, string> = { 'full-time': '全职', internship: '实习' }
const experience: Record<ExperienceKind, string> = {
  internship: '实习',
  work: '工作',
  campus: '校园经历',
}
const level: Record<LanguageLevel, string> = {
  basic: '入门',
  working: '可用于工作',
  fluent: '流利',
  native: '母语',
}

/** A résumé as it is read, on a page and on paper. */
export const zh = {
  title: '简历',
  page: '第 {page} 页 共 {pages} 页',
  graduates: (year: number) => `${year} 届`,
  comma: '，',
  and: '、',
  work,
  experience,
  level,
  phone: '电话',
  email: '邮箱',
  parts: {
    education: '教育经历',
    wish: '求职意向',
    summary: '自我评价',
    experiences: '实习与实践',
    projects: '项目经历',
    skills: '技能',
    certificates: '证书与奖项',
    languages: '语言',
  },
  wish: { category: '岗位类别', work: '工作性质', regions: '意向地点', pay: '期望月薪' },
  untilNow: '至今',
  attachment: '附件简历',
}
