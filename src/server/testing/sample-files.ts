import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { SMALL_PDF } from './scenario.ts'

/** The beginnings of files as phones, scanners and desks write them: as much as tells one kind from another. */
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const boxed = (brand: string, ...compatible: string[]) =>
  bytes(
    [0, 0, 0, 16 + 4 * compatible.length],
    `ftyp${brand}`,
    [0, 0, 0, 0],
    ...compatible,
    [0, 0, 0, 8],
    'mdat',
  )

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name))

/**
 * As a phone writes it, landscape and with the word that it is to be turned right: upright it is 240 by 320, red above
 * and blue below. Says where it was taken, by which phone, and by whom.
 */
export const TURNED = { jpeg: sample('turned.jpg'), heic: sample('turned.heic') }
/** What is told of place, phone and author in either of them. */
export const TELLTALES = ['Exif', 'QianyuePhone', 'Somebody']

const SQUARES = Buffer.from(Array.from({ length: 40 * 40 * 3 }, (_, index) => (index * 7) % 251))
/** Squares of many colours, the same in each run. */
export const picture = (width: number, height: number) =>
  sharp(SQUARES, { raw: { width: 40, height: 40, channels: 3 } }).resize(width, height, {
    fit: 'fill',
    kernel: 'nearest',
  })
const png = await picture(90, 60).png().toBuffer()
const jpeg = await picture(400, 300).jpeg().toBuffer()
const inHeic = (brand: string) => {
  const file = Buffer.from(TURNED.heic)
  file.write(brand, 8, 'latin1')
  return file
}
/** A PNG of a hundred billion pixels, as its header says. */
const endless = Buffer.from(png)
endless.writeUInt32BE(400_000, 16)
endless.writeUInt32BE(250_000, 20)
/** The checksum of the header is of what it said before: without it there is no header. */
endless.writeUInt32BE(crc32(endless.subarray(12, 29)), 29)

/** What it is, what it is called, its bytes. */
export const ACCEPTED: readonly (readonly [string, string, Buffer])[] = [
  ['application/pdf', '扫描件.txt', SMALL_PDF],
  ['application/pdf', '换行在前.pdf', Buffer.concat([Buffer.from('\n'), SMALL_PDF])],
  ['application/pdf', '标记在前.pdf', Buffer.concat([Buffer.from('\ufeff\r\n'), SMALL_PDF])],
  ['application/pdf', '邮件头在前.pdf', Buffer.concat([Buffer.alloc(1024, 'x'), SMALL_PDF])],
  ['application/pdf', '只限制打印.pdf', sample('opens-without-password.pdf')],
  ['image/jpeg', 'IMG_0001.png', TURNED.jpeg],
  ['image/png', '截图.pdf', png],
  ['image/png', '透明.png', await picture(90, 60).ensureAlpha(0.5).png().toBuffer()],
  ['image/heic', 'IMG_0002.jpg', TURNED.heic],
  ['image/heic', 'IMG_0003.HEIC', inHeic('heix')],
  ['image/heic', 'IMG_0004', inHeic('mif1')],
  ['image/webp', 'photo.jpeg', await picture(64, 640).webp({ lossless: true }).toBuffer()],
]

/** Of a kind that is accepted, and proves nothing: what, why, its bytes. */
export const UNUSABLE: readonly (readonly [string, string, Buffer])[] = [
  ['a PDF that asks for a password', 'evidence-locked', sample('locked.pdf')],
  ['a PDF of 24 bytes', 'evidence-unreadable', bytes('%PDF-1.7\nhello, I am one')],
  [
    'a PDF without a page',
    'evidence-unreadable',
    bytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ],
  ['half a JPEG', 'evidence-unreadable', jpeg.subarray(0, jpeg.length / 2)],
  ['half a PNG', 'evidence-unreadable', png.subarray(0, png.length / 2)],
  ['half a HEIC', 'evidence-unreadable', TURNED.heic.subarray(0, TURNED.heic.length / 2)],
  ['a HEIC without a picture', 'evidence-unreadable', boxed('heic', 'mif1', 'heic')],
  [
    'the beginning of a WebP',
    'evidence-unreadable',
    bytes('RIFF', [26, 0, 0, 0], 'WEBPVP8L', [13, 0, 0, 0, 0x2f], new Array(12).fill(0)),
  ],
  ['one pixel', 'evidence-too-small', await picture(1, 1).png().toBuffer()],
  ['an icon', 'evidence-too-small', await picture(49, 300).jpeg().toBuffer()],
  [
    'one colour',
    'evidence-blank',
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#111' } })
      .jpeg()
      .toBuffer(),
  ],
  ['a picture that would fill any memory', 'evidence-too-heavy', endless],
]

export const REFUSED: readonly (readonly [string, Buffer])[] = [
  ['网页.pdf', bytes('<!doctype html><script>alert(1)</script>')],
  ['印章.png', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  [
    '录用通知.docx',
    bytes('PK', [3, 4, 20, 0, 0, 0, 0, 0], new Array(16).fill(0), [19, 0, 0, 0], '[Content_Types].xml'),
  ],
  ['证明.jpg', bytes('MZ', [0x90, 0], new Array(60).fill(0), 'PE')],
  ['动画.gif', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0])],
  ['视频.heic', boxed('isom', 'isom', 'mp42')],
  ['说明.pdf', bytes('just words')],
  ['太晚.pdf', Buffer.concat([Buffer.alloc(1025, 'x'), SMALL_PDF])],
  ['一个字节.pdf', bytes('%')],
]
