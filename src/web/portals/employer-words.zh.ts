export const zh = {
  workbench: '工作台',
  invite: '邀请学生',
  sent: '已发邀约',
  signed: '已签约学生',
  dissolutions: '解约中心',
  account: '账号与密码',
}
