import { beforeEach, expect, test, vi } from 'vitest'

const zh = { greeting: (name: string) => `${name}，您好` }
const en: typeof zh = { greeting: (name) => `Dear ${name}` }
const offline = () => Promise.reject(new Error('offline'))

let words: typeof import('./area.ts')
beforeEach(async () => {
  vi.resetModules()
  words = await import('./area.ts')
})

test('nobody who reads Chinese fetches the English', async () => {
  const load = vi.fn(async () => ({ en }))
  const { zh: chinese } = words.area(zh, load)
  await words.makeReady('zh-CN')
  expect([chinese, load.mock.calls.length]).toEqual([zh, 0])
})

test('the English of all that has come is ready before the language is turned', async () => {
  const area = words.area(zh, async () => ({ en }))
  expect(area.en).toBeNull()
  await words.makeReady('en')
  expect(area.en).toBe(en)
})

test('what comes with a later page is asked for at once, until the reader turns back', async () => {
  const load = vi.fn(async () => ({ en }))
  await words.makeReady('en')
  expect(await words.area(zh, load).coming()).toBe(en)
  await words.makeReady('zh-CN')
  words.area(zh, load)
  expect(load).toHaveBeenCalledTimes(1)
})

test('without a connection the page does not turn, and its Chinese stand in for what comes later', async () => {
  const load = vi.fn(offline)
  const area = words.area(zh, load)
  await expect(words.makeReady('en')).rejects.toThrow('offline')
  expect(await area.coming()).toBe(zh)
})

test('what could not be fetched is fetched when the reader asks again', async () => {
  const load = vi.fn(async () => ({ en })).mockImplementationOnce(offline)
  const area = words.area(zh, load)
  expect(await area.coming()).toBe(zh)
  await words.makeReady('en')
  expect(area.en).toBe(en)
})
