import type { DocumentKind } from '../domain/document/kind.ts'
import type { FileFinding, VerifiedStanding } from '../domain/verification-code/standing.ts'

/** The page on which anybody verifies a document, and what stands on the paper about it. */
export const zh = {
  printed: {
    label: '核验码',
    sentence: (page: string) => `扫描二维码，或在 ${page} 输入编号与核验码，查看这份文件现在是否有效。`,
  },
  title: '文件核验',
  description: '核验由本站签发的就业协议书、解约证明、去向登记表、推荐表是否真实、现在是否有效。',
  intro:
    '核验由本站签发的文件：就业协议书、解约证明、毕业去向登记表、毕业生推荐表，是否为原件，现在是否有效。',
  notMinistry:
    '本页只核验在本站签署或由学校在本站出具的文件，不是教育部的查询页面，不核验学历学籍。学历学籍请到学信网（chsi.com.cn）查询；全国就业信息请到国家大学生就业服务平台（ncss.cn）。',
  byCode: '输入编号和核验码',
  number: '编号',
  numberHint: '印在标题下方和每页页脚；毕业去向登记表填学号',
  code: '核验码',
  codeHint: '16 位字母和数字，印在每页页脚，或由当事人提供；字母不分大小写，短横线可不输',
  look: '核验',
  byFile: '核对 PDF 文件',
  file: '选择 PDF 文件',
  fileHint: (most: number) =>
    `不超过 ${most} MB。文件用来计算指纹（SHA-256），本站不保存；能在您的浏览器里算的，文件不离开您的设备。`,
  drop: '也可以把文件拖到这里',
  check: '核对文件',
  scanHint: '用手机扫描文件页脚的二维码，可以直接查看结果。',
  mistyped: '核验码有误：请对照纸面逐位核对，它由 16 位字母和数字组成，没有字母 I、O 和数字 0、1',
  numberMissing: '请填写编号',
  notFound: '没有查到有效的核验码',
  notFoundHint: '核验码可能输错、已到期或已停用，或与编号不符。请与提供核验码的人核对，或请其重新提供。',
  again: '再核验一份',
  standing: {
    'in-force': '有效',
    'awaiting-seal': '有效，待单位签章',
    dissolving: '有效，正在办理解约',
    fulfilled: '有效，已报到履行',
    dissolved: '已解约',
    'not-certified': '未经学校鉴证',
    'never-in-force': '未生效，已终止',
    'dissolution-open': '解约办理中',
    'dissolution-complete': '协议已解约',
    'dissolution-failed': '解约未成立，协议没有因此解除',
    registered: '有效，学校已审核登记',
    'registration-void': '登记已作废',
    recommended: '有效，学校推荐',
    'recommendation-replaced': '已由新版代替',
    'recommendation-revoked': '已撤销',
  } satisfies Record<VerifiedStanding, string>,
  said: {
    'in-force': (since: string) => `本协议自 ${since} 起生效，现在有效。`,
    'awaiting-seal': () => '学校已审核通过，用人单位还没有签章；单位签章后生效。',
    dissolving: (since: string) => `本协议自 ${since} 起生效，现在仍然有效；解约正在办理，尚未完成。`,
    fulfilled: (since: string, until: string) =>
      `本协议自 ${since} 起生效；毕业生已报到，${until} 记为已履行。`,
    dissolved: (since: string, until: string) => `本协议已于 ${until} 解约，曾自 ${since} 至 ${until} 有效。`,
    'not-certified': () => '学校尚未鉴证，不能作为就业凭证。',
    'never-in-force': (_since: string, until: string) => `本协议未曾生效，已于 ${until} 终止。`,
    'dissolution-open': (since: string) => `解约于 ${since} 提出，正在办理；完成之前，原协议仍然有效。`,
    'dissolution-complete': (since: string, until: string) =>
      `解约于 ${since} 提出，已于 ${until} 完成，协议已经解除。`,
    'dissolution-failed': (since: string, until: string) =>
      `解约于 ${since} 提出，已于 ${until} 结束，协议没有因此解除。`,
    registered: (since: string) => `去向登记于 ${since} 由学校审核通过，现在有效。`,
    'registration-void': (since: string, until: string) =>
      `去向登记于 ${since} 审核通过，已于 ${until} 作废，不能作为就业凭证。`,
    recommended: (since: string) => `推荐表于 ${since} 由学校出具，现在有效。`,
    'recommendation-replaced': (since: string, until: string) =>
      `这一版推荐表于 ${since} 出具，学校已于 ${until} 出具新版，请索取新版。`,
    'recommendation-revoked': (since: string, until: string) =>
      `推荐表于 ${since} 出具，学校已于 ${until} 撤销，不再有效。`,
  } satisfies Record<VerifiedStanding, (since: string, until: string) => string>,
  finding: {
    genuine: '是本站盖章的原件，一个字节也没有改动',
    superseded: '是本站盖章的原件，但已有更新的版本',
    altered: '与本站盖章的原件不一致',
    'not-ours': '不是本站签发的文件',
  } satisfies Record<FileFinding, string>,
  findingHint: {
    genuine: '文件指纹与盖章时记录的相同。',
    superseded: (since: string) => `新版本自 ${since} 起代替这份文件，请索取新版本。`,
    altered:
      '文件里写有本站的核验码，内容却不是盖章时的：可能被改动过，也可能是没有电子签章的副本。请以下面本站登记的内容为准，并索取原件。',
    'not-ours':
      '本站没有盖章过内容相同的文件。请确认选择的是下载的 PDF 原件，不是扫描、打印或另存的文件；纸面上的二维码和核验码可以单独核验。',
  },
  removed: {
    title: '是本站签发过的文件，内容已清除',
    said: (since: string) =>
      `学校的保存期限已满，文件内容已于 ${since} 清除；本站只保留其指纹，不再显示当事人和状态。文件是否为原件仍可用 PDF 核对。`,
    altered: '文件里写有本站的核验码，内容却不是盖章时的：可能被改动过，也可能是没有电子签章的副本。',
  },
  registered: '本站登记的内容',
  document: {
    agreement: '就业协议书',
    dissolving: '解约办理中证明',
    dissolved: '解约证明',
    registration: '毕业去向登记表',
    recommendation: '毕业生推荐表',
  } satisfies Record<DocumentKind, string>,
  numberOf: {
    agreement: '协议书编号',
    dissolving: '协议书编号',
    dissolved: '协议书编号',
    registration: '学号',
    recommendation: '编号',
  } satisfies Record<DocumentKind, string>,
  facts: {
    document: '文件',
    student: '毕业生',
    employer: '用人单位',
    school: '学校',
    position: '岗位',
    college: '院系',
    major: '专业',
    category: '去向类别',
    askedAt: '申请时间',
    registeredAt: '审核通过时间',
    voidedAt: '作废时间',
    issuedAt: '出具时间',
    effectiveAt: '生效时间',
    endedAt: '结束时间',
    fingerprint: '条款指纹（SHA-256）',
    removedAt: '内容清除时间',
    checkedAt: '核验时间',
  },
  compare: '请逐项与您手中的文件核对：有一项不同的，不是同一份文件。时间均为北京时间。',
  tooLarge: (most: number) => `文件超过 ${most} MB：本站文件的 PDF 约 100 KB，请确认选对了文件`,
  home: '首页',
}
