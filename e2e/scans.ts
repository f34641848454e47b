/** Small real files as a phone or a scanner makes them, told by their first bytes. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg=='

export const png = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') })

export const pdf = (name: string, bytes = 0) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n'),
    Buffer.alloc(bytes),
  ]),
})

export const heic = (name: string) => ({
  name,
  mimeType: 'image/heic',
  buffer: Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
    Buffer.alloc(64),
  ]),
})

/** A text that calls itself a PDF. */
export const disguised = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('only a note '.repeat(500)),
})

export const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('only a note') })
