import { expect, test } from 'vitest'
import { normalLogin } from './login.ts'
import { LOGIN_FORM, refuseLastOwner } from './membership.ts'

test.each([
  [['a'], 'a', 'owner', true],
  [['a', 'b'], 'a', 'owner', false],
  [['b'], 'a', 'recruiter', false],
] as const)('of owners %j, %s (%s) is kept: %s', (owners, id, role, isKept) => {
  const leave = () => refuseLastOwner(owners, { id, role })
  if (isKept) expect(leave).toThrow('last-owner')
  else expect(leave).not.toThrow()
})

test.each([
  [' HR.Zhang ', 'hr.zhang', true],
  ['zhang@x.cn', 'zhang@x.cn', true],
  ['ab', 'ab', false],
  ['张三', '张三', false],
  ['-ab', '-ab', false],
])('%j is the log-in %j: %s', (typed, login, isOne) => {
  expect(normalLogin(typed)).toBe(login)
  expect(LOGIN_FORM.test(normalLogin(typed))).toBe(isOne)
})
