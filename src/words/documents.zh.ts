/** What all documents say in the same words. */
export const zh = {
  yes: '是',
  no: '否',
  none: '—',
  zone: '本文件中的时间均为北京时间（UTC+8）。',
  actHeads: ['时间', '事项', '办理人', '方式'],
  /** How whoever acted was known; the clock and the system act by themselves. */
  method: {
    person: '登录账号，在线确认',
    system: '系统记录',
    pin: '签署密码，指纹',
    passkey: '通行密钥，指纹',
  },
  seals: '签章',
  signatures: '手写签名',
  nobody: '系统',
  /** Of what was signed of the whole journal last before the seal. */
  checkpoint: (size: string, root: string, at: string) =>
    `盖章时最近的操作记录校验点：第 ${size} 行，根值 ${root}…，${at}（网站的 /checkpoints 页可查）`,
  page: (page: string, pages: string) => `第 ${page} 页 共 ${pages} 页`,
}
