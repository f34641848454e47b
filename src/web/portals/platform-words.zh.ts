export const zh = {
  platform: '平台',
  schools: '学校',
  own: '账号',
  me: '我的',
  account: '账号与密码',
}
