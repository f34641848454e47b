import type { Packaged, Taker } from '../domain/evidence-package.ts'

/** What stands in a package on how to check it, and what the verifier says; plain words for people who know neither. */
export const zh = {
  title: (kind: Packaged, number: string) =>
    `${{ agreement: '就业协议', destination: '毕业去向登记', recommendation: '毕业生推荐表' }[kind]} ${number} 的证据包`,
  taker: { student: '毕业生', employer: '用人单位', school: '学校' } satisfies Record<Taker, string>,
  takenBy: (taker: string, site: string) => `由${taker}从 ${site} 下载。下载本身也记入了操作记录。`,
  what: '里面有什么',
  part: {
    document: '加盖电子签章的文件（就业协议书、毕业去向登记表或推荐表），任何 PDF 阅读器都能打开',
    facts: '这份文件所依据的全部内容（数据形式），它的指纹写在文件里，由签章保护',
    seal: '签章的时间、所用证书和文件指纹',
    acts: '各方的每一步操作，与页面上的办理记录一致',
    journal: '这些操作在操作记录中的原始行和每行的哈希值，前后相连',
    proofs: '证明每一行都在整个平台操作记录的哈希树（RFC 9162）之中',
    checkpoint: '平台对整个操作记录签名的最新校验点',
    keys: '平台签校验点的公钥，以前和现在的',
    evidence: '上传过的材料的指纹（不含材料本身）',
    certificates: '签章证书和签发它的证书',
    timestamp: '第三方时间戳（仅在平台设置了时间戳服务时有）',
    documents: '同一事项中另外盖过章的文件（解约办理中证明、解约证明、以前各版推荐表），各附其内容和签章信息',
    pictures: '记录或盖章文件所指明的手写签名和印章图样，文件名就是它的指纹',
    manifest: '以上每个文件的指纹，由平台签名',
  },
  how: '怎样核验',
  steps: [
    '用 PDF 阅读器打开盖章的文件，查看签名：提示“自签名后文档未被修改”即可；平台自制证书会显示“身份未知”，这是正常的。',
    '在装有 Node 24 的电脑上取得签约平台的源代码，运行 npm ci，再运行 npm run verify -- 证据包.zip。核验不需要联网，也不需要平台的服务器。',
    '想确认平台没有改写过去，请在网站的 /checkpoints 页（或别人手里的旧证据包、旧协议书页脚）找一个校验点，存为文件，运行 npm run verify -- 证据包.zip --checkpoint 文件。',
    '哪怕改动一个字节、去掉一行、换掉一个文件，核验都会失败，并指出第一处不符。',
  ],
  not: '它证明不了什么',
  limits: [
    '它证明文件与记录自形成以来没有被改动，不证明坐在键盘前的是谁：那由账号、登录方式和操作记录来说明。',
    '平台自制的证书不是依法设立的电子认证服务机构所发；双方以约定条件认可它（《电子签名法》第十三条）。',
    '没有第三方时间戳时，时间是平台服务器的时间。',
    '手写签名和印章图样是图片，谁都可以复制；它们只说明当时用的是哪一个。本版本以前、又没有出现在盖章文件里的手写签名，没有指纹可核对，不在包内。',
  ],
  withheld: (count: number) =>
    `有 ${count} 行只给出哈希值：这些旧记录的原始行里含有他人的网络地址。它们的哈希值仍可核验，办理事项见下表。`,
  acts: '操作一览',
  heads: ['时间（UTC）', '操作', '办理人', '身份', '说明', '签名与印章'],
  picture: '签名或印章图样',
  system: '系统',
}
