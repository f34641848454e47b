import type { ImportStatus, RowStanding } from '../../../domain/roster/import.ts'
import type { HEADING_STATES } from '../../../domain/sheets/told-headings.ts'

const status: Record<ImportStatus, string> = {
  reading: '正在读取',
  unclear: '需要指定列',
  previewed: '待确认导入',
  committed: '已导入',
  cancelled: '已放弃',
  failed: '未能读取',
}
const tabs: Record<RowStanding | 'missing' | 'columns', string> = {
  faulty: '有问题',
  new: '新增',
  changed: '更新',
  unchanged: '无变化',
  missing: '文件中没有',
  columns: '列名',
}
const lead: Record<RowStanding | 'missing', string> = {
  faulty: '这些行不会导入。请在原文件或下载的结果中更正后重新上传。',
  new: '这些学生将录入生源库，并可以首次登录。',
  changed: '这些学生的信息将按文件更新。空白单元格不改动已有内容；学生本人确认过的手机号不改动。',
  unchanged: '这些学生与生源库一致，不改动。',
  missing: '生源库中同届的这些学生不在文件里。导入不会删除或改动他们。',
}
const entered: typeof lead = {
  faulty: '这些行没有导入。更正后可以重新上传。',
  new: '这些学生已录入生源库，可以首次登录。',
  changed: '这些学生的信息已按文件更新。空白单元格没有改动已有内容；学生本人确认过的手机号没有改动。',
  unchanged: '这些学生与生源库一致，没有改动。',
  missing: '生源库中同届的这些学生不在文件里。导入没有删除或改动他们。',
}
const heading: Record<(typeof HEADING_STATES)[number], string> = {
  read: '读取',
  twice: '列名重复，无法分辨',
  unread: '没有读取',
  ignored: '不读取',
}

export const zh = {
  title: '生源导入',
  lead: '上传名单后先预览，确认后才写入生源库。',
  template: '下载模板',
  empty: '还没有导入过名单。请下载模板填写，或直接上传已有的名单。',
  file: '名单文件',
  limits: (megabytes: number, rows: string) =>
    `支持 .xlsx、.csv（UTF-8 或 GBK）、.dbf；最大 ${megabytes} MB、${rows} 行。列的次序不限，上方可以有标题行。`,
  anotherFile: '重新上传',
  anotherHint: '更正后的名单在这里上传，会替换本次预览。',
  nextHint: '要再导入名单，请在这里上传。',
  by: '上传人',
  when: '上传时间',
  state: '状态',
  rows: '行数',
  status,
  reading: (rows: string) => `已读取 ${rows} 行，请稍候。可以离开此页，稍后回来查看。`,
  counts: (n: { new: string; changed: string; unchanged: string; faulty: string; missing: string }) =>
    `新增 ${n.new} 人 · 更新 ${n.changed} 人 · 无变化 ${n.unchanged} 人 · 有问题 ${n.faulty} 行 · 文件中没有 ${n.missing} 人`,
  tabs,
  views: '预览内容',
  explained: lead,
  entered,
  none: {
    faulty: '没有有问题的行。',
    new: '没有新增的学生。',
    changed: '没有要更新的学生。',
    unchanged: '没有无变化的学生。',
    missing: '同届学生都在文件里。',
  },
  emptyCell: '空白',
  nothing: '没有可以导入的行：没有新增，也没有要更新的学生。',
  onlyMine: (by: string) => `名单内容只有上传人（${by}）可以查看。`,
  gone: '本次导入的明细已清除。',
  headings: {
    title: '文件中的列',
    row: (row: number) => `列名在第 ${row} 行。`,
    missing: (names: string) => `没有找到这些必需的列：${names}。请指定由哪一列填写，保存后重新读取。`,
    hint: '没有读取的列不会写入生源库。指定后会记住，以后的文件不用再选。列名重复的，请在文件中改名，或选择不读取。',
    column: '列',
    heading: '文件中的列名',
    examples: '内容示例',
    means: '作为',
    state: heading,
    automatic: '自动识别',
    nothing: '不读取',
    said: '已指定',
    save: '保存并重新读取',
    saved: '已保存列名对应',
    uploadAgain: '列名对应已保存。请再次选择文件。',
  },
  commit: {
    label: '确认导入',
    title: '确认导入这份名单？',
    text: (added: string, changed: string, faulty: string) =>
      `将新增 ${added} 人、更新 ${changed} 人。有问题的 ${faulty} 行不导入。写入是一次完成的：要么全部写入，要么都不写入。已签约的协议保留签约时的信息。人数较多时需要几十秒，请不要关闭页面。`,
    done: '名单已导入',
  },
  cancel: {
    label: '放弃导入',
    title: '放弃这次导入？',
    text: '不会写入任何内容，已上传的名单会清除。',
    done: '已放弃导入',
  },
  report: {
    label: '下载导入结果',
    title: '下载这次导入的结果？',
    text: '文件与名单格式相同，更正后可以再次上传；其中含完整证件号和手机号，请妥善保管。谁在何时、为何下载都会记录，也会记入每名学生的档案，学生本人看得到。',
    confirm: '下载',
    done: '已下载',
    ending: '导入结果.xlsx',
  },
  studentNumber: '学号',
  name: '姓名',
}
