export const zh = {
  home: '首页',
  employment: '就业信息维护',
  signingTab: '签约',
  me: '我的',
  signing: '电子签约',
  paper: '纸质签约',
  destinations: '其他去向',
  dissolutions: '解约办理',
  personal: '个人信息维护',
  basics: '基本信息管理',
  password: '修改密码',
  privacy: '我的隐私',
}
