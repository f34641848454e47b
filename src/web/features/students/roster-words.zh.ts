export const zh = {
  title: '学生',
  q: '姓名或学号',
  verified: '已验证',
  notVerified: '未验证',
  see: '查看档案',
  history: '全部经历',
  agreements: '协议',
  dissolutions: '解约',
  destinations: '其他去向',
  verification: '信息验证',
  empty: '没有符合条件的学生。',
}
