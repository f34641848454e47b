import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkPackage } from '../scripts/verify-package/check-package.ts'
import { openZip } from '../scripts/verify-package/open-zip.ts'
import { agreementActs, passAgreements, readAgreementDocument } from '../src/contracts/agreements.ts'
import { readEvidencePackage } from '../src/contracts/evidence-package.ts'
import { invitationActs } from '../src/contracts/invitations.ts'
import { startWorkers } from '../src/server/background/workers.ts'
import type { Db } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { makeCheckpoint } from '../src/server/features/transparency/checkpoints.ts'
import { findPrintedCode } from '../src/server/features/verification-codes/queries.ts'
import { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'
import { enterStaff, gatherCrowd, type Invited } from '../tests/crashes/crowd.ts'
import { inParallel, print, spread } from './load.ts'

const PER_ROUND = 60
const REVIEWERS = 8
/** Milliseconds between two looks for the documents that are waited for. */
const LOOK = 10
const READERS = 16
const LOOKS = 1000

/**
 * From the last pass to the document that can be downloaded, with and without the worker being told; with many reviewers
 * at once; and what packages cost to make, to keep and to check. On a site of its own.
 */
export async function measureSealing(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-sealing-'))
  const database = await startEmbedded(folder, { durable: false })
  await migrate(database.url)
  const { services, queue, close } = await openServices({
    databaseUrl: database.url,
    now: () => new Date(),
    secret: 'a secret for measurements, long enough it is',
    filesFolder: join(folder, 'files'),
    baseUrl: 'http://localhost',
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
  })
  const { db } = services
  const app = await buildApp(services)
  const as = (token: string) => visitor(app, token)
  const crowd = await gatherCrowd(db, services.secrets, PER_ROUND * 3, new Date())
  const staff = await enterStaff(db, services.secrets, new Date())
  let isTold = false
  const whenEnqueued: typeof services.jobs.whenEnqueued = (name, wake) =>
    services.jobs.whenEnqueued(name, () => {
      if (isTold) wake()
    })
  await startWorkers(queue.boss, { ...services, jobs: { ...services.jobs, whenEnqueued } })

  for (const { token, params, body } of crowd) await as(token).call(invitationActs.accept, { params, body })
  const signed = await db.selectFrom('agreements').select(['id', 'version', 'studentId']).execute()
  const { school } = crowd[0]!.params
  for (let from = 0; from < signed.length; from += 100)
    await as(staff.college).call(passAgreements, {
      params: { school },
      body: {
        items: signed.slice(from, from + 100).map(({ id, version }) => ({ id, seenVersion: version })),
      },
    })
  const agreementOf = new Map(signed.map((row) => [row.studentId, row]))
  const sealed = whenSealed(db)
  const certify = async ({ studentId, token }: Invited) => {
    const { id, version } = agreementOf.get(studentId)!
    const params = { school, id }
    await as(staff.school).call(agreementActs.pass, { params, body: { seenVersion: version + 1 } })
    const passed = performance.now()
    await sealed(id)
    const { statusCode } = await as(token).ask(readAgreementDocument, { params })
    if (statusCode !== 200) throw new Error(`a sealed document was not served: ${statusCode}`)
    return performance.now() - passed
  }
  const certifyEach = async (some: readonly Invited[]) => {
    const times: number[] = []
    for (const one of some) times.push(await certify(one))
    return times
  }
  const share = (nth: number) => crowd.slice(nth * PER_ROUND, (nth + 1) * PER_ROUND)
  print('passed → sealed PDF, the queue looked at', spread(await certifyEach(share(0))))
  isTold = true
  print('passed → sealed PDF, the worker told', spread(await certifyEach(share(1))))
  const together: number[] = []
  const { rate } = await inParallel(REVIEWERS, share(2), async (one) => together.push(await certify(one)))
  print(`the same, ${REVIEWERS} reviewers at once`, `${rate.toFixed(1)} documents/s  ${spread(together)}`)

  await makeCheckpoint(services)
  const packages: Buffer[] = []
  const making: number[] = []
  for (const { studentId, token } of share(2).slice(0, 20)) {
    const began = performance.now()
    const params = { school, id: agreementOf.get(studentId)!.id }
    packages.push((await as(token).ask(readEvidencePackage, { params })).rawPayload)
    making.push(performance.now() - began)
  }
  const size = packages.reduce((sum, { length }) => sum + length, 0) / packages.length
  print('a package', `${(size / 1024).toFixed(1)} KB  ${spread(making)}`)
  const checking: number[] = []
  for (const [nth, bytes] of packages.entries()) {
    const file = join(folder, `${nth}.zip`)
    await writeFile(file, bytes)
    const began = performance.now()
    const { fault } = await checkPackage(await openZip(file))
    checking.push(performance.now() - began)
    if (fault) throw new Error(`a package does not fit: ${fault.code}`)
  }
  const seconds = checking.reduce((sum, time) => sum + time, 0) / 1000
  print('verifying packages', `${(checking.length / seconds).toFixed(1)}/s  ${spread(checking)}`)

  const codes = await Promise.all(
    signed.map(({ id }) => findPrintedCode(db, services.secrets, { school, kind: 'agreement', id })),
  )
  // From another network each time: nobody of these waits.
  const look = (at: number) =>
    app.inject({
      method: 'GET',
      url: `/verify/${codes[at % codes.length]!.code}`,
      remoteAddress: `10.0.${at >> 8}.${at & 255}`,
    })
  const looks = await inParallel(
    READERS,
    Array.from({ length: LOOKS }, (_, at) => at),
    look,
  )
  print(`verified at /verify, ${READERS} at once`, `${looks.rate.toFixed(1)}/s`)

  await app.close()
  await close()
  await database.stop()
  await rm(folder, { recursive: true })
}

/** Waits for the document of an agreement: one statement looks for all that are waited for, so that looking is no load of its own. */
function whenSealed(db: Db) {
  const waiting = new Map<string, () => void>()
  const looking = async () => {
    while (waiting.size > 0) {
      const there = await db
        .selectFrom('documents')
        .where('kind', '=', 'agreement')
        .where('subjectId', 'in', [...waiting.keys()])
        .where('sealedAt', 'is not', null)
        .select('subjectId')
        .execute()
      for (const { subjectId } of there) {
        waiting.get(subjectId)?.()
        waiting.delete(subjectId)
      }
      await sleep(LOOK)
    }
  }
  return (id: string) =>
    new Promise<void>((there) => {
      waiting.set(id, there)
      if (waiting.size === 1) void looking()
    })
}
