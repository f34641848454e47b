import type { SheetFault } from '../domain/sheets/fault.ts'

/** What is wrong with a cell of any sheet. */
const fault: Record<SheetFault, string> = {
  'digits-lost': '号码被表格当作数字，末尾几位已丢失。请把这一列设为“文本”格式后重新填写',
  'error-value': '单元格是错误值（{{value}}），请更正公式或直接填写',
  'formula-without-value': '公式没有计算结果。请用 Excel 或 WPS 打开并保存一次，或直接填写内容',
  'text-elsewhere': '内容存放在另一个备注文件中，没有一起上传。请另存为 .xlsx 后重新上传',
  needed: '请填写此项',
  'hidden-character': '第 {{position}} 个字符（{{character}}）看不见或会打乱文字，请删去后重新填写',
  'not-printed':
    '“{{character}}”（{{code}}，第 {{position}} 个字符）没有可用的字体，无法印在协议书上。请改用其他写法，或请平台补充字体',
  'too-long': '最多 {{most}} 个字',
  'not-a-number': '只能由文字、数字和 - / . _ ( ) 组成',
  'not-a-day': '不是日期。请写成 2001-03-05、2001/3/5、2001年3月5日 或 20010305',
  'not-in-table': '代码表中没有这一项，请填写表中的代码或名称',
  'several-in-table': '有几项同名，请填写代码或从省一级写起的全称',
  'not-yes-or-no': '请填写“是”或“否”',
  'not-a-phone': '不是电话号码。座机请带区号，境外号码请以 + 和国家代码开头',
  'number-twice': '学号与第 {{row}} 行相同',
}
export const zh = {
  fault,
  /** `第 12 行 C 列“性别”` */
  at: (row: number, column: string | null, heading: string) =>
    column === null ? `第 ${row} 行“${heading}”` : `第 ${row} 行 ${column} 列“${heading}”`,
  /** Between that and what is wrong, and between two of them. */
  says: '：',
  between: '；',
}
