import type { MajorFault } from '../domain/major/read-row.ts'
import { zh as sheets } from './sheets.zh.ts'

export const zh = {
  sheet: '专业列表',
  fault: {
    ...sheets.fault,
    'no-such-college':
      '本校没有“{{college}}”这个院系，或有几个同名。请填写院系的名称或编号，几个之间用顿号隔开',
    'not-a-state': '请填写“使用中”或“已停用”',
    'major-twice': '专业代码与第 {{row}} 行相同',
  } satisfies Record<MajorFault, string>,
  notes: '填写说明',
  lines: [
    '带 * 的列每行都要填写。专业代码按国家专业目录，一个代码一行。',
    '学历层次、开设院系可以填写名称或代码，见后面的工作表；几个院系之间用顿号隔开，不填表示未指定。',
    '状态填写“使用中”或“已停用”；不填表示不变，新专业为使用中。',
    '文件里没有的专业不受影响；没有“开设院系”或“状态”列时，这两项不变。',
  ],
}
