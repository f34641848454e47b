import type { OwnWord, SheetFact } from '../domain/recommendation/case.ts'
import type { RecommendationAct, RecommendationMark } from '../domain/recommendation/sheet.ts'
import { zh as documents } from './documents.zh.ts'

const mark: Record<NonNullable<RecommendationMark>, string> = { revoked: '已撤销' }
const fact: Record<SheetFact, string> = {
  name: '姓名',
  gender: '性别',
  studentNumber: '学号',
  college: '院系',
  majorName: '专业',
  className: '班级',
  educationLevel: '学历',
  trainingMode: '培养方式',
  graduationYear: '毕业年度',
}
const own: Record<OwnWord, string> = {
  wish: '求职意向',
  strengths: '特长与技能',
  awards: '奖励与荣誉',
  statement: '自我评价',
}
const act: Record<RecommendationAct, string> = {
  'recommendation.ask': '学生申请推荐表',
  'recommendation.renew': '学生申请新一版推荐表',
  'recommendation.resubmit': '学生补充后重新提交',
  'recommendation.recommend': '填写评语，予以推荐',
  'recommendation.pass': '审核，予以推荐',
}

/** 毕业生推荐表, as a document and as a page of the site say it. */
export const zh = {
  ...documents,
  title: '毕业生推荐表',
  number: '编号',
  mark,
  part: { facts: '毕业生（据学校生源信息）', own: '本人填写', word: '评语' },
  fact,
  own,
  writtenBy: (name: string) => `评语填写人：${name}`,
  acts: '申请与审核记录',
  act,
  stamp: '学校推荐',
  standing: {
    issued: (school: string, since: string) => `${school}推荐该毕业生，本表于 ${since} 出具。`,
    revoked: (since: string, until: string) => `本表于 ${since} 出具，学校已于 ${until} 撤销，不再有效。`,
  },
  foot: '姓名至毕业年度取自学校生源信息；“本人填写”由毕业生填写。学校重新出具后，以核验页面显示的最新一版为准。',
}
