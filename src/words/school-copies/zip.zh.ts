import type { LeftOut } from '../../domain/school-copy/left.ts'

/** A school's copy: what its own sheets are called, and why something is not in it. */
export const zh = {
  file: (school: string, day: string) => `${school}全部数据 ${day}`,
  description: '说明.csv',
  descriptionColumns: ['文件', '列', '含义', 'Meaning', '类型'],
  contents: '清单.csv',
  contentsColumns: ['文件', '行数', '大小（字节）', 'SHA-256', '状态'],
  notIn: '不在包内',
  types: {
    text: '文字',
    number: '数字',
    'yes-no': 'true 或 false',
    day: '日期（年-月-日）',
    instant: '时刻（含时区）',
    json: 'JSON',
    list: '列表（花括号）',
    hex: '十六进制',
    sealed: '加密保存；只在完整取出时有内容',
  },
  left: {
    secret: '登录、签署或联网用的凭据，离开系统就不再安全',
    personal: '个人自己的内容，由本人在“我的隐私”中取走',
    between: '学生与单位之间的内容，或单位自己的内容，学校不查看',
    derived: '由包内其他文件得出',
    inner: '程序的计数',
    platform: '整个平台的，不属于哪所学校',
  } satisfies Record<LeftOut, string>,
}
