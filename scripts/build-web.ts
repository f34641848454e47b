import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compressSite } from './site/compress.ts'

/** Builds the site into dist/web. `--if-needed` skips it when nothing it is made of has changed since. */
const ROOT = join(import.meta.dirname, '..')
const BUILT_FROM = join(ROOT, 'dist/web/.built-from')
const SOURCES = [
  'src/web',
  'src/looks',
  'src/domain',
  'src/words',
  'src/contracts',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/site',
]

const { values } = parseArgs({ options: { 'if-needed': { type: 'boolean', default: false } } })
const sources = hashOf(SOURCES.flatMap(filesIn).sort())

if (!values['if-needed'] || builtFrom() !== sources) {
  process.chdir(ROOT)
  const { build } = await import('vite')
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' })
  compressSite(join(ROOT, 'dist/web'))
  // Last, so that a build cut short counts for nothing.
  writeFileSync(BUILT_FROM, sources)
}

function filesIn(path: string): string[] {
  if (path.includes('.')) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(ROOT, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function builtFrom(): string | null {
  try {
    return readFileSync(BUILT_FROM, 'utf8')
  } catch {
    return null
  }
}
