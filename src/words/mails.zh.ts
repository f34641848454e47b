/** What stands around the sentence of a notification in its e-mail copy. */
export const zh = {
  product: '签约',
  greeting: (name: string) => `${name}，您好：`,
  see: (address: string) => `查看详情：${address}`,
  from: (school: string) => `${school} · 签约平台`,
  stop: (address: string) => `此邮件由系统发送，请勿回复。如需更改或停收，请到：${address}`,
}
