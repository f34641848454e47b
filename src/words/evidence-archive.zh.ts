import type { DocumentKind } from '../domain/document/kind.ts'
import type { Archived, FileState } from '../domain/evidence-archive/archive.ts'

/** An archive of evidence: what its files and the columns of its manifest are called. */
export const zh = {
  kind: {
    agreement: '就业协议',
    destination: '毕业去向',
    dissolution: '解约',
  } satisfies Record<Archived, string>,
  uploaded: '证明材料',
  sealed: {
    agreement: '就业协议书',
    dissolving: '解约办理中证明',
    dissolved: '解约证明',
    registration: '毕业去向登记表',
    recommendation: '毕业生推荐表',
  } satisfies Record<DocumentKind, string>,
  manifest: '材料清单.csv',
  columns: {
    row: '序号',
    path: '文件',
    number: '学号',
    name: '姓名',
    college: '院系',
    major: '专业',
    className: '班级',
    year: '毕业年度',
    kind: '业务',
    caseNumber: '协议编号',
    what: '材料',
    file: '上传时的文件名',
    bytes: '大小（字节）',
    sha256: 'SHA-256',
    state: '状态',
  },
  state: {
    packed: '在包内',
    gone: '缺失：存储中没有这个文件',
    broken: '不完整：读取中断',
    altered: '在包内，但与登记时的指纹不一致',
    none: '没有材料',
  } satisfies Record<FileState, string>,
  file: (kind: string, part: string) => `${kind}材料 ${part}`,
}
