import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** How a number is shown: as a day, or with at least so many digits. */
export type Shown = { readonly asDay: boolean; readonly digits: number }
const PLAIN: Shown = { asDay: false, digits: 1 }

/** Of the numbers below 164, whose forms every program knows (ECMA-376 part 1, 18.8.30): days, those of Chinese among them. */
const isDayByNumber = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

/** Quoted words, escaped signs and colours say nothing of what is shown. */
const bare = (format: string) => format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '')

function shownBy(format: string): Shown {
  const [form = ''] = bare(format).split(';')
  if (/[yd]/i.test(form)) return { asDay: true, digits: 1 }
  return /^0+$/.test(form) ? { asDay: false, digits: form.length } : PLAIN
}

/** How the cells of each style show a number. */
export async function readStyles(archive: Archive, part: string | null): Promise<(style: number) => Shown> {
  const formats = new Map<string, string>()
  const styles: Shown[] = []
  let isOfCells = false
  if (part !== null && archive.has(part))
    await readXml(archive.unpack(part), {
      open(element, { numFmtId = '0', formatCode = '' }) {
        if (element === 'numFmt') formats.set(numFmtId, formatCode)
        if (element === 'cellXfs') isOfCells = true
        if (element !== 'xf' || !isOfCells) return
        const format = formats.get(numFmtId)
        styles.push(
          format === undefined ? { asDay: isDayByNumber(Number(numFmtId)), digits: 1 } : shownBy(format),
        )
      },
      close(element) {
        if (element === 'cellXfs') isOfCells = false
      },
    })
  return (style) => styles[style] ?? PLAIN
}
