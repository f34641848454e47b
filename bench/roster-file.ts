import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { withResidentCheck } from '../src/domain/identifiers.ts'
import { columnLetters } from '../src/domain/sheet.ts'
import { partsOf } from '../src/server/testing/sheet-files.ts'

/**
 * `node bench/roster-file.ts <file> <rows> [columns]`: a roster as Excel and WPS save it, every text once, in the table that all
 * cells share. With more columns than ours every third row has faults.
 */

const OURS =
  '序号,学号,姓名,证件类型,证件号码,性别,出生日期,民族,政治面貌,院系,班级,学历,专业代码,专业名称,学制,入学年月,毕业年月,毕业年度,培养方式,学习形式,生源所在地代码,城乡生源,师范生类别,困难类别,考生号,手机号码,电子邮箱,家庭地址'.split(
    ',',
  )
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华子轩雨桐浩然梓涵欣怡']
const HARDSHIPS = ['', '', '', '', '低保', '残疾、低保']

function studentOf(n: number): string[] {
  const day = String(1 + (n % 28)).padStart(2, '0')
  const born = `${1998 + (n % 8)}${String(1 + (n % 12)).padStart(2, '0')}${day}`
  const place = ['420111', '110101', '440305', '420106'][n % 4]!
  const serial = String(Math.floor(n / 300) % 1000).padStart(3, '0')
  const idNumber = withResidentCheck(
    `${place.slice(0, 2)}${String(n % 10_000).padStart(4, '0')}${born}${serial}`,
  )
  const at = (letters: readonly string[], k: number) => letters[k % letters.length]!
  const name = at(SURNAMES, n) + at(GIVEN, Math.floor(n / 7)) + at(GIVEN, Math.floor(n / 31))
  return [
    String(n + 1),
    String(2_023_000_001 + n),
    name,
    '居民身份证',
    idNumber,
    Number(serial) % 2 === 1 ? '男' : '女',
    `${born.slice(0, 4)}-${born.slice(4, 6)}-${day}`,
    n % 20 === 0 ? '土家族' : '汉族',
    '共青团员',
    ['计算机学院', '外国语学院'][n % 2]!,
    `软工 23${String(n % 400).padStart(3, '0')}`,
    '本科生毕业',
    '080902',
    '软件工程',
    '4',
    '202309',
    '202706',
    '2027',
    '非定向',
    '普通全日制',
    place,
    n % 3 ? '城镇' : '农村',
    '非师范生',
    HARDSHIPS[n % HARDSHIPS.length]!,
    String(23_420_000_000_000 + n),
    `138${String(n).padStart(8, '0')}`,
    `student${n}@stu.example.edu.cn`,
    `湖北省武汉市洪山区学府路 ${n} 号`,
  ]
}

const [file = '', count = '100000', columns = OURS.length] = process.argv.slice(2)
/** That nobody knows. */
const MORE = Array.from({ length: Number(columns) - OURS.length }, (_, k) => `省内字段${k + 1}`)
const HEADINGS = [...OURS, ...MORE]
function textsOf(n: number): string[] {
  const student = studentOf(n)
  if (MORE.length > 0 && n % 3 === 0) {
    student[OURS.indexOf('证件号码')] = '420111200103050014'
    student[OURS.indexOf('学历')] = '博士以上'
  }
  return [...student, ...MORE.map((_, k) => `${n % 1000}-${k}`)]
}
const places = new Map<string, number>()
const strings: string[] = []
const placeOf = (text: string) => {
  const known = places.get(text)
  if (known !== undefined) return known
  places.set(text, strings.length)
  return strings.push(text) - 1
}
const rowOf = (row: number, texts: readonly string[]) => {
  const cells = texts.map((text, column) =>
    text === ''
      ? `<c r="${columnLetters(column)}${row}" s="1"/>`
      : `<c r="${columnLetters(column)}${row}" s="1" t="s"><v>${placeOf(text)}</v></c>`,
  )
  return `<row r="${row}" spans="1:${texts.length}" ht="14.4" customHeight="1" x14ac:dyDescent="0.25">${cells.join('')}</row>`
}
const {
  'xl/worksheets/sheet1.xml': sheet = '',
  'xl/sharedStrings.xml': shared = '',
  ...parts
} = partsOf({
  sheets: [{ name: '毕业生名单', rows: '' }],
  strings: [],
  formats: [49],
})
const around = (part: string | Buffer, end: string) => String(part).split(end) as [string, string]
function* sheetText() {
  const [head, tail] = around(sheet, '</sheetData>')
  yield head.replace(
    '<worksheet ',
    '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ',
  )
  yield rowOf(1, HEADINGS)
  for (let n = 0; n < Number(count); n++) yield rowOf(n + 2, textsOf(n))
  yield `</sheetData>${tail}`
}
function* sharedText() {
  const [head, tail] = around(shared, '</sst>')
  yield head.replace(
    '<sst ',
    `<sst count="${Number(count) * HEADINGS.length}" uniqueCount="${strings.length}" `,
  )
  for (const text of strings) yield `<si><t>${text}</t><phoneticPr fontId="1" type="noConversion"/></si>`
  yield `</sst>${tail}`
}

const zip = new ZipFile()
for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
zip.addReadStream(Readable.from(sheetText(), { objectMode: false }), 'xl/worksheets/sheet1.xml')
zip.addReadStreamLazy('xl/sharedStrings.xml', (give) =>
  give(null, Readable.from(sharedText(), { objectMode: false })),
)
zip.end()
await pipeline(zip.outputStream, createWriteStream(file))
