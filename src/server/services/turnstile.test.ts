import { expect, test } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { turnstile } from './turnstile.ts'

const HERE = new AbortController().signal
/** Work that ends when it is told to, and notes that it has begun. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (name: string) => () =>
      new Promise<void>((resolve) => {
        begun.push(name)
        ends.set(name, resolve)
      }),
    async end(name: string) {
      ends.get(name)!()
      await new Promise(setImmediate)
    },
  }
}
const stranger = (place: string, left = HERE) => ({ known: false, place, left })
const codeOf = (error: unknown) => error instanceof Refusal && error.code

test('so many at once as it is wide; then known ones first, and the places of strangers take turns', async () => {
  const line = turnstile(1)
  const { begun, work, end } = works()
  const all = ['a1', 'a2', 'a3', 'b1', 'k1'].map((name) =>
    line.through({ known: name === 'k1', place: name[0]!, left: HERE }, work(name)),
  )
  expect(begun).toEqual(['a1'])
  for (const name of ['a1', 'k1', 'a2', 'b1', 'a3']) await end(name)
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'k1', 'a2', 'b1', 'a3'])
})

test('who has hung up leaves the line, and no work is done for them', async () => {
  const line = turnstile(1)
  const { begun, work, end } = works()
  const first = line.through(stranger('a'), work('first'))
  const gone = new AbortController()
  const left = line.through(stranger('b', gone.signal), work('left')).catch(codeOf)
  const last = line.through(stranger('c'), work('last'))
  gone.abort()
  expect(await left).toBe('too-busy')
  await end('first')
  await end('last')
  await Promise.all([first, last])
  expect(begun).toEqual(['first', 'last'])
})

test('a full line tells when to come again; one from elsewhere still finds room, at the cost of the many', async () => {
  const line = turnstile(1)
  const { begun, work, end } = works()
  const crowd = Array.from({ length: 100 }, (_, number) =>
    line.through(stranger('crowd'), work(`crowd ${number}`)).catch((error: Refusal) => error),
  )
  const refused = (await Promise.race([crowd[99]!, crowd[98]!])) as Refusal
  expect([refused.code, Number(refused.details.seconds) > 0]).toEqual(['too-busy', true])
  const other = line.through(stranger('elsewhere'), work('other'))
  const known = line.through({ known: true, place: 'k', left: HERE }, work('known'))
  await end('crowd 0')
  await end('known')
  expect(begun).toEqual(['crowd 0', 'known', 'crowd 1'])
  await end('crowd 1')
  await end('other')
  await Promise.all([other, known])
  expect(begun.slice(0, 5)).toEqual(['crowd 0', 'known', 'crowd 1', 'other', 'crowd 2'])
})

test('work that fails makes room like any other', async () => {
  const line = turnstile(1)
  const failed = line.through(stranger('a'), () => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  expect(await line.through(stranger('a'), async () => 'yes')).toBe('yes')
})
