import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
const product = files.filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
const source = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const importsOf = (file: string) =>
  [...source(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
const layerOf = (file: string, specifier: string) =>
  specifier.startsWith('.')
    ? relative(ROOT, resolve(ROOT, dirname(file), specifier)).split('/')[1]!
    : `package:${specifier}`

/** layer → what it may import (`architecture.md` §1.6): domain ← words ← contracts ← server, web. */
const ARROWS: Record<string, (target: string) => boolean> = {
  domain: (target) => target === 'domain',
  words: (target) => ['domain', 'words'].includes(target),
  contracts: (target) => ['domain', 'words', 'contracts', 'package:zod'].includes(target),
  server: (target) => target !== 'web',
  web: (target) => target !== 'server' && !target.startsWith('package:node:'),
}

test.each(product)('%s imports only along the arrows', (file) => {
  const layer = file.split('/')[1]!
  const wrong = importsOf(file).filter((specifier) => !ARROWS[layer]!(layerOf(file, specifier)))
  expect(wrong).toEqual([])
})

test('time and the environment enter the server in main.ts only', () => {
  const server = product.filter((file) => file.startsWith('src/server/') && file !== 'src/server/main.ts')
  const reads = server.filter((file) => /new Date\(\)|process\.env|Date\.now\(\)/.test(source(file)))
  // The embedded database is started before there are services, and unprivileged.ts hands PostgreSQL its environment.
  expect(reads.filter((file) => !file.startsWith('src/server/db/'))).toEqual([])
})

test('the domain is pure: no clock, no chance, no environment', () => {
  const impure = product.filter(
    (file) =>
      file.startsWith('src/domain/') &&
      /new Date\(\)|Date\.now|Math\.random|process\.|crypto/.test(source(file)),
  )
  expect(impure).toEqual([])
})

/** table → the one slice (or file) that writes it. */
const WRITERS: Record<string, RegExp> = {
  invitations: /features\/invitations\//,
  invitationRevisions: /features\/invitations\//,
  agreements: /features\/agreements\//,
  agreementRevisions: /features\/agreements\//,
  placements: /features\/placements\//,
  dissolutions: /features\/dissolutions\//,
  destinations: /features\/destinations\//,
  destinationRevisions: /features\/destinations\//,
  evidence: /features\/evidence\//,
  notifications: /features\/notifications\//,
  notificationSettings: /features\/notifications\//,
  students: /features\/students\//,
  users: /features\/accounts\//,
  sessions: /features\/accounts\/|demo\/story\.ts/,
  schools: /features\/schools\//,
  employers: /features\/employers\//,
  admissions: /features\/employers\//,
  journal: /db\/journal\.ts/,
}
test.each(Object.entries(WRITERS))('only its own slice writes %s', (table, writer) => {
  const inSql = table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const write = new RegExp(
    `(insertInto|updateTable|deleteFrom)\\('${table}'\\)|(insert into|update|delete from) ${inSql}\\b`,
  )
  const owned = product.filter((file) => !file.includes('/migrations/'))
  expect(owned.filter((file) => write.test(source(file)) && !writer.test(file))).toEqual([])
})

test('no status is compared outside the domain where a lifecycle should be asked', () => {
  const handlers = product.filter((file) =>
    /features\/(invitations|agreements|dissolutions|destinations)\/(\w+-)?(routes|acts)\.ts$/.test(file),
  )
  expect(handlers.filter((file) => /\.status\s*[!=]==/.test(source(file)))).toEqual([])
})

test('no file has a name that says nothing', () => {
  expect(
    files.filter((file) => /\/(utils?|helpers?|common|misc|manager|base|types|index)\.tsx?$/.test(file)),
  ).toEqual([])
})

test('docs/lifecycles.md says what the lifecycles are: run `npm run docs` after changing one', () => {
  const fresh = join(mkdtempSync(join(tmpdir(), 'qianyue-docs-')), 'lifecycles.md')
  execFileSync(process.execPath, ['scripts/lifecycles-doc.ts', fresh], { cwd: ROOT })
  expect(readFileSync(fresh, 'utf8')).toBe(source('docs/lifecycles.md'))
})
