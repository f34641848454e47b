import { join } from 'node:path'
import { PDF, type PDFPage } from '@libpdf/core'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { SeenPage } from '../../../domain/document-template/whole.ts'
import type { ForeignAnswer, ForeignGiven } from './foreign-talk.ts'
import { pdfOf } from './pdf-of.ts'

/**
 * Lays out by programs of schools: a process of its own, apart from the one that lays out by ours, so that none of them takes
 * time from another school's documents. The compiler's world is a folder that is not there: a program has itself and its data.
 */
const WORLD = join(import.meta.dirname, 'nothing')
const MAIN = join(WORLD, 'template.typ')

/** Microseconds of the processor, of all it may have in its life (`foreign.ts`). */
const WORN = 20_000_000
/** Of what the compiler remembers between documents, in documents. */
const REMEMBERED = 2

const POINTS_OF_MILLIMETRE = 72 / 25.4

let compiler: NodeCompiler | undefined

/** In the order of the content, not of the places: what stands in two columns is not mixed. */
function textOf(page: PDFPage): string {
  const chars = page.extractText().lines.flatMap(({ spans }) => spans.flatMap(({ chars }) => chars))
  return chars
    .sort((a, b) => (a.sequenceIndex ?? 0) - (b.sequenceIndex ?? 0))
    .map(({ char }) => char)
    .join('')
}

/** Of the largest picture like this one on a page. */
function sideOf(page: string, picture: string): number | null {
  const sides = page.split('<image ').flatMap((image) => {
    if (!image.includes(`"${picture}"`)) return []
    const [width, height] = [/ width="([\d.]+)"/, / height="([\d.]+)"/].map((side) =>
      Number(side.exec(image)?.[1] ?? 0),
    )
    return [Math.min(width!, height!) / POINTS_OF_MILLIMETRE]
  })
  return sides.length === 0 ? null : Math.max(...sides)
}

/** On each page, which is a group of the drawing's first level. */
const sidesOn = (drawing: string, pictures: ForeignGiven['pictures']): SeenPage['sides'][] =>
  drawing
    .split(/\n {4}<g[ >]/)
    .slice(1)
    .map((page) =>
      Object.fromEntries(
        Object.entries(pictures).flatMap(([name, picture]) => {
          const side = sideOf(page, picture)
          return side === null ? [] : [[name, side]]
        }),
      ),
    )

type Diagnostic = {
  readonly message: string
  readonly path: string
  readonly severity: number
  readonly range: { readonly start: { readonly line: number } } | null
}
const ERROR = 1

const saidOf = (of: NodeCompiler, error: NodeError | null) => {
  const all: Diagnostic[] = error ? of.fetchDiagnostics(error) : []
  return all
    .filter(({ severity }) => severity === ERROR)
    .map(({ message, range }) => ({
      line: range && range.start.line + 1,
      message: message.replaceAll(WORLD, '').slice(0, 500),
    }))
}

async function set({ source, data, pictures, madeAt, fonts }: ForeignGiven) {
  compiler ??= NodeCompiler.create({ workspace: WORLD, fontArgs: [{ fontPaths: [...fonts] }] })
  compiler.addSource(MAIN, source)
  const compiled = compiler.compile({ mainFilePath: MAIN, inputs: { data } })
  if (!compiled.result) return { said: saidOf(compiler, compiled.takeError()) }
  const pdf = pdfOf(compiler, compiled.result, madeAt)
  const sides = sidesOn(compiler.plainSvg(compiled.result), pictures)
  const read = await PDF.load(pdf)
  const pages = read
    .getPages()
    .map((page, index): SeenPage => ({ text: textOf(page), sides: sides[index] ?? {} }))
  compiler.evictCache(REMEMBERED)
  return { pdf, pages, keywords: compiled.result.keywords ?? [] }
}

function isWorn(): boolean {
  const { user, system } = process.cpuUsage()
  return user + system > WORN
}

const answer = async (given: ForeignGiven): Promise<ForeignAnswer> => {
  try {
    return { ...(await set(given)), isWorn: isWorn() }
  } catch (error) {
    // What cannot be made a PDF of: a picture that is none, what PDF/A does not take.
    return { said: [{ line: null, message: String(error).slice(0, 500) }], isWorn: true }
  }
}

process.on('message', async (given: ForeignGiven) => process.send!(await answer(given)))
process.on('disconnect', () => process.exit())
process.send!('ready')
