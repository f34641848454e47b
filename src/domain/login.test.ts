import { expect, test } from 'vitest'
import { accountName, normalLogin } from './login.ts'

test.each([
  ['hr1', 'hr1'],
  ['Hr1', 'hr1'],
  ['  HR1 ', 'hr1'],
  ['ｈｒ１', 'hr1'],
  ['２０２３０１０００１', '2023010001'],
  ['2023 0100 01', '2023010001'],
  ['U202310001', 'u202310001'],
])('%j is the log-in %s, and counts as it', (typed, login) => {
  expect(normalLogin(typed)).toBe(login)
  expect(accountName('student', '99901', typed)).toBe(`student:99901:${login}`)
})
