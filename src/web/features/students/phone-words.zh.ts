export const zh = {
  title: '手机号',
  now: (phone: string) => `当前手机号：${phone === '' ? '未登记' : phone}`,
  next: '新手机号',
  password: '登录密码（更换手机号）',
  change: '更换手机号',
  changed: '手机号已更换',
}
