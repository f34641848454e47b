import type { Me } from '../../../contracts/accounts.ts'

export const zh = {
  register: '还没有账号？单位注册',
  title: {
    student: '学生登录',
    employer: '单位登录',
    school: '学校登录',
    platform: '平台登录',
  } satisfies Record<Me['portal'], string>,
  school: '学校',
  chooseSchool: '请选择学校',
  login: { student: '学号', employer: '账号', school: '账号', platform: '账号' } satisfies Record<
    Me['portal'],
    string
  >,
  secret: '密码',
  firstTime:
    '首次登录请在密码栏输入本人证件号码（身份证、通行证、护照等，与学校生源库一致）或学校发的激活码，登录后进行信息验证。',
  submit: '登录',
  forgotten: '忘记密码？',
  wait: (time: string) => `还需等待 ${time}`,
  show: '显示密码',
  again: '请先登录，登录后回到您要打开的页面。',
  elsewhere: '其他登录入口',
  cookies: '您的浏览器禁止本网站保存 Cookie，无法登录；请在浏览器设置中允许后重新载入。',
}
