import { SaxesParser } from 'saxes'

/** Names are without their prefix, of elements and of attributes: some writers put one before each. */
export type Hearing = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** The attributes themselves where none has a prefix: most elements are cells. */
function localNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const key in attributes)
    if (key.includes(':'))
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
  return attributes
}

/** Tells what is in it while it comes, and stops after each piece, so that what was heard can be handed on. */
export async function* hearXml(bytes: AsyncIterable<Buffer>, hearing: Hearing): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    hearing.open?.(local(name), localNames(attributes))
  })
  parser.on('text', (text) => hearing.text?.(text))
  parser.on('cdata', (text) => hearing.text?.(text))
  parser.on('closetag', ({ name }) => hearing.close?.(local(name)))
  let decoder: TextDecoder | null = null
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(letteringOf(piece), { fatal: true })
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.write(decoder?.decode() ?? '').close()
  yield
}

/** To its end. */
export async function readXml(bytes: AsyncIterable<Buffer>, hearing: Hearing): Promise<void> {
  for await (const _ of hearXml(bytes, hearing));
}

function letteringOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}
