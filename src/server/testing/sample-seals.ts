import sharp from 'sharp'

/** A seal as an employer scans it: a ring and a bar in red, on clear ground with a wide margin. */
const drawn = (width: number, height: number, ground = 'none') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 80}" height="${height + 80}"><rect width="100%" height="100%" fill="${ground}"/>` +
      `<ellipse cx="${width / 2 + 40}" cy="${height / 2 + 40}" rx="${width / 2 - 6}" ry="${height / 2 - 6}" fill="none" stroke="red" stroke-width="12"/>` +
      `<rect x="${width / 2}" y="${height / 2}" width="80" height="30" fill="red"/></svg>`,
  )
const png = (of: Buffer) => sharp(of).png()

/** Says by whom it was made, and hides a text behind its last byte. */
export const SEAL_PNG = Buffer.concat([
  await png(drawn(300, 300))
    .withExif({ IFD0: { Artist: 'Somebody', Copyright: 'QianyueScanner' } })
    .toBuffer(),
  Buffer.from('<script>alert(1)</script>'),
])
export const HIDDEN = ['Somebody', 'QianyueScanner', 'script', 'eXIf', 'tEXt']
export const ANOTHER_SEAL_PNG = await png(drawn(400, 300)).toBuffer()

/** Every pixel another, and none of them averaged away: as much as a picture can weigh. */
function noisy(side: number) {
  const data = Buffer.alloc(side * side * 4)
  let last = 1
  for (let at = 0; at < data.length; at++) {
    last = (Math.imul(last, 1664525) + 1013904223) >>> 0
    data[at] = last >>> 24
  }
  // A fifth of it is clear.
  for (let at = 3; at < data.length; at += 20) data[at] = 0
  return sharp(data, { raw: { width: side, height: side, channels: 4 } })
}
export const NOISY_SEAL_PNG = await noisy(400).png().toBuffer()

/** What is no seal, with what is said of it. */
export const NO_SEALS: readonly (readonly [what: string, code: string, file: Buffer])[] = [
  [
    'a JPEG',
    'seal-not-png',
    await sharp(drawn(300, 300, 'white'))
      .jpeg()
      .toBuffer(),
  ],
  ['a PNG on white', 'seal-not-clear', await png(drawn(300, 300, 'white')).toBuffer()],
  [
    'a PNG of nothing',
    'seal-empty',
    await png(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>')).toBuffer(),
  ],
  ['a small one', 'seal-too-small', await png(drawn(120, 120)).toBuffer()],
  ['a signature', 'seal-too-long', await png(drawn(600, 200)).toBuffer()],
  ['half a PNG', 'evidence-unreadable', SEAL_PNG.subarray(0, 900)],
  ['an SVG', 'evidence-unreadable', drawn(300, 300)],
  ['words', 'evidence-unreadable', Buffer.from('印章')],
  ['nothing', 'evidence-empty', Buffer.alloc(0)],
  ['too much', 'evidence-too-large', Buffer.alloc(2 * 1024 * 1024 + 1)],
]
