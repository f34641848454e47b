import type { StruckFault } from '../domain/deregistration/sheet.ts'
import { zh as sheets } from './sheets.zh.ts'

export const zh: Record<StruckFault, string> = {
  ...sheets.fault,
  'not-a-credit-code': '不是统一社会信用代码：应为 18 位，且校验位正确',
  'code-twice': '统一社会信用代码与第 {{row}} 行相同',
  'day-not-meant': '注销日期不能晚于今天，也不能早于三十年前',
}
