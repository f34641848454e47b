import type { TrackFact } from '../../../contracts/track-records.ts'

const kind: Record<TrackFact['kind'], string> = {
  admission: '入驻审核',
  post: '招聘信息',
  'post-report': '举报属实',
  dissolution: '因单位原因解约',
  talk: '宣讲会',
}

export const zh = {
  title: '单位记录',
  lead: '只列事实、日期和出处，不作评分。除其他学校的入驻审核结论外，都是本校的记录；未成立的举报不列入。',
  figures: '数字',
  admission: '本校入驻状态',
  creditCode: '统一社会信用代码',
  published: '在招的招聘信息',
  posts: '招聘信息合计',
  takenDown: '其中下架或未通过',
  reports: '举报属实',
  dissolutions: '因单位原因解约',
  talks: '宣讲会',
  talksSaid: (held: number, off: number) => `已举办 ${held} 场，取消 ${off} 场`,
  answerRate: '投递回复率',
  rateSaid: (percent: number, answered: number, n: number) =>
    `${percent}%（近一年到期 ${n} 次，按时回复 ${answered} 次）`,
  tooFew: '近一年到期的投递不足 10 次，不计算',
  facts: '经过',
  none: '还没有记录。',
  kind,
  held: '已举办',
  toAdmission: '入驻申请和材料',
}
