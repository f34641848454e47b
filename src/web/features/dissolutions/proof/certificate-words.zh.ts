export const zh = {
  title: '解约办理中证明',
  body: (student: string, employer: string, number: string) =>
    `${student}同学与「${employer}」签订的就业协议（编号 ${number}）正在办理解约。`,
  caution: '解约完成之前，原协议仍然有效。请以核验页面显示的最新状态为准。',
  asOf: '状态截至',
  address: '核验地址',
  code: '核验码',
  scan: '扫码核验',
  copy: '复制核验地址',
  copied: '已复制',
  copyFailed: '无法自动复制，请长按地址手动复制',
  open: '打开核验页面',
  over: '这次解约已经办结，不再出具“办理中”证明。',
  proof: '查看办结后的核验页面',
  askedBy: '解约发起人',
  asked: '申请时间',
}
