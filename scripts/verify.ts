/**
 * `npm run verify -- package.zip`: checks all of an evidence package without network, server or database, and says the first
 * thing that does not fit. Exit code 0 where all of it fits, 1 where it does not, 2 where nothing could be checked.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkPackage } from './verify-package/check-package.ts'
import { openZip } from './verify-package/open-zip.ts'
import { en } from './verify-package/words.en.ts'
import { zh } from './verify-package/words.zh.ts'

const option = { type: 'string' } as const
const { values, positionals } = parseArgs({
  options: { checkpoint: option, proof: option, trust: option, key: option, lang: option },
  allowPositionals: true,
})
const language = values.lang ?? process.env.LC_ALL ?? process.env.LANG ?? 'zh'
const w = language.startsWith('en') ? en : zh

/** Ends where nothing could be checked. */
function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
const contentOf = (name: string): Promise<Buffer> => readFile(name).catch(() => giveUp(w.unreadable(name)))
const textOf = async (name: string | undefined) =>
  name === undefined ? undefined : String(await contentOf(name))

const [file] = positionals
if (file === undefined || positionals.length > 1) giveUp(w.usage)
await contentOf(file)
const opened = await openZip(file).catch((error: Error) => error)
if (opened instanceof Error) {
  console.log(`${w.invalid}${w.faults['no-zip'](opened.message)}`)
  process.exit(1)
}
const { kind, number, notes, fault } = await checkPackage(opened, {
  trust: values.trust === undefined ? undefined : await contentOf(values.trust),
  key: values.key,
  checkpoint: await textOf(values.checkpoint),
  proof: await textOf(values.proof),
})
for (const [code, ...of] of notes) console.log(`  ${w.notes[code](...of)}`)
console.log(fault ? `${w.invalid}${w.faults[fault.code](...fault.of)}` : w.valid(kind, number))
process.exit(fault ? 1 : 0)
