export const zh = {
  title: (n: number) => `向 ${n} 名学生申请解约`,
  toReasons: '申请解约',
  reasonsHint: '每名学生单独形成一份申请，学生和学校会看到您填写的内容。',
  fillAll: '同样填写到全部',
  ground: (ground: string, fault: string) => `${ground}（${fault}）`,
  notSent: '这名学生不再随“确认”发送。您填写的原因：',
  send: '确认',
  sent: (n: number) => `已向 ${n} 名学生发出解约申请，等待学生答复`,
  someFailed: (ok: number, bad: number) => `${ok} 名已发出，${bad} 名未发出。未发出的仍在下方，并注明原因。`,
  sentTo: (names: readonly string[]) => `已发出：${names.join('、')}`,
  back: '返回列表',
  cannotAsk: (name: string) => `${name}：现在不能申请解约，不在这次申请之内`,
  gone: (n: number) =>
    `另有 ${n} 名不在可以申请解约的名单中：可能学生已先提出解约，或协议已经解除。请返回列表查看。`,
}
