import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { registerPaper } from '../../src/contracts/agreements.ts'
import {
  type EvidenceFile,
  readEvidence,
  removeEvidence,
  uploadEvidence,
} from '../../src/contracts/evidence.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { removeUnused } from '../../src/server/features/evidence/removal.ts'
import { openFiles } from '../../src/server/services/files.ts'
import { TURNED } from '../../src/server/testing/sample-files.ts'
import { listContradictions } from '../races/contradictions.ts'
import { type CrashSite, openCrashSite } from './crash-site.ts'
import { enterStaff } from './crowd.ts'
import { certifyAll, dissolve } from './dissolving-crowd.ts'
import { after, USERS, workOff } from './work-off.ts'

const STUDENTS = 60
const HOUR = 60 * 60 * 1000

// A site for each test: a paper that the one registers is not the other's to dissolve.
let site: CrashSite
beforeEach(async () => {
  site = await openCrashSite(STUDENTS)
  await site.start()
}, 120_000)
afterEach(() => site.close())

async function expectWhole() {
  expect(await listContradictions(site.db)).toEqual([])
  expect((await verifyJournal(site.db)).faults).toEqual([])
}

test('kill -9 while dissolutions are asked, agreed and passed: each is where it was answered to be, none half done, and they go on', async () => {
  const staff = await enterStaff(site.db, site.secrets, new Date())
  await certifyAll(site, staff)
  expect(await site.db.selectFrom('placements').select('studentId').execute()).toHaveLength(STUDENTS)
  const told = new Map<string, number>()
  // Struck by an answer that leaves its request on the way: users in step would else leave none.
  const struck = after(STUDENTS / 2, site.kill)
  await workOff(site.crowd, (student) =>
    dissolve(site, staff, student, ({ id, version, status }) => {
      told.set(id, version)
      if (status !== 'completed') struck()
    }),
  )
  const standing = await site.db.selectFrom('dissolutions').select(['id', 'status', 'version']).execute()
  expect(standing.filter(({ status }) => status !== 'completed')).not.toEqual([])
  const versions = new Map(standing.map(({ id, version }) => [id, version]))
  for (const [id, version] of told) expect(versions.get(id)).toBeGreaterThanOrEqual(version)
  await expectWhole()

  await site.start()
  await workOff(site.crowd, (student) => dissolve(site, staff, student, () => {}))
  await expectWhole()
  expect(await site.db.selectFrom('placements').select('studentId').execute()).toEqual([])
}, 60_000)

const MEGABYTE = 1024 * 1024
/** A photograph of its own: no two are the same behind the end of the picture. */
const photograph = () => Buffer.concat([TURNED.jpeg, randomBytes(MEGABYTE)])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A file of which half has come, and the rest never does. */
async function* half() {
  yield photograph()
  await new Promise(() => {})
}
const stateOfFiles = async () =>
  (await site.db.selectFrom('evidence').select(['id', 'state']).execute()).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
const namesInFolder = async () =>
  (await readdir(site.files, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

/** Sweeps with a clock so many hours from now; answers the files that are left, each of them whole. */
async function filesAfter(hours: number): Promise<string[]> {
  await removeUnused({ db: site.db, files: openFiles(site.files) }, new Date(Date.now() + hours * HOUR))
  const rows = await stateOfFiles()
  expect(rows.filter(({ state }) => state !== 'ready')).toEqual([])
  const ids = rows.map(({ id }) => id)
  // The copies by which others see a picture are made and removed with it.
  expect(await namesInFolder()).toEqual(ids.flatMap((id) => [id, `${id}.small`, `${id}.view`]))
  return ids
}

test('kill -9 while files are uploaded and removed: what was answered is there whole, and nothing else stays behind', async () => {
  const { school } = site.crowd[0]!.params
  const params = { school }
  const kept = new Map<string, { token: string; hash: string }>()
  const removed: string[] = []
  let uploads = 0
  const struck = after(3 * USERS, site.kill)
  const upload = (token: string, file: Buffer) =>
    site.ask(token, uploadEvidence, { params, query: { name: '扫描件📷.jpg' }, file })

  const stuck = Array.from({ length: 3 }, (_, n) =>
    site.ask(site.crowd[n]!.token, uploadEvidence, {
      params,
      query: { name: '一半.jpg' },
      file: Readable.from(half()),
    }),
  )
  await expect.poll(async () => (await stateOfFiles()).length, { timeout: 20_000 }).toBe(stuck.length)
  await workOff(
    site.crowd.slice(0, 2 * USERS).flatMap((one) => [one, one, one, one]),
    async ({ token }) => {
      const file = photograph()
      const answer = await upload(token, file)
      if (!answer) return false
      const { id } = JSON.parse(answer.bytes.toString()) as EvidenceFile
      struck()
      uploads += 1
      if (uploads % 3) kept.set(id, { token, hash: sha256(file) })
      else if ((await site.ask(token, removeEvidence, { params: { school, id } }))?.ok) removed.push(id)
      return true
    },
  )
  expect(await Promise.all(stuck)).toEqual([null, null, null])
  const left = await stateOfFiles()
  expect(left.filter(({ state }) => state === 'uploading').length).toBeGreaterThanOrEqual(stuck.length)
  expect(left.filter(({ id }) => removed.includes(id))).toEqual([])

  await site.start()
  for (const [id, { token, hash }] of kept) {
    const file = await site.ask(token, readEvidence, { params: { school, id }, query: { as: 'original' } })
    expect(file?.ok && sha256(file.bytes)).toBe(hash)
  }
  const recorded = await site.db.selectFrom('evidence').select(['id', 'sha256', 'size']).execute()
  for (const { id, sha256: hash, size } of recorded.filter((row) => kept.has(row.id)))
    expect([hash, size]).toEqual([kept.get(id)!.hash, photograph().length])
  expect(await filesAfter(2)).toEqual(expect.arrayContaining([...kept.keys()]))

  const [taken, { token }] = [...kept][0]!
  const registered = await site.ask(token, registerPaper, {
    params,
    body: {
      employer: { creditCode: withCreditCheck('91420100MA4KUNKNX'), name: '远山食品有限公司' },
      signedOn: '2026-05-28',
      terms: sampleTerms('2030-07-10'),
      evidence: [taken],
      confirmed: true,
    },
  })
  expect(registered?.ok, registered?.bytes.toString()).toBe(true)
  expect(await filesAfter(48)).toEqual([taken])
}, 60_000)
