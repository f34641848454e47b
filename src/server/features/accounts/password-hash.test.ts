import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword } from './password-hash.ts'

/** `Qiao-Liang-2026` as the first accounts had it, when the cost did not stand in the hash. */
const FIRST_FORM = 'scrypt$AAAAAAAAAAAAAAAAAAAAAA$Qba378L0rmagjOhbPpegdE7Kcy4YHk0_3cGbw948fMA'

test('the cost stands in the hash, and one of another cost is known again and found outdated', async () => {
  const [today, cheap] = [
    await hashPassword('Chun-Tian-2026'),
    await hashPassword('Chun-Tian-2026', { ln: 4, r: 8, p: 1 }),
  ]
  expect(today).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
  expect(cheap).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$/)
  expect([await isPassword('Chun-Tian-2026', today), await isPassword('Chun-Tian-2026', cheap)]).toEqual([
    true,
    true,
  ])
  expect([await isPassword('Qiu-Tian-2026', cheap), await isPassword('Chun-Tian-2026', null)]).toEqual([
    false,
    false,
  ])
  expect([isOutdated(today), isOutdated(cheap)]).toEqual([false, true])
})

test('a cost that is raised beyond what Node allows by itself works', async () => {
  const dear = await hashPassword('Chun-Tian-2026', { ln: 16, r: 8, p: 1 })
  expect(await isPassword('Chun-Tian-2026', dear)).toBe(true)
})

test('a hash of the first accounts opens, and is outdated', async () => {
  expect(await isPassword('Qiao-Liang-2026', FIRST_FORM)).toBe(true)
  expect(isOutdated(FIRST_FORM)).toBe(true)
})

test.each(['', 'plain', 'scrypt$a', '$scrypt$ln=x,r=8,p=5$a$b'])('%j is no hash of ours', async (stored) => {
  await expect(isPassword('x', stored)).rejects.toThrow('in no form that we know')
})
