export const zh = {
  workbench: '工作台',
  signing: '签约',
  parting: '解约',
  center: '解约中心',
  own: '账号',
  me: '我的',
  invite: '邀请学生',
  sent: '已发邀约',
  signed: '已签约学生',
  dissolutions: '解约办理',
  account: '账号与密码',
}
