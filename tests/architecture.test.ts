import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ABSENCE_STATUSES } from '../src/domain/absence/life.ts'
import { ADMISSION_STATUSES } from '../src/domain/admission/life.ts'
import { AGREEMENT_STATUSES } from '../src/domain/agreement/life.ts'
import { ANNOUNCEMENT_STATUSES } from '../src/domain/announcement/life.ts'
import { APPLICATION_STATUSES } from '../src/domain/application/life.ts'
import { CORRECTION_STATUSES } from '../src/domain/correction/life.ts'
import { DESTINATION_STATUSES } from '../src/domain/destination/life.ts'
import { DISSOLUTION_STATUSES } from '../src/domain/dissolution/life.ts'
import { ENROLMENTS } from '../src/domain/enrolment/life.ts'
import { FAIR_STATUSES } from '../src/domain/fair/life.ts'
import { ENTRY_STATUSES } from '../src/domain/fair-entry/life.ts'
import { INTERVIEW_STATUSES } from '../src/domain/interview/life.ts'
import { INVITATION_STATUSES } from '../src/domain/invitation/life.ts'
import { OWN_POST_STATUSES, POST_STATUSES } from '../src/domain/post/life.ts'
import { REPORT_STATUSES } from '../src/domain/post-report/life.ts'
import { REQUEST_STATUSES } from '../src/domain/privacy-request/life.ts'
import { RECOVERY_STATUSES } from '../src/domain/recovery.ts'
import { TALK_STATUSES } from '../src/domain/talk/life.ts'
import {
  broughtBy,
  circlesAmong,
  files,
  importsOf,
  packagesOf,
  product,
  ROOT,
  source,
  styled,
} from './source-tree.ts'

const layerOf = (file: string) => file.split('/')[1]!

/** layer → what it may import: domain ← words ← contracts ← server, web; looks ← server, web. */
const LAYERS: Record<string, readonly string[]> = {
  domain: ['domain'],
  looks: ['looks'],
  words: ['domain', 'words'],
  contracts: ['domain', 'words', 'contracts'],
  server: ['domain', 'looks', 'words', 'contracts', 'server'],
  web: ['domain', 'looks', 'words', 'contracts', 'web'],
}
const PACKAGES: Record<string, (name: string) => boolean> = {
  domain: () => false,
  looks: () => false,
  words: () => false,
  contracts: (name) => name === 'zod',
  server: () => true,
  web: (name) => !name.startsWith('node:'),
}

test.each(product)('%s imports only along the arrows of the layers', (file) => {
  const layer = layerOf(file)
  expect(importsOf(file).filter((target) => !LAYERS[layer]!.includes(layerOf(target)))).toEqual([])
  expect(packagesOf(file).filter((name) => !PACKAGES[layer]!(name))).toEqual([])
})

/**
 * The rooms of the server, lowest first: a file imports from its own room and from those above it in this list. A slice
 * has two: what it keeps and reads stands in its own, its doors (what answers HTTP) in the common one at the end.
 */
const ROOMS: readonly RegExp[] = [
  /^src\/server\/db\/(?!migrate\.ts)/,
  /^src\/server\/services\//,
  /^src\/server\/pages\//,
  /^src\/server\/http\/(page|person|access|problems|kept-answers|doing|hung-up|slice|body-stream|form-file|sheet-upload|signed-body|origin)\.ts/,
  /^src\/server\/cases\/(record|reminding|standing)\.ts/,
  ...[
    'codes',
    'notice-texts',
    'schools',
    'majors',
    'seals',
    'places',
    'own-fields',
    'accounts',
    'signing',
    'school-sign-in',
    'evidence',
    'journal',
    'transparency',
    'document-templates',
    'documents',
    'messages',
    'notifications',
    'employers',
    'students',
    'wordings',
    'announcements',
    'public-site',
    'recoveries',
    'roster-imports',
    'settings',
    'placements',
    'reviews',
    'admissions',
    'post-files',
    'api-tokens',
    'webhooks',
    'posts',
    'venues',
    'absences',
    'visits',
    'talks',
    'fairs',
    'fair-entries',
    'guests',
    'favourites',
    'saved-searches',
    'post-reports',
    'resumes',
    'interviews',
    'applications',
    'track-records',
    'verification-codes',
    'agreements',
    'evidence-packages',
    'dissolutions',
    'destinations',
    'corrections',
    'recommendations',
    'invitations',
    'term-templates',
    'invitation-batches',
    'platform',
    'privacy',
    'privacy-requests',
    'paper-forms',
    'figures',
    'moments',
    'confirmations',
    'help',
    'transfers',
    'transfer-papers',
    'objections',
    'checks',
    'exports',
    'retention',
    'evidence-archives',
    'taken-files',
    'school-copies',
    'deregistrations',
    'audits',
  ].map(
    (slice) =>
      new RegExp(
        `^src/server/features/${slice}/(?!([a-z-]+-)?routes\\.ts|acts\\.ts|seeing\\.ts|sending\\.ts|sealing\\.ts|sampling\\.ts)`,
      ),
  ),
  /^src\/server\/cases\/(all|to-do|employer-desk|documents)\.ts/,
  /^src\/server\/cases\/(signed|carry-out)\.ts/,
  /^src\/server\/features\/[a-z-]+\/(acts|seeing|sending|sealing|sampling)\.ts/,
  /^src\/server\/features\/[a-z-]+\/([a-z-]+-)?routes\.ts/,
  /^src\/server\/db\/migrate\.ts/,
  /^src\/server\/background\//,
  /^src\/server\/(backup|rotation)\//,
  /^src\/server\/http\//,
  /^src\/server\/demo\//,
  /^src\/server\/[a-z]+\.ts/,
]
const roomOf = (file: string) => ROOMS.findIndex((room) => room.test(file))
const ofServer = product.filter((file) => layerOf(file) === 'server')

test('every file of the server has a room, and no room is empty', () => {
  expect(ofServer.filter((file) => roomOf(file) === -1)).toEqual([])
  expect(ROOMS.filter((room) => !ofServer.some((file) => room.test(file)))).toEqual([])
})

test.each(ofServer)('%s imports only from its own room and those below', (file) => {
  const within = importsOf(file).filter((target) => layerOf(target) === 'server')
  expect(within.filter((target) => roomOf(target) > roomOf(file))).toEqual([])
})

test('no files import each other in a circle', () => {
  expect(circlesAmong(product)).toEqual([])
})

/** What the parts of the web may import of it. */
const OF_WEB: readonly (readonly [part: RegExp, may: RegExp])[] = [
  [/^src\/web\/ui\//, /^src\/web\/(ui|words)\//],
  [/^src\/web\/features\/cases\//, /^src\/web\/(ui|words|features\/cases)\/|^src\/web\/call\.ts/],
  [/^src\/web\/features\//, /^src\/web\/(ui|words|features)\/|^src\/web\/(call|upload)\.ts/],
  [
    /^src\/web\/portals\//,
    /^src\/web\/(ui|words|features|portals)\/|^src\/web\/(call|theme|site-version)\.ts/,
  ],
]
test.each(product.filter((file) => layerOf(file) === 'web'))('%s keeps to its part of the web', (file) => {
  const may = OF_WEB.find(([part]) => part.test(file))?.[1]
  const within = importsOf(file).filter((target) => layerOf(target) === 'web')
  expect(within.filter((target) => may && !may.test(target))).toEqual([])
})

test('what is drawn for every page knows no business and asks nothing', () => {
  const ui = product.filter((file) => file.startsWith('src/web/ui/'))
  const wrong = ui.flatMap((file) =>
    importsOf(file)
      .filter(
        (target) =>
          /^src\/(contracts|domain)\//.test(target) &&
          !['src/domain/day.ts', 'src/domain/longest.ts'].includes(target),
      )
      .map((target) => `${file} → ${target}`),
  )
  expect(wrong).toEqual([])
})

const ofWeb = product.filter((file) => layerOf(file) === 'web')

test('what a device remembers goes through the one door that a browser may close', () => {
  const others = ofWeb.filter((file) => file !== 'src/web/ui/on-this-device.ts')
  expect(others.filter((file) => /\b(local|session)Storage\b|\bindexedDB\b/.test(source(file)))).toEqual([])
})

test('a page needs no more of a contract than its address: zod stays with the server', () => {
  const wrong = /^import (?!type )[^\n]*'zod'|\.schema\b(?!\.consumes)/m
  expect(ofWeb.filter((file) => wrong.test(source(file)))).toEqual([])
})

test('pages come by the one way that keeps the last page while the line is broken', () => {
  expect(ofWeb.filter((file) => source(file).includes('lazyRouteComponent'))).toEqual([])
})

test('the doors, and what went wrong, are drawn without Ant Design', () => {
  const drawn = [
    'src/web/main.tsx',
    'src/web/features/accounts/sign-in-page.tsx',
    'src/web/features/public/front-pages.tsx',
  ]
  const reached = new Set<string>()
  const reach = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const next of broughtBy(file)) if (product.includes(next)) reach(next)
  }
  for (const file of drawn) reach(file)
  const brings = (file: string) => /^import (?!type )[^\n]*'(antd|@ant-design\/[^']*)/m.test(source(file))
  expect([...reached].filter(brings)).toEqual([])
})

test('a colour is written among the tokens and nowhere else', () => {
  const painted = styled.filter((file) => !/\/(tokens\.ts|seal\.svg)$/.test(file))
  expect(painted.filter((file) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(source(file)))).toEqual([])
})

test('days, instants and money are written in one place', () => {
  const writes =
    /toLocale\w*String|\bIntl\.|replaceAll\('-'|slice\(0, 10\)|\.get(UTC)?(FullYear|Month|Date|Hours)\(|[年元] ?\$\{|\} ?[年元]|\} ?24 ?时/
  const places = ['src/domain/day.ts', 'src/words/figures.ts']
  expect(product.filter((file) => !places.includes(file) && writes.test(source(file)))).toEqual([])
  const money = product.filter(
    (file) => importsOf(file).includes('src/domain/money.ts') && layerOf(file) !== 'domain',
  )
  // A form is filled in with plain figures, and a contract has the bound.
  expect(money.sort()).toEqual([
    'src/contracts/terms.ts',
    'src/web/features/platform/place-fact-acts.tsx',
    'src/web/features/terms/term-rules.ts',
    'src/web/features/terms/terms-draft.ts',
    'src/words/figures.ts',
  ])
})

test('a day in a sentence is marked as one', () => {
  const sentences = files.filter((file) => /^src\/words\/.*\.(zh|en)\.ts$/.test(file))
  const bare = /\{\{(day|until|from|to|respondBy|again)\}\}/
  expect(sentences.filter((file) => bare.test(source(file)))).toEqual([])
})

test('time and the environment enter the server where it is started only', () => {
  const server = ofServer.filter((file) => !/^src\/server\/(main|site)\.ts/.test(file))
  const reads = server.filter((file) => /new Date\(\)|process\.env|Date\.now\(\)/.test(source(file)))
  // The embedded database is started before there are services, and unprivileged.ts hands PostgreSQL its environment.
  expect(reads.filter((file) => !file.startsWith('src/server/db/'))).toEqual([])
})

test('the device’s clock is read by nothing of the web but what corrects it', () => {
  const web = product.filter((file) => layerOf(file) === 'web' && file !== 'src/web/ui/server-now.ts')
  expect(web.filter((file) => /new Date\(\)|Date\.now\(\)|dayjs\(\)/.test(source(file)))).toEqual([])
})

test('the domain is pure: no clock, no chance, no environment', () => {
  const impure = product.filter(
    (file) =>
      layerOf(file) === 'domain' && /new Date\(\)|Date\.now|Math\.random|process\.|crypto/.test(source(file)),
  )
  expect(impure).toEqual([])
})

/** Every table, from the schema itself: one that comes is asked for its writer. */
const tables = [...source('src/server/db/schema.generated.ts').matchAll(/^ {2}(\w+): \w+$/gm)].map(
  ([, name]) => name!,
)
const inSql = (table: string) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Who writes it: a slice by its folder, a file of `db/` by itself. */
const writersOf = (table: string) => {
  const write = new RegExp(
    `(insertInto|updateTable|updateOf|deleteFrom)\\('${table}'\\)|(insert into|update|delete from) ${inSql(table)}\\b|copyRows\\(\\w+, '${inSql(table)}'`,
  )
  const writing = ofServer.filter((file) => !file.includes('/migrations/') && write.test(source(file)))
  return [...new Set(writing.map((file) => file.match(/features\/[a-z-]+/)?.[0] ?? file))]
}

/** The database derives their rows, and no file writes them (decision 72). */
const DERIVED: readonly string[] = ['figureRows', 'figureHistory', 'figureCommits', 'figureVersions']

test('the schema has tables', () => {
  expect(tables).toContain('agreements')
})

test.each(tables.filter((table) => /^[a-z]\w+$/.test(table) && isTable(table)))(
  'one slice, and no other, writes %s',
  (table) => {
    expect(writersOf(table)).toHaveLength(DERIVED.includes(table) ? 0 : 1)
  },
)

/** The last interface of the file, `DB`, names the tables; the ones before name columns. */
function isTable(name: string): boolean {
  const text = source('src/server/db/schema.generated.ts')
  return new RegExp(`^ {2}${name}: \\w+$`, 'm').test(text.slice(text.indexOf('export interface DB')))
}

test('no status is compared outside the domain: it names the sets that mean something', () => {
  const statuses = [
    ...new Set([
      ...INVITATION_STATUSES,
      ...AGREEMENT_STATUSES,
      ...DISSOLUTION_STATUSES,
      ...DESTINATION_STATUSES,
      ...CORRECTION_STATUSES,
      ...ABSENCE_STATUSES,
      ...ADMISSION_STATUSES,
      ...REQUEST_STATUSES,
      ...ENROLMENTS,
      ...ANNOUNCEMENT_STATUSES,
      ...RECOVERY_STATUSES,
      ...POST_STATUSES,
      ...OWN_POST_STATUSES,
      ...REPORT_STATUSES,
      ...APPLICATION_STATUSES,
      ...TALK_STATUSES,
      ...FAIR_STATUSES,
      ...ENTRY_STATUSES,
      ...INTERVIEW_STATUSES,
    ]),
  ].join('|')
  const compared = new RegExp(
    `(tatus|state|nrolment)\\??\\.?\\)?\\s*([!=]==|(=|<>|in|is)\\s)\\s*\\(?'(${statuses})'|(tatus|nrolment)', '(=|<>|in)', \\[?'(${statuses})'|case '(${statuses})':`,
  )
  const outside = product.filter(
    (file) => /^src\/(server|web)\//.test(file) && !file.includes('/migrations/'),
  )
  const found = outside.filter((file) => !file.includes('/demo/') && compared.test(source(file)))
  expect(found).toEqual([])
})

test('no page brings the words of a language that nobody reads', () => {
  const isOfBothLanguages = (path: string) => /\.en\.ts$|^src\/words\/(?!language|figures)\w+\.ts$/.test(path)
  // Words of English that bring more of it come when English is read.
  const site = product.filter((file) => /^src\/(web|contracts)\/.*(?<![.]en)[.]tsx?$/.test(file))
  expect(site.filter((file) => broughtBy(file).some(isOfBothLanguages))).toEqual([])
})

test('every property of a test names its seed: what fails fails again', () => {
  const tests = files.filter((file) => /\.test\.tsx?$/.test(file))
  const count = (text: string, what: RegExp) => [...text.matchAll(what)].length
  const asked = tests.filter((file) => /\bfc\.assert\(/.test(source(file)))
  expect(asked.length).toBeGreaterThan(10)
  const lacking = asked.filter(
    (file) => count(source(file), /\bseed\b *[:,}]/g) < count(source(file), /\bfc\.assert\(/g),
  )
  expect(lacking).toEqual([])
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
