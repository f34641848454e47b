export const queue = {
  mine: '待我审核',
  everything: '全部',
  age: '已等待',
  ageText: (days: number, hours: number) => {
    if (days > 0) return `${days} 天`
    return hours > 0 ? `${hours} 小时` : '不足 1 小时'
  },
  college: '院系',
  allColleges: '全部院系',
  allStatuses: '全部状态',
  noMatch: '没有符合条件的记录。请换个条件，或清空后查看全部。',
  select: '选择',
  selectPage: '全选本页',
  onItsPage: '需进入详情办理',
  pass: (n: number) => `批量通过（${n}）`,
  passTitle: (n: number) => `通过所选的 ${n} 份？`,
  result: (ok: number, bad: number) => `通过 ${ok} 份${bad > 0 ? `，${bad} 份未通过` : ''}`,
  review: '审核',
  agreements: {
    title: '协议鉴证',
    q: '学生、学号、单位或编号',
    empty: '没有待鉴证的协议。',
  },
  dissolutions: {
    title: '解约鉴证',
    q: '学生、学号、单位或编号',
    empty: '没有待鉴证的解约申请。',
    ground: '解约事由',
    answerBy: (day: string) => `答复截止 ${day}`,
  },
  destinations: {
    title: '去向审核',
    q: '学生、学号或去向单位',
    empty: '没有待审核的去向。',
    category: '去向类别',
    headline: '去向单位',
  },
}
