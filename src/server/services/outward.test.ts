import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OutwardRefused, openOutward } from './outward.ts'

const strict = openOutward({ networks: [] })
const plain = openOutward({ networks: ['127.0.0.0/8', '::1'], withoutTls: true })

let address: string
let asked: string[] = []
const server = createServer(({ url }, response) => {
  asked.push(url ?? '')
  if (url === '/elsewhere') response.writeHead(302, { location: `${address}/inside` }).end()
  else if (url === '/large') response.writeHead(200).end('x'.repeat(600 * 1024))
  else if (url === '/nothing') response.writeHead(204).end()
  else response.writeHead(200, { 'x-kind': 'plain' }).end('hello')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Why it was not asked; the error itself where it was. */
const refusedBy = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => 'answered',
    (thrown: unknown) => thrown,
  )
  const causes = [error, (error as Error).cause]
  return causes.find((one) => one instanceof OutwardRefused)?.reason ?? error
}

test.each([
  'https://10.1.2.3',
  'https://172.16.0.1',
  'https://192.168.1.1',
  'https://127.0.0.1',
  'https://0.0.0.0',
  'https://169.254.169.254',
  'https://100.64.0.1',
  'https://224.0.0.1',
  'https://2130706433',
  'https://0x7f.1',
  'https://[::1]',
  'https://[fe80::1]',
  'https://[fd00::1]',
  'https://[::ffff:10.0.0.1]',
  'https://[64:ff9b::a00:1]',
])('%s is not asked', async (url) => {
  expect(strict.isAllowed(url)).toBe(false)
  expect(await refusedBy(strict.fetch(url))).toBe('private-address')
})

test('a name that stands for such an address is refused when it is connected to', async () => {
  expect(await refusedBy(strict.fetch('https://localhost:65533/'))).toBe('private-address')
  // An address that is allowed is tried, and nobody is there.
  expect(await refusedBy(plain.fetch('https://localhost:65533/'))).toBeInstanceOf(TypeError)
})

test('nothing but https is asked, nor shown to a browser', async () => {
  for (const url of [address, 'ftp://id.example.edu.cn', 'javascript:alert(1)', 'file:///etc/passwd']) {
    expect([url, strict.isAllowed(url)]).toEqual([url, false])
    expect(await refusedBy(strict.fetch(url))).toBe('not-https')
  }
  expect(strict.isAllowed('https://id.example.edu.cn/oidc')).toBe(true)
  expect(openOutward({ networks: ['10.1.0.0/16'] }).isAllowed('https://10.1.2.3')).toBe(true)
  expect(openOutward({ networks: ['10.1.0.0/16'] }).isAllowed('https://10.2.2.3')).toBe(false)
})

test('an answer comes whole and small, and leads nowhere else', async () => {
  asked = []
  const answer = await plain.fetch(`${address}/page`)
  expect([answer.status, answer.headers.get('x-kind'), await answer.text()]).toEqual([200, 'plain', 'hello'])
  expect((await plain.fetch(`${address}/nothing`)).status).toBe(204)
  expect((await plain.fetch(`${address}/elsewhere`)).status).toBe(302)
  expect(asked).not.toContain('/inside')
  expect(await refusedBy(plain.fetch(`${address}/large`))).toBeInstanceOf(Error)
})
