import type { DocumentKind } from '../../src/domain/document/kind.ts'
import { MAIN_DOCUMENT, type Packaged } from '../../src/domain/evidence-package.ts'
import type { FaultCode, Note } from './fault.ts'

type Say = (...of: string[]) => string
const faults: Record<FaultCode, Say> = {
  'no-zip': (why) => `文件打不开，或者不是 zip 文件（${why}）。`,
  'part-missing': (name) => `证据包里缺少文件 ${name}。`,
  'part-twice': (name) => `证据包里有两个 ${name}。`,
  'part-unlisted': (name) => `证据包里多了清单上没有的文件 ${name}。`,
  'part-changed': (name) => `${name} 被改动过：与清单上的指纹不符。`,
  'part-unreadable': (name) => `${name} 的内容读不懂。`,
  'manifest-unreadable': () => '清单 MANIFEST.txt 读不懂，或者不是本程序认识的格式。',
  'manifest-unsigned': () => '清单 MANIFEST.txt 不是平台签名的：清单或它的签名被改动过。',
  'no-seal': (name) => `${name} 里没有可以读取的电子签章。`,
  'seal-not-whole': (name) => `电子签章没有覆盖 ${name} 的全部内容，或者签章不止一个。`,
  'document-changed': (name) => `${name} 在盖章之后被改动过：电子签章无效。`,
  'certificate-other': () => '证据包里的证书不是给文件盖章的证书。',
  'certificate-not-vouched': (subject) => `证书 ${subject} 不是由它所写的签发者签发的。`,
  'certificate-not-trusted': (subject) => `签发者 ${subject} 不是您信任的机构。`,
  'certificate-not-valid-then': (subject, at) => `证书 ${subject} 在盖章时（${at}）不在有效期内。`,
  'seal-other': (name) => `证据包所记的签章信息不是 ${name} 的。`,
  'facts-other': (name) => `${name} 不是文件所依据的内容：与签章保护的指纹不符。`,
  'facts-not-sealed': (name) => `盖章的文件里没有 ${name} 的指纹，或者不止一个。`,
  'key-not-known': () => '平台的公钥读不懂。',
  'checkpoint-unsigned': () => '校验点不是平台签名的：被改动或替换过。',
  'checkpoint-other': () => '证明所依据的不是证据包里的校验点：校验点被替换过。',
  'line-missing': (name) => `操作记录缺少一行，或者次序被调换：应为 ${name}。`,
  'line-changed': (name) => `操作记录的这一行被改动或调换过：${name}。`,
  'line-of-another': (name) => `操作记录的这一行不属于本案：${name}。`,
  'line-not-proved': (name) => `不能证明这一行在平台的操作记录之中：${name}。`,
  'proof-of-another': (name) => `证明里有一行不在本案的操作记录中：${name}。`,
  'acts-other': (name) => `acts.json 与操作记录不符：${name}。`,
  'seal-not-journaled': (name) => `操作记录里没有给 ${name} 盖章的那一行。`,
  'document-missing': (hash, at) =>
    `证据包里缺少一份盖过章的文件：操作记录写着它于 ${at} 盖章，指纹 ${hash}。`,
  'picture-changed': (name) => `图片 ${name} 被改动过：与它的指纹不符。`,
  'picture-missing': (hash) => `证据包里缺少一张签名或印章的图片，指纹 ${hash}。`,
  'picture-other': (name) => `图片 ${name} 既不见于操作记录，也不见于盖章的文件。`,
  'evidence-other': (name) => `材料“${name}”的指纹与操作记录不符。`,
  'past-rewritten': (from, to) =>
    `盖章时的操作记录（${from} 行）不是现在这份（${to} 行）的开头：过去被改写过。`,
  'timestamp-other': (name) => `时间戳不是 ${name} 的签章的，或者无效。`,
  'given-unreadable': () => '您给的校验点或证明读不懂。',
  'given-unsigned': () => '您给的校验点不是这个平台签名的。',
  'given-needs-proof': (from, to) =>
    `要比较 ${from} 行和 ${to} 行的两个校验点，还需要一份证明：请从网站的 /api/public/checkpoints/consistency?from=${from}&to=${to} 取得，用 --proof 给出。`,
  'given-inconsistent': (from, to) =>
    `两个校验点（${from} 行与 ${to} 行）说的不是同一个过去：操作记录被改写过。`,
}
const DOCUMENT: Record<DocumentKind, string> = {
  agreement: '就业协议书',
  dissolving: '解约办理中证明',
  dissolved: '解约证明',
  registration: '毕业去向登记表',
  recommendation: '毕业生推荐表',
}
const notes: Record<Note[0], Say> = {
  parts: (count) => `${count} 个文件与清单一致`,
  seal: (by, at) => `文件自 ${at} 盖章后没有改动；盖章证书：${by}`,
  'issuer-trusted': (by) => `证书由您信任的机构签发：${by}`,
  'issuer-own': (by) => `证书的签发者是：${by}（是否信任由您判断，可用 --trust 给出您信任的机构）`,
  facts: () => '内容数据与文件一致，由签章保护',
  'facts-before': () => '这份文件盖章时还没有内容指纹，内容数据无法由签章核验',
  'key-sealed': (key) => `平台的公钥写在签章保护的内容里：${key}`,
  'key-given': (key) => `按您给出的平台公钥核验：${key}`,
  'key-from-package': (key) => `平台的公钥只见于证据包，可与网站公布的比对，或用 --key 给出：${key}`,
  manifest: (at) => `清单由平台于 ${at} 签名`,
  checkpoint: (size, root, at) => `校验点由平台于 ${at} 签名：${size} 行，根值 ${root}…`,
  journal: (count) => `本案的 ${count} 行操作记录首尾相连，没有缺漏`,
  withheld: (count) => `其中 ${count} 行只给出哈希值`,
  proofs: (count, size) => `${count} 行都在平台 ${size} 行操作记录的哈希树之中`,
  past: (from, to) => `盖章时的 ${from} 行是现在 ${to} 行的开头`,
  evidence: (count) => `${count} 份材料的指纹与操作记录一致`,
  timestamp: (at) => `时间戳：${at}`,
  'timestamp-none': () => '没有第三方时间戳：时间以平台服务器为准',
  document: (kind, number, at) =>
    `另一份盖章文件与它的内容、签章一致：${DOCUMENT[kind as DocumentKind]} ${number}，${at}`,
  pictures: (count) => `${count} 张签名和印章图片与记录或盖章文件所指明的一致`,
  given: (from, to) => `与您给的校验点一致（${from} 行与 ${to} 行）`,
}

export const zh = {
  usage:
    '用法：npm run verify -- 证据包.zip [--checkpoint 另一校验点.txt [--proof 证明.json]] [--trust 证书.pem] [--key 平台公钥] [--lang zh|en]',
  unreadable: (name: string) => `读不到文件 ${name}。`,
  valid: (kind: Packaged | null, number: string | null) =>
    `${kind === null ? '' : `${DOCUMENT[MAIN_DOCUMENT[kind]]} `}${number ?? ''} 的证据包：全部相符。`,
  invalid: '不符：',
  faults,
  notes,
}
