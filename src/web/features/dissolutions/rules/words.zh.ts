export const zh = {
  title: '学校规定',
  of: (school: string) => `${school}规定`,
  answerDays: (days: number) =>
    `一方提出解约后，另一方应在 ${days} 天内答复（最后一天 24:00 止），逾期由学校调解。`,
  coolDown: (days: number) => `申请被拒绝或自行撤回后，申请的一方 ${days} 天内不能再次申请，法定情形除外。`,
  window: (from: string, to: string) => `解约办理时间为 ${from} 至 ${to}，法定情形除外。`,
  limit: (most: number) =>
    most === 0
      ? '学校不受理因学生一方违约的解约申请，请慎重签约。'
      : `每名学生因本人违约的解约以 ${most} 次为限，请慎重签约。`,
  breaches: (n: number) => `您因本人违约已解约 ${n} 次。`,
  lead: '解约规定：',
  joint: '',
}
