export const zh = {
  waiting: (title: string) => `${title}正在加盖电子签章，几秒后即可下载。`,
  givenUp: (title: string) => `${title}暂时未能加盖电子签章，平台已收到提醒；其内容的效力不受影响。`,
  removed: (title: string) =>
    `${title}已按学校的保存期限清除，不能再下载；指纹仍保留，持有原件的人可以在核验页面核对。`,
  download: (title: string) => `下载${title}（PDF）`,
  original: (title: string) => `下载${title}的签章原件`,
  copy: (title: string, mark: string) => `下载${title}副本（${mark}）`,
  codes: '核验码',
  evidence: '下载证据包',
  evidenceContents: '证据包里有什么',
  evidenceHint: '一个 ZIP 文件，供第三方不依赖本站核验；下载会记入办理记录。',
  evidenceParts: [
    '加盖电子签章的 PDF，以及同一事项中另外盖过章的文件',
    '文件所依据的全部内容和各方的每一步操作（数据形式）',
    '操作记录的原始行、哈希值，以及它们没有被改动、删减的证明',
    '签章证书、时间戳（有的话）、手写签名和印章的图样',
    '上传材料的指纹；不含材料本身，也不含他人的网络地址',
    '用平实语言写的核验说明：怎样核验，能证明什么、不能证明什么',
  ],
}
