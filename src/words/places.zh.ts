import type { PlaceFactKind } from '../domain/place/fact.ts'
import type { PlaceFault } from '../domain/place/read-row.ts'
import { zh as sheets } from './sheets.zh.ts'

export const zh = {
  kinds: {
    'minimum-wage': '月最低工资标准',
    western: '西部地区',
    remote: '艰苦边远地区',
    grassroots: '基层地区',
  } satisfies Record<PlaceFactKind, string>,
  fault: {
    ...sheets.fault,
    'not-money': '不是金额，请填写大于 0 的元数，如 2210',
    'not-a-month': '不是月份，请写成 2026-07、2026/7、2026年7月 或 202607',
    'ends-before': '截止月份不能早于起始月份',
    'place-twice': '与第 {{row}} 行的地区和起始月份相同',
    'no-amount-here': '地区标签没有金额，请留空',
  } satisfies Record<PlaceFault, string>,
  notes: '填写说明',
  lines: [
    '地区填写六位行政区划代码，或从省一级写起的全称；县级没有的，按地级市、省的标准。',
    '起始月份是标准开始执行的月份；截止月份不填，表示执行到下一个标准开始为止。',
  ],
}
