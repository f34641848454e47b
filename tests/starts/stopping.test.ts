import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aPort, serverOf, startSite } from './process.ts'

const BODY = JSON.stringify({ portal: 'employer', login: 'nobody', secret: 'not the password' })

/** A sign-in of which half is sent; `finish` sends the rest and answers the answer. */
async function beginSignIn(port: number) {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes
  })
  await once(socket, 'connect')
  socket.write(
    `POST /api/auth/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY.slice(0, 10)}`,
  )
  return async () => {
    socket.write(BODY.slice(10))
    if (!socket.closed) await once(socket, 'close')
    return answer
  }
}

const takesNobody = (port: number) =>
  new Promise<boolean>((answered) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => answered(true))
    socket.on('connect', () => {
      socket.destroy()
      answered(false)
    })
  })

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s to npm start: who is in the middle of a request is answered, then everything ends',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'qianyue-stopping-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const port = await aPort()
    const env = { PORT: String(port), DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'warn' }
    const npm = startSite(env, ['npm', 'start'])
    await npm.ready
    expect(await serverOf(folder)).not.toBeNull()
    const finish = await beginSignIn(port)
    // Answered behind the first half, which therefore has arrived.
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)

    npm.kill(signal)
    await expect.poll(() => takesNobody(port), { timeout: 20_000 }).toBe(true)
    expect(await finish()).toMatch(/^HTTP\/1\.1 401 /)
    // Over once nobody holds its output any more: npm, the server, and whatever they started.
    await npm.ended
    expect(await serverOf(folder)).toBeNull()
  },
  120_000,
)

test('told to stop while the demo is played, the site ends at once and leaves nothing running', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-stopping-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const site = startSite({ PORT: String(await aPort()), DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'warn' })
  await expect.poll(() => serverOf(folder), { timeout: 30_000 }).not.toBeNull()
  site.kill('SIGTERM')
  expect(await site.ended).toBe(0)
  expect(site.said).toEqual({ out: '', err: '' })
  expect(await serverOf(folder)).toBeNull()
}, 60_000)
