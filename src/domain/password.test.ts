import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { passwordProblem } from './password.ts'

const owner = {
  name: 'Zhao Yun',
  studentNumber: '2020301417',
  idNumber: '11010519491231002X',
  phone: '13344440660',
}

test.each(['梧桐树下的书店', 'xkvbq7rtm', ''])('%j is too short', (password) => {
  expect(passwordProblem(password)).toBe('too-short')
})

it('counts characters for the least and storage for the most', () => {
  expect(passwordProblem('𬭊𠮷𡈽𪚥𫟹𣲗𬜬𬬭𫵷')).toBe('too-short')
  expect(passwordProblem('𬭊𠮷𡈽𪚥𫟹𣲗𬜬𬬭𫵷𬳵')).toBeNull()
  const long = 'plum-orchid-7 '.repeat(10)
  expect(passwordProblem(long.slice(0, 100) + 'x9k4w7q2m5v8z1t6p3r0n9b7c5d3'.slice(0, 28))).toBeNull()
  expect(passwordProblem(long.slice(0, 101) + 'x9k4w7q2m5v8z1t6p3r0n9b7c5d3'.slice(0, 28))).toBe('too-long')
})

test.each([
  'aaaaaaaaaaaa',
  '1111111111',
  'abababababab',
  '1231231231',
  'abcdefghij',
  'JIHGFEDCBA',
  '1234567890',
  '0987654321',
  '1122334455',
  '1212121313',
  'hunanhunan',
])('%s is repetitive', (password) => {
  expect(passwordProblem(password)).toBe('repetitive')
})

test.each([
  'a123456789',
  'A123456789',
  'woaini1314',
  'woaini520!',
  'Woaini5201314',
  '5201314520',
  'Password123!',
  'p@ssw0rd2024',
  'admin@2024',
  'qwertyuiop',
  '1qaz2wsx3e',
  'qwer1234!@#',
  'Hubei123456',
  'iloveyou123',
  'zhangwei1998',
  'ｐａｓｓｗｏｒｄ１２３',
])('%s is too common', (password) => {
  expect(passwordProblem(password)).toBe('too-common')
})

test.each([
  'bq2020301417',
  'key-13344440660',
  'key-44440660',
  'maple-440660',
  '11010519491231002x',
  'maple-31002X',
  'maple-1231002x',
  'maple-19491231',
  'zhao yun rides',
  'ZhaoYun-rides',
])('%s says who its owner is', (password) => {
  expect(passwordProblem(password, owner)).toBe('contains-personal')
})

test.each([
  'plum rain tiled roof',
  '梧桐树下的老书店三楼',
  'xkvbq7rtmw',
  'Tr0ub4dor&3x',
  'password-of-the-lighthouse',
])('%s is good', (password) => {
  expect(passwordProblem(password, owner)).toBeNull()
})

it('an owner of whom nothing is known excludes nothing', () => {
  const nobody = { name: '', studentNumber: '', idNumber: '', phone: '' }
  expect(passwordProblem('xkvbq7rtmw', nobody)).toBeNull()
})

it('never takes a password that holds the number of its owner, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(owner.studentNumber, owner.phone, owner.idNumber),
      fc.string({ maxLength: 20 }),
      (before, number, after) => {
        expect(passwordProblem(before + number + after, owner)).not.toBeNull()
      },
    ),
    { seed: 20_260_630 },
  )
})
