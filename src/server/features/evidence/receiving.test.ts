import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../../contracts/address.ts'
import { EVIDENCE, uploadEvidence } from '../../../contracts/evidence.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { SESSION_COOKIE } from '../accounts/sessions.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
/** The server's end of the newest connection. */
let line: Socket
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
beforeAll(async () => {
  s = await startScenario()
  await s.app.listen({ port: 0, host: '127.0.0.1' })
  s.app.server.on('connection', (socket) => {
    line = socket
  })
})
beforeEach(async () => {
  school = await s.school()
  student = await s.student(school)
})
afterAll(async () => {
  agent.destroy()
  await s.stop()
})

const port = () => (s.app.server.address() as AddressInfo).port
const CRLF = Buffer.from('\r\n')

/** An upload over a real connection, begun and not ended. */
const begin = (headers: Record<string, string | number> = {}, name = '扫描件.pdf') =>
  request({
    agent,
    port: port(),
    path: addressOf(uploadEvidence, { params: { school }, query: { name } }),
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      cookie: `${SESSION_COOKIE}=${student.token}`,
      ...headers,
    },
  })
const answerTo = async (sending: ClientRequest) => {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, ...((await json(answer)) as { code?: string; id?: string }) }
}
const rows = () => s.db.selectFrom('evidence').where('schoolId', '=', school).select('state').execute()
const files = () => readdir(join(s.folder, 'evidence', school)).catch(() => [])
const uploading = async () => {
  const patience = { timeout: 10_000 }
  await expect.poll(rows, patience).toEqual([{ state: 'uploading' }])
  await expect.poll(files, patience).toHaveLength(1)
}
const nothingIsLeft = async () => {
  await expect.poll(rows).toEqual([])
  await expect.poll(files).toEqual([])
}

test('a client that breaks off half way leaves neither a row nor a file', async () => {
  const sending = begin({ 'content-length': 1_000_000 })
  sending.write(Buffer.concat([SMALL_PDF, Buffer.alloc(500_000)]))
  await uploading()
  sending.on('error', () => {}).destroy()
  await nothingIsLeft()
})

test('a client that falls silent is hung up on, and leaves nothing', async () => {
  const sending = begin({ 'content-length': 1_000_000 })
  const failed = once(sending, 'error')
  sending.write(Buffer.concat([SMALL_PDF, Buffer.alloc(500_000)]))
  await uploading()
  expect(line.timeout).toBe(30_000)
  line.emit('timeout') // as after so many milliseconds
  await failed.catch(() => {})
  await nothingIsLeft()
})

test('a length above the limit is refused before a byte of it is sent', async () => {
  const sending = begin({ 'content-length': EVIDENCE.mostBytes + 1 })
  sending.flushHeaders()
  expect(await answerTo(sending)).toMatchObject({ status: 413, code: 'evidence-too-large' })
  sending.on('error', () => {}).destroy()
  await nothingIsLeft()
})

test('whoever sends without end and without a length is answered, and then hung up on', async () => {
  const path = addressOf(uploadEvidence, { params: { school }, query: { name: '扫描件.pdf' } })
  const headers = `host: localhost\r\ncookie: ${SESSION_COOKIE}=${student.token}\r\ncontent-type: application/octet-stream`
  const piece = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, CRLF])
  const client = connect(port(), '127.0.0.1')
  let sent = 0
  let heard = ''
  const send = () => {
    while (client.write(sent++ === 0 ? piece(SMALL_PDF) : piece(Buffer.alloc(1024 * 1024))));
  }
  client.write(`POST ${path} HTTP/1.1\r\n${headers}\r\ntransfer-encoding: chunked\r\n\r\n`)
  client.on('drain', send).on('error', () => {})
  client.on('data', (data) => {
    heard += data
  })
  send()
  await new Promise((resolve) => client.on('close', resolve))
  expect(heard).toMatch(/^HTTP\/1\.1 413 .*evidence-too-large/s)
  expect(sent).toBeLessThan(60)
  await nothingIsLeft()
})

test('a file of another type is answered although most of it has yet to come, and the connection serves on', async () => {
  const refused = begin({ 'content-length': 5_000_000 })
  refused.end(Buffer.alloc(5_000_000, '<p>'))
  expect(await answerTo(refused)).toMatchObject({ status: 415, code: 'evidence-type-refused' })
  const same = line
  const next = begin()
  next.end(SMALL_PDF)
  expect((await answerTo(next)).status).toBe(200)
  expect(line).toBe(same)
})

test('two uploads of one person at once are two files', async () => {
  const two = [begin({ 'content-length': SMALL_PDF.length }, '一.pdf'), begin({}, '二.pdf')]
  for (const sending of two) sending.end(SMALL_PDF)
  const ids = (await Promise.all(two.map(answerTo))).map(({ id }) => id)
  expect((await files()).sort()).toEqual(ids.sort())
})
