import type { BatchStanding, RowStanding } from '../../../domain/invitation-batch/batch.ts'

const status: Record<BatchStanding, string> = {
  reading: '正在核对',
  unclear: '列不全',
  checked: '待发送',
  sending: '正在发送',
  unfinished: '发送中断',
  sent: '已发送',
  cancelled: '已停止',
  failed: '未能读取',
}
const tabs: Record<RowStanding, string> = {
  faulty: '有问题',
  right: '可以发出',
  refused: '未能发出',
  sent: '已发出',
}
const explained: Record<RowStanding, string> = {
  faulty: '这些行不会发出。请在原文件或下载的结果中更正后重新上传。',
  right: '这些邀约还没有发出。',
  refused: '这些行核对时可以发出，发送时已不能发出。',
  sent: '这些邀约已经发给学生。',
}

export const zh = {
  title: '邀请多名学生',
  lead: '下载模板，每行填写一名学生和邀约条款，上传后逐行核对，确认后才发出。学生按学号和姓名一起查找，系统不提供学生名单。',
  school: '学校',
  template: '下载模板',
  empty: '还没有上传过邀约名单。',
  file: '邀约名单',
  limits: (megabytes: number, rows: string) =>
    `支持 .xlsx、.csv（UTF-8 或 GBK）；最大 ${megabytes} MB、${rows} 行。列的次序不限，上方可以有标题行。`,
  by: '上传人',
  when: '上传时间',
  state: '状态',
  sentRows: '已发出',
  status,
  reading: (rows: string) => `已核对 ${rows} 行，请稍候。可以离开此页，稍后回来查看。`,
  sending: (sent: string, all: string) => `已处理 ${sent} / ${all} 行。可以离开此页，稍后回来查看。`,
  belowMinimum: '以下各行的薪资低于工作地点的月最低工资标准，请核对；仍可发出',
  row: (n: number) => `第 ${n} 行：`,
  unfinished: (left: string) => `发送中断，还有 ${left} 份没有发出。点“继续发送”接着发，已发出的不会重复。`,
  counts: (n: { right: string; faulty: string; sent: string; refused: string }) =>
    `可以发出 ${n.right} 份 · 有问题 ${n.faulty} 行 · 已发出 ${n.sent} 份 · 未能发出 ${n.refused} 份`,
  tabs,
  views: '核对结果',
  explained,
  none: {
    faulty: '没有有问题的行。',
    right: '没有等待发出的邀约。',
    refused: '没有未能发出的邀约。',
    sent: '还没有发出邀约。',
  } satisfies Record<RowStanding, string>,
  see: '查看邀请函',
  gone: '名单的明细已清除，发出的邀约在“已发邀约”中。',
  missing: (names: string) => `没有找到这些必需的列：${names}。请按模板补上列名后重新上传。`,
  twice: (name: string) => `“${name}”这个列名出现了多次，请改名后重新上传。`,
  found: (row: number) => `列名在第 ${row} 行，读到：`,
  unread: (names: string) => `没有读取的列：${names}`,
  anotherFile: '重新上传',
  anotherHint: '更正后的名单在这里上传，会替换还没有发送的名单。',
  nothing: '没有可以发出的邀约。请更正后重新上传。',
  send: {
    label: (right: string) => `发出 ${right} 份`,
    title: '确认发出这些邀约？',
    text: (right: string, faulty: string) =>
      `将向 ${right} 名学生发出邀约，每名学生都会收到通知。有问题的 ${faulty} 行不发出。`,
    done: '正在发送',
  },
  goOn: {
    label: '继续发送',
    title: '继续发送余下的邀约？',
    text: (right: string) => `还有 ${right} 份没有发出。已发出的不会重复。`,
    done: '正在继续发送',
  },
  cancel: {
    label: '放弃发送',
    title: '放弃这份名单？',
    text: '已发出的邀约保持有效，没有发出的不再发出。',
    done: '已停止',
  },
  report: '下载未发出的行',
}
