export const zh = {
  scan: '扫码核验',
  copy: '复制核验地址',
  copied: '已复制',
  copyFailed: '无法自动复制，请长按地址手动复制',
  open: '打开核验页面',
  over: '这次解约已经结束，协议没有因此解除，不再出具“办理中”证明。',
  proof: '查看办结后的核验页面',
}
