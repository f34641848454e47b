import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf } from '../src/contracts/address.ts'
import { type EvidenceFile, removeEvidence, uploadEvidence } from '../src/contracts/evidence.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'

/** A party signed in at a running server. */
export type Uploader = { readonly port: number; readonly token: string; readonly school: string }
type Line = readonly [name: string, value: string]

const MEGABYTE = 1024 * 1024
const SCAN = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), randomBytes(10 * MEGABYTE - 6)])
const ROUNDS = [
  { users: 1, uploads: 20 },
  { users: 8, uploads: 40 },
]

/** A 10 MB scan, sent by one and by several at once; each is removed again, for only so many may wait to be used. */
export async function measureUploads(uploader: Uploader): Promise<Line[]> {
  const agent = new Agent({ keepAlive: true })
  await sendAndRemove(uploader, agent)
  const lines: Line[] = []
  for (const { users, uploads } of ROUNDS) {
    const before = await residentMegabytes(uploader)
    const watch = watchPeak(uploader)
    const times: number[] = []
    const began = performance.now()
    let left = uploads
    await Promise.all(
      Array.from({ length: users }, async () => {
        while (left-- > 0) times.push(await sendAndRemove(uploader, agent))
      }),
    )
    const seconds = (performance.now() - began) / 1000
    const peak = await watch.stop()
    times.sort((a, b) => a - b)
    const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`
    lines.push([
      `uploads of a 10 MB scan, ${users} at once`,
      `p50 ${at(0.5)}  p95 ${at(0.95)}  ${((uploads * SCAN.length) / MEGABYTE / seconds).toFixed(0)} MB/s` +
        `  | memory ${before} MB, at most ${Math.max(0, peak - before)} MB more`,
    ])
  }
  agent.destroy()
  return lines
}

/** Milliseconds of the upload; the removal is not counted. */
async function sendAndRemove(uploader: Uploader, agent: Agent): Promise<number> {
  const params = { school: uploader.school }
  const began = performance.now()
  const { id } = await ask(
    uploader,
    agent,
    'POST',
    addressOf(uploadEvidence, { params, query: { name: '扫描件.jpg' } }),
  )
  const took = performance.now() - began
  await ask(uploader, agent, 'DELETE', addressOf(removeEvidence, { params: { ...params, id } }))
  return took
}

function ask({ port, token }: Uploader, agent: Agent, method: 'POST' | 'DELETE', path: string) {
  const sends = method === 'POST'
  return new Promise<EvidenceFile>((resolve, reject) => {
    const headers = {
      cookie: `${SESSION_COOKIE}=${token}`,
      ...(sends && { 'content-type': 'application/octet-stream', 'content-length': SCAN.length }),
    }
    const sent = request({ agent, port, path, method, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${method} was answered ${answer.statusCode}`))
      json(answer).then((body) => resolve(body as EvidenceFile), reject)
    })
    sent.on('error', reject).end(sends ? SCAN : undefined)
  })
}

async function residentMegabytes({ port }: Uploader): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / MEGABYTE)
}

function watchPeak(uploader: Uploader) {
  let peak = 0
  let watching = true
  const watched = (async () => {
    while (watching) {
      peak = Math.max(peak, await residentMegabytes(uploader))
      await sleep(50)
    }
  })()
  return {
    async stop() {
      watching = false
      await watched
      return peak
    },
  }
}
