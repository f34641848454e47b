import type { TransferFault } from '../domain/transfer/sheet-row.ts'
import { zh as sheets } from './sheets.zh.ts'

export const zh = {
  sheet: '档案邮寄登记',
  fault: {
    ...sheets.fault,
    'no-such-record': '没有这个发档号的转递记录，或不在您的查看范围内',
    'record-twice': '文件中有几行是这个发档号，请只保留一行',
    'another-name': '姓名与该发档号的学生不一致',
    'number-repeated': '文件中有几行是这个编号，一个编号只能属于一名学生',
    'number-of-another': '这个编号已登记在另一名学生或另一次寄送名下',
    'day-not-meant': '日期不能晚于今天，也不能早于三年前',
    'day-before': '日期不能早于 {{day|day}}',
    'reason-needed': '请填写退回原因',
    'moved-on': '该记录的状态不能这样变更：没有寄出的不能签收或退回，已退回的请建立新记录',
    'not-addressed': '该记录没有写全接收单位或地址，或约定档案暂不转，请先补全',
  } satisfies Record<TransferFault, string>,
  notes: '填写说明',
  lines: [
    '发档号在转递清册、转递单和地址标签上，必填；其他列有就填，没有的列可以删去。',
    '填写邮件号或寄出日期，记录变为已寄出；没有寄出日期的，按签收或退回日期，再没有按导入当天。',
    '填写签收日期，变为已签收；填写退回日期和退回原因，变为已退回。',
    '编号按文字填写，前面的 0 要保留。邮局返回的表格不用改列名，可以直接导入。',
  ],
}
