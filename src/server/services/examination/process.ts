import { type FormPage, oneForm } from '../../../domain/paper-form/corner.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { formPageIn, formPageOf } from './form-page.ts'
import { decodeHeic } from './heic.ts'
import { openPdf } from './pdf.ts'
import { copiesOfFile, copiesOfPixels, smallOf } from './picture.ts'
import { portraitOf } from './portrait.ts'
import { scannedPages } from './scanned-pages.ts'
import { sealOfFile } from './seal.ts'
import type { Examined, Given, Seen } from './talk.ts'

/** A process of its own, so that what a file does to a decoder it does to nothing else. Started by `examiner.ts`. */

/** Beyond this, memory that decoders do not give back, or time that is limited for the whole life, is spent. */
const WORN = { bytes: 320 * 1024 * 1024, microseconds: 5_000_000 }

/** A PDF is seen as it is; the form is recognised where its pages are pictures. One page after the other, for memory's sake. */
async function examinePdf(file: Uint8Array): Promise<Seen> {
  const pages: (FormPage | null)[] = []
  for (const picture of scannedPages(await openPdf(file)))
    pages.push(await formPageOf(picture).catch(() => null))
  return { copies: null, page: oneForm(pages) }
}

async function examine({ mediaType, file }: Extract<Given, { as: 'evidence' }>): Promise<Seen> {
  if (mediaType === 'application/pdf') return examinePdf(file)
  const copies = await (mediaType === 'image/heic'
    ? copiesOfPixels(await decodeHeic(file))
    : copiesOfFile(file))
  // What cannot be recognised is seen as it is: people look at it.
  const seen = await formPageIn(copies.view).catch(() => null)
  if (!seen?.straight) return { copies, page: seen?.page ?? null }
  return { copies: { view: seen.straight, small: await smallOf(seen.straight) }, page: seen.page }
}

async function answer(given: Given): Promise<Examined> {
  try {
    if (given.as === 'seal') return { seal: await sealOfFile(given.file), isWorn: isWorn() }
    if (given.as === 'portrait') return { portrait: await portraitOf(given.file), isWorn: isWorn() }
    return { seen: await examine(given), isWorn: isWorn() }
  } catch (error) {
    // Decoders speak for themselves; to a person all of it means that the file cannot be opened.
    const { code, details } = error instanceof Refusal ? error : new Refusal('evidence-unreadable')
    return { refusal: { code, details }, isWorn: isWorn() }
  }
}

function isWorn(): boolean {
  const { user, system } = process.cpuUsage()
  return process.memoryUsage.rss() > WORN.bytes || user + system > WORN.microseconds
}

process.on('message', (given: Given) => void answer(given).then((examined) => process.send!(examined)))
process.on('disconnect', () => process.exit())
process.send!('ready')
