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

const png = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde],
  // A colour profile longer than what is looked at.
  [0, 0, 0x20, 0],
  'iCCP',
  new Array(0x2004).fill(7),
  [0, 0, 0, 0],
  'IDAT',
)

/** What it is, what it is called, its bytes. */
export const ACCEPTED: readonly (readonly [string, string, Buffer])[] = [
  ['application/pdf', '扫描件.txt', bytes('%PDF-1.7\n%âãÏÓ\n%%EOF\n')],
  [
    'image/jpeg',
    'IMG_0001.png',
    bytes([0xff, 0xd8, 0xff, 0xe1, 0, 16], 'Exif', new Array(64).fill(0), [0xff, 0xd9]),
  ],
  ['image/png', '截图.pdf', png],
  ['image/heic', 'IMG_0002.jpg', boxed('heic', 'mif1', 'heic')],
  ['image/heic', 'IMG_0003.HEIC', boxed('heix', 'mif1', 'heix')],
  ['image/heic', 'IMG_0004', boxed('mif1', 'mif1', 'heic')],
  [
    'image/webp',
    'photo.jpeg',
    bytes('RIFF', [26, 0, 0, 0], 'WEBPVP8L', [13, 0, 0, 0, 0x2f], new Array(12).fill(0)),
  ],
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
  ['一个字节.pdf', bytes('%')],
]
