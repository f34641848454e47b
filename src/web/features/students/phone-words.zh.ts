export const zh = {
  title: '手机号',
  now: (phone: string) => `当前手机号：${phone === '' ? '未登记' : phone}`,
  next: '新手机号',
  hint: '境外号码以 + 和国家（地区）代码开头；短信能否送达由学校的短信服务商决定',
  password: '登录密码（更换手机号）',
  change: '更换手机号',
  changed: '手机号已更换',
}
