import { expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

const PDF = 'application/pdf'
const JPEG = 'image/jpeg'

test.each([
  ['扫描件.pdf', PDF, '扫描件.pdf'],
  ['录用通知（盖章）🎓.pdf', PDF, '录用通知（盖章）🎓.pdf'],
  ['𬭊㛃的 三方协议.PDF', PDF, '𬭊㛃的 三方协议.PDF'],
  ['合同v1.2', PDF, '合同v1.2.pdf'],
  ["100% a';--.pdf", PDF, "100% a';--.pdf"],
  ['photo.JPEG', JPEG, 'photo.JPEG'],
])('%s, a %s, keeps its name: %s', (given, mediaType, expected) => {
  expect(fileNameOf(given, mediaType)).toBe(expected)
})

test.each([
  ['证明.html', PDF, '证明.pdf'],
  ['证明.pdf.exe', PDF, '证明.pdf'],
  ['证明', PDF, '证明.pdf'],
  ['IMG_0001.HEIC', JPEG, 'IMG_0001.jpg'],
  ['IMG_0001.jpg', 'image/heic', 'IMG_0001.heic'],
  ['截图.svg', 'image/png', '截图.png'],
  ['.htaccess', PDF, 'htaccess.pdf'],
  ['.pdf', PDF, 'pdf.pdf'],
])('%s, a %s, has the ending of what it is: %s', (given, mediaType, expected) => {
  expect(fileNameOf(given, mediaType)).toBe(expected)
})

test.each([
  ['a direction turned round', '证明\u202Efdp.exe', '证明fdp.pdf'],
  ['an isolate', '\u2066证明\u2069.pdf', '证明.pdf'],
  ['zero-width signs', '证\u200B明\uFEFF二\u200D\u2060.pdf', '证明二.pdf'],
  ['tags', '证明\u{E0041}\u{E007F}.pdf', '证明.pdf'],
  ['a filler', '证\u3164明\u115F.pdf', '证明.pdf'],
  ['controls', '证\u0000明\u001b[31m\u0085.pdf', '证明[31m.pdf'],
  ['a line break', '证明\r\nSet-Cookie_ a=b.pdf', '证明 Set-Cookie_ a=b.pdf'],
  ['line separators', '证\u2028明\u2029.pdf', '证 明.pdf'],
  ['half a character', '证\ud800明.pdf', '证明.pdf'],
  ['a way out of the folder', '../../etc/passwd', '_.._etc_passwd.pdf'],
  ['a path of Windows', 'C:\\合同\\扫描.pdf', 'C__合同_扫描.pdf'],
  ['a slash that is none', '证明\u2215二\u2044三.pdf', '证明_二_三.pdf'],
  ['markup', '<img src=x onerror="alert(1)">.pdf', '_img src=x onerror=_alert(1)__.pdf'],
  ['a stream', '证明.pdf::$DATA', '证明.pdf__$DATA.pdf'],
  ['letters in parts', 'cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ['dots and blanks at the end', '证明 . .', '证明.pdf'],
  ['a device', 'CON.pdf', '_CON.pdf'],
  ['a device with more', 'nul.tar.pdf', '_nul.tar.pdf'],
  ['a device alone', 'LPT1', '_LPT1.pdf'],
  ['no device', 'console.pdf', 'console.pdf'],
  ['nothing', '', 'file.pdf'],
  ['nothing that is seen', '\u200B\u202E ', 'file.pdf'],
])('%s is taken out', (_what, given, expected) => {
  expect(fileNameOf(given, PDF)).toBe(expected)
})

test('variants of characters and of emoji stay what they are', () => {
  expect(fileNameOf('葛\u{E0100}飾☎\uFE0F.pdf', PDF)).toBe('葛\u{E0100}飾☎\uFE0F.pdf')
})

test.each([['证'], ['x'], ['🎓'], ['e\u0301']])(
  'of %s without end there are 255 bytes at most, cut between characters',
  (piece) => {
    const name = fileNameOf(`${piece.repeat(400)}.pdf`, PDF)
    const size = new TextEncoder().encode(name).length
    expect(size).toBeLessThanOrEqual(255)
    expect(size).toBeGreaterThan(250)
    expect(name.endsWith('.pdf')).toBe(true)
    expect(name.isWellFormed()).toBe(true)
  },
)

test('a name that was made is made of itself again', () => {
  for (const name of ['证明\u202Efdp.exe', '../../etc/passwd', 'CON', '', 'x'.repeat(400)]) {
    const once = fileNameOf(name, PDF)
    expect(fileNameOf(once, PDF)).toBe(once)
  }
})
