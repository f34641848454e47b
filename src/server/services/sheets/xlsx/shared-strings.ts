import { Refusal } from '../../../../domain/refusal.ts'
import { SHEET_LIMITS } from '../../../../domain/sheet.ts'
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** What a text of a workbook is made of: `t` within `si` or `is`, several where parts look different, none of them `rPh`. */
export function textHearing() {
  let text = ''
  let isText = false
  let isReading = false
  return {
    open(element: string) {
      if (element === 'rPh') isReading = true
      isText = element === 't' && !isReading
    },
    text(piece: string) {
      if (!isText) return
      text += piece
      if (text.length > SHEET_LIMITS.cell) throw new Refusal('sheet-too-heavy')
    },
    close(element: string) {
      if (element === 'rPh') isReading = false
      if (element === 't') isText = false
    },
    take(): string {
      const taken = withSigns(text)
      text = ''
      return taken
    },
  }
}

/** `_x000D_` stands for a sign that XML cannot have. */
export const withSigns = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

/** All texts that cells name by their number: the one part of a workbook that has to be in memory. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === null || !archive.has(part)) return strings
  const hearing = textHearing()
  await readXml(archive.unpack(part), {
    ...hearing,
    close(element) {
      hearing.close(element)
      if (element === 'si') strings.push(ownBytes(hearing.take()))
    },
  })
  return strings
}

/** A piece of a longer text keeps the whole of it in memory. */
const ownBytes = (text: string) => Buffer.from(text).toString()
