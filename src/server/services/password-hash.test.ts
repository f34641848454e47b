import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword, NO_COST, OWASP_COST } from './password-hash.ts'

/** `Qiao-Liang-2026` as the first accounts had it, when the cost did not stand in the hash. */
const FIRST_FORM = 'scrypt$AAAAAAAAAAAAAAAAAAAAAA$Qba378L0rmagjOhbPpegdE7Kcy4YHk0_3cGbw948fMA'

test('the cost stands in the hash, and one of another cost is known again and found outdated', async () => {
  const [today, cheap] = [
    await hashPassword('Chun-Tian-2026', OWASP_COST),
    await hashPassword('Chun-Tian-2026', NO_COST),
  ]
  expect(today).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
  expect(cheap).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$/)
  expect([
    await isPassword('Chun-Tian-2026', today, OWASP_COST),
    await isPassword('Chun-Tian-2026', cheap, OWASP_COST),
  ]).toEqual([true, true])
  expect([
    await isPassword('Qiu-Tian-2026', cheap, OWASP_COST),
    await isPassword('Chun-Tian-2026', null, OWASP_COST),
  ]).toEqual([false, false])
  expect([isOutdated(today, OWASP_COST), isOutdated(cheap, OWASP_COST)]).toEqual([false, true])
})

test('a cost that is raised beyond what Node allows by itself works', async () => {
  const dear = await hashPassword('Chun-Tian-2026', { ln: 16, r: 8, p: 1 })
  expect(await isPassword('Chun-Tian-2026', dear, OWASP_COST)).toBe(true)
})

test('a hash of the first accounts opens, and is outdated', async () => {
  expect(await isPassword('Qiao-Liang-2026', FIRST_FORM, OWASP_COST)).toBe(true)
  expect(isOutdated(FIRST_FORM, OWASP_COST)).toBe(true)
})

test.each(['', 'plain', 'scrypt$a', '$scrypt$ln=x,r=8,p=5$a$b'])('%j is no hash of ours', async (stored) => {
  await expect(isPassword('x', stored, OWASP_COST)).rejects.toThrow('in no form that we know')
})
