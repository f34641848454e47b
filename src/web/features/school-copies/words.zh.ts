import type { LeftOut } from '../../../domain/school-copy/left.ts'

/** The page on which a school takes all of its data. */
export const zh = {
  title: '全部数据',
  lead: '学校的数据归学校所有，随时可以全部取走：一个压缩包，每类数据一份 csv，附逐列说明和清单，还可以带上证明材料和已签章的文书。全部表格取自同一时刻。',
  what: '现有',
  students: '学生',
  files: '材料和文书',
  bytes: '文件大小',
  take: {
    label: '导出全部数据',
    title: '导出学校的全部数据？',
    text: '压缩包内是全校学生的个人信息，请只交给有权保管的人。谁在何时、为何导出，会记入学校的下载记录，也会记入每名学生的档案，学生本人看得到。数据多时需要几分钟，请不要关闭页面。',
    confirm: '开始导出',
    done: '已导出',
  },
  numbers: '证件号码、考生号、手机号码等',
  numbersOf: { empty: '留空', whole: '完整写出' },
  withFiles: '证明材料和文书',
  withFilesOf: { no: '只要表格', yes: '一并带上' },
  included: (n: string) => `包内的 ${n} 份表格`,
  table: '表格',
  has: '内容',
  leftOut: '不在包内的',
  left: {
    secret: '登录、签署和联网用的凭据：密码、密钥、令牌、签署密码、核验码。离开系统就不再安全。',
    personal: '个人自己的内容，如简历、手写签名、收藏和个人设置：由本人在“我的隐私”中取走。',
    between: '学生与单位之间的投递、面试，以及单位自己的模板和草稿：学校不查看。',
    derived: '由包内其他表格得出的统计行、日志的校验树和未确认的导入行。',
    inner: '程序自己的计数。',
    platform: '整个平台的数据，不属于哪所学校。',
  } satisfies Record<LeftOut, string>,
  fileName: (school: string) => `${school}全部数据.zip`,
}
