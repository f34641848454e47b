import type { Archived, ArchivedWhich } from '../../../domain/evidence-archive/archive.ts'
import type { NamePiece } from '../../../domain/evidence-archive/names.ts'

/** The page on which a school takes the files of many cases with it. */
export const zh = {
  title: '材料打包导出',
  lead: '把一批业务的证明材料和已签章的文书打包下载。每个压缩包内有材料清单（材料清单.csv），列出每份文件的学生、大小、SHA-256 和状态；存储中缺失的文件会在清单中写明，其余照常打包。',
  kind: '业务',
  kinds: { agreement: '就业协议', destination: '毕业去向', dissolution: '解约' } satisfies Record<
    Archived,
    string
  >,
  which: '范围',
  whiches: { settled: '已办结的', all: '全部' } satisfies Record<ArchivedWhich, string>,
  whichHint: '“已办结的”指已鉴证的协议、已登记的去向和已完成的解约。',
  names: '文件命名规则',
  namesHint: '用“/”分文件夹，最多两层；文件名中须有学号。同一学生的第几份文件会自动写在末尾，重名不会覆盖。',
  addPiece: '点按加入：',
  pieces: {
    COLLEGE: '院系',
    CLASS: '班级',
    MAJOR: '专业',
    YEAR: '届别',
    NUMBER: '学号',
    NAME: '姓名',
    WHAT: '材料名称',
    FILE: '上传时的文件名',
  } satisfies Record<NamePiece, string>,
  usual: '恢复本校规则',
  namesOfSchool: '这里改的只用于这次下载；本校的规则由学校管理员在“设置”中修改。',
  example: (path: string) => `例如：${path}`,
  sample: {
    COLLEGE: '计算机学院',
    CLASS: '软工一班',
    MAJOR: '软件工程',
    YEAR: '2026',
    NUMBER: '2022010001',
    NAME: '林晓',
    WHAT: '证明材料',
    FILE: '扫描件',
  } satisfies Record<NamePiece, string>,
  parts: '压缩包',
  whole: (students: string, files: string, size: string) => `共 ${students} 名学生，${files} 份文件，${size}`,
  partsHint: (parts: string) =>
    `分为 ${parts} 个压缩包，同一学生的文件在同一个包内。下载中断时，只需重新下载这一个包。`,
  part: '压缩包',
  partOf: (n: string, all: string) => `第 ${n} 个，共 ${all} 个`,
  span: '学号范围',
  students: '学生',
  files: '文件',
  size: '大小',
  empty: '没有符合条件的业务。可以更改年度、院系，或在“范围”中选择“全部”。',
  noFiles: '没有文件',
  namesFirst: '请先更正命名规则',
  take: {
    label: '下载',
    title: (files: string, size: string) => `下载 ${files} 份文件（${size}）？`,
    text: '压缩包内是原件，含学生的个人信息，请妥善保管。谁在何时、为何、按什么条件下载，都会记录，也会记入每名学生的档案，学生本人看得到。',
    confirm: '开始下载',
    done: '已下载',
  },
  fileName: (kind: string, n: string) => `${kind}材料 ${n}.zip`,
}
