export const zh = {
  reviews: '审核',
  agreements: '协议鉴证',
  dissolutions: '解约鉴证',
  destinations: '去向审核',
  employers: '单位入驻',
  own: '账号',
  me: '我的',
  files: '档案与设置',
  students: '学生',
  activationCodes: '首次登录激活码',
  settings: '设置',
  account: '账号与密码',
}
