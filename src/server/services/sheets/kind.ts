import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../../../domain/refusal.ts'
import { openCsv } from './csv.ts'
import { isDbf, openDbf } from './dbf.ts'
import type { Opened } from './talk.ts'
import { openXlsx } from './xlsx/sheet.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** A workbook with a password is packed into the old format under this name. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')
/** With parts, without any, of several files. */
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].map((sign) => Buffer.from(sign))
const BOMS = [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]
/** Bytes that tell a text from everything else. */
const BEGINNING = 8192
/** That no text has: what other files are made of shows some within a few bytes. */
const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)
/** Kinds that are text themselves. Of a table the first heading may be the sign of any other: `BMH`, `MZ`, `PKID`. */
const TEXTS = new Set(['pdf', 'rtf', 'ps', 'eps', 'xml', 'ics', 'vcf', 'vtt', 'reg', 'pgp'])

/** By what is in it: nobody's ending is believed. */
export async function openSheet(file: Buffer): Promise<Opened> {
  const beginsWith = (sign: Buffer) => file.subarray(0, sign.length).equals(sign)
  if (beginsWith(OLE)) throw new Refusal(file.includes(LOCKED) ? 'sheet-locked' : 'sheet-old-format')
  if (ZIPS.some(beginsWith)) return openXlsx(file)
  if (isDbf(file)) return openDbf(file)
  // Pages and XML that call themselves .xls: what old systems write.
  if (
    /^(?:\xef\xbb\xbf)?\s*<(?:[!?]|html|table|meta|head|body|style|div)/i.test(
      file.toString('latin1', 0, 200),
    )
  )
    throw new Refusal('sheet-old-format')
  if (!BOMS.some(beginsWith) && (await isOfAnotherKind(file))) throw new Refusal('sheet-kind-refused')
  return openCsv(file)
}

async function isOfAnotherKind(file: Buffer): Promise<boolean> {
  const beginning = file.subarray(0, BEGINNING)
  if (beginning.includes(0)) return true
  const kind = (await fileTypeFromBuffer(file))?.ext
  return kind !== undefined && (TEXTS.has(kind) || beginning.some(isControl))
}
