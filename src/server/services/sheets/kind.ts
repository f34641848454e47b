import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../../../domain/refusal.ts'
import { openCsv } from './csv.ts'
import { isDbf, openDbf } from './dbf.ts'
import type { Opened } from './talk.ts'
import { openXlsx } from './xlsx/sheet.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** A workbook with a password is packed into the old format under this name. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')
const ZIP = Buffer.from('PK')
const BOMS = [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/** By what is in it: nobody's ending is believed. */
export async function openSheet(file: Buffer): Promise<Opened> {
  const beginsWith = (sign: Buffer) => file.subarray(0, sign.length).equals(sign)
  if (beginsWith(OLE)) throw new Refusal(file.includes(LOCKED) ? 'sheet-locked' : 'sheet-old-format')
  if (beginsWith(ZIP)) return openXlsx(file)
  if (isDbf(file)) return openDbf(file)
  const hasBom = BOMS.some(beginsWith)
  // Pages and XML that call themselves .xls: what old systems write.
  if (
    /^(?:\xef\xbb\xbf)?\s*<(?:[!?]|html|table|meta|head|body|style|div)/i.test(
      file.toString('latin1', 0, 200),
    )
  )
    throw new Refusal('sheet-old-format')
  const isBinary = !hasBom && file.subarray(0, 8192).includes(0)
  if (isBinary || (!hasBom && (await fileTypeFromBuffer(file)))) throw new Refusal('sheet-kind-refused')
  return openCsv(file)
}
