/** What stands around the sentence of a notification in its e-mail copy. */
export const zh = {
  product: '签约',
  greeting: (name: string) => `${name}，您好：`,
  see: (address: string) => `查看详情：${address}`,
  from: (school: string) => `${school} · 签约平台`,
  confirm: {
    subject: '请确认您的接收邮箱',
    text: (address: string) => `请打开以下页面，点击“确认邮箱”。链接 7 天内有效，只能使用一次：\n${address}`,
    notYou: '如果不是您本人填写的邮箱，请忽略此邮件：不确认就不会再发。',
  },
  anew: {
    subject: '重设登录密码',
    text: (login: string, address: string) =>
      `有人在登录页为您的账号（${login}）申请重设密码。请打开以下页面设置新密码，链接 1 小时内有效，只能使用一次：\n${address}`,
    notYou: '如果不是您本人申请的，请忽略此邮件：不打开链接，密码就不会改变。',
  },
  stop: (address: string) => `此邮件由系统发送，请勿回复。如需更改或停收，请到：${address}`,
}
