export const zh = {
  platform: '平台',
  schools: '学校',
  codeTables: '代码表',
  health: '运行状况',
  own: '账号',
  me: '我的',
  account: '账号与密码',
  privacy: '我的隐私',
}
