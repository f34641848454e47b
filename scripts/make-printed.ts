import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'fontkit'
import { coverageOf, writeRuns } from '../src/domain/printed.ts'
import { HERE } from '../src/server/services/documents/fonts.ts'

/**
 * Writes which characters the fonts that come with the product have, to `src/domain/printed.generated.ts` or the file that is
 * named: those of every weight, for a heading may be set in the bold one. After a new version of a font: `npm run fonts`.
 */
const file = process.argv[2] ?? join(import.meta.dirname, '../src/domain/printed.generated.ts')

const of = new Map<string, Set<number>>()
for (const path of HERE.paths) {
  const font = await open(path)
  if ('fonts' in font) throw new Error(`${path} is a collection`)
  const before = of.get(font.familyName)
  const has = new Set(font.characterSet)
  of.set(font.familyName, before ? new Set([...has].filter((code) => before.has(code))) : has)
}
const runs = coverageOf([...of.values()].flatMap((has) => [...has]))
const text = writeRuns(runs)
const lines = text.match(/.{1,100}(?: |$)/g) ?? []
writeFileSync(
  file,
  `/** Written by scripts/make-printed.ts from the fonts of the product; read by \`printed.ts\`. */
export const PRINTED_RUNS =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`,
)
