import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pdfOf } from './pdf-of.ts'
import type { Answer, Given } from './talk.ts'

/**
 * A process of its own, so that what a layout takes of time and memory is taken from nobody, and a compiler that dies takes
 * nothing with it. Started by `typesetter.ts`.
 */

/** Microseconds: time is limited for the whole life. */
const WORN = 100_000_000
/** Of what the compiler remembers between documents, in documents. */
const REMEMBERED = 5

let compiler: NodeCompiler | undefined

function set({ folder, template, data, madeAt, fonts }: Given): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fonts] }] })
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  const pdf = pdfOf(compiler, compiled.result, madeAt)
  compiler.evictCache(REMEMBERED)
  return pdf
}

function isWorn(): boolean {
  const { user, system } = process.cpuUsage()
  return user + system > WORN
}

function answer(given: Given): Answer {
  try {
    return { pdf: set(given), isWorn: isWorn() }
  } catch (error) {
    return { fault: String(error).slice(0, 2000), isWorn: true }
  }
}

process.on('message', (given: Given) => process.send!(answer(given)))
process.on('disconnect', () => process.exit())
process.send!('ready')
