export const zh = {
  waiting: (title: string) => `${title}正在加盖电子签章，几秒后即可下载。`,
  givenUp: (title: string) => `${title}暂时未能加盖电子签章，平台已收到提醒；其内容的效力不受影响。`,
  download: (title: string) => `下载${title}（PDF）`,
  original: (title: string) => `下载${title}的签章原件`,
  copy: (title: string, mark: string) => `下载${title}副本（${mark}）`,
  codes: '核验码',
  evidence: '下载证据包',
  evidenceHint: '盖章的文件、办理记录和核验方法，供第三方核验；下载会记入办理记录',
}
