export const zh = {
  title: '设置密码',
  school: '学校',
  employer: '单位',
  name: '姓名',
  login: '登录名',
  password: '新密码',
  hint: '至少 10 个字符，不能太常见，也不能包含姓名或登录名。以后用登录名和这个密码登录。',
  show: '显示密码',
  submit: '设置密码并登录',
}
