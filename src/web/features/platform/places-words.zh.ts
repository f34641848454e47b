import { zh as places } from '../../../words/places.zh.ts'

export const zh = {
  title: '地区数据',
  hint: '最低工资标准和地区标签。县级没有的，按地级市、省的标准。产品只自带有国家文件明确列出的西部地区，其余请按当地公布的文件录入或上传。',
  kinds: places.kinds,
  rows: '条数',
  q: '地区代码或名称',
  empty: '没有数据。',
  withoutWages:
    '还没有录入任何地区的标准，低于最低工资的薪资因此不会提示单位和审核老师。请按各地人力资源社会保障部门公布的文件点“新增”录入，或用下面的模板一次上传。',
  withoutTag:
    '还没有地区带这个标签，按它筛选不会有结果。请按国家公布的名单点“新增”录入，或用下面的模板一次上传。',
  region: '地区',
  amount: '月最低工资（元）',
  since: '起始月份',
  until: '截止月份',
  open: '至下一标准',
  from: '来源',
  shipped: '产品自带',
  own: '自行录入',
  acting: '操作',
  monthHint: '如 2026-07',
  untilHint: '不填表示执行到下一个标准开始为止；停用一条请填截止月份。',
  regionHint: '六位行政区划代码，如 420100',
  monthWrong: '请写成 2026-07',
  amountWrong: '请填写大于 0 的金额，如 2210',
  add: { label: '新增', title: '新增一条', confirm: '新增', done: '已新增' },
  change: { label: '修改', title: '修改', confirm: '保存', done: '已保存' },
  upload: '上传表格',
  limits: (megabytes: number, rows: string) =>
    `.xlsx 或 .csv，不超过 ${megabytes} MB、${rows} 行。先逐行检查，确认后才写入。`,
  template: '下载模板',
  checked: (added: string, changed: string, same: string) =>
    `检查完毕：新增 ${added} 条，修改 ${changed} 条，相同 ${same} 条。`,
  missing: (columns: string) => `表格中没有这些列：${columns}。请按模板补上后重新上传。`,
  faulty: (n: string) => `${n} 处有误，这些行不会写入：`,
  place: (row: number, column: string | null, name: string) =>
    column === null ? `第 ${row} 行“${name}”：` : `第 ${row} 行 ${column} 列“${name}”：`,
  take: { label: '写入', title: '写入检查通过的各行？', done: '已写入' },
  history: '最近的修改',
  noHistory: '还没有修改过。',
}
