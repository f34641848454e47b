import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { dayWindows } from '../../src/contracts/atoms.ts'
import { leavesOf } from '../../src/contracts/leaves.ts'
import { printedTexts } from '../../src/contracts/typed.ts'
import { LONGEST } from '../../src/domain/longest.ts'
import { hiddenCharacterIn } from '../../src/domain/text.ts'
import { product, source } from '../source-tree.ts'
import { ENDPOINTS } from './contract.ts'

/** Every field that any endpoint takes. */
const FIELDS = ENDPOINTS.flatMap(([name, { schema }]) =>
  [schema.params, schema.querystring, schema.body].flatMap((part) =>
    part ? leavesOf(part).map(({ path, schema: of }) => ({ at: `${name} ${path.join('.')}`, path, of })) : [],
  ),
)
const isFile = (of: z.ZodType) => of.meta()?.format === 'binary'
/** What a file is called is brought into its form by `domain/file-name.ts`, once it is known what is in it. */
const isFileName = (of: z.ZodType) => of.meta()?.format === 'file-name'
const isSecret = (of: z.ZodType) => of.meta()?.format === 'password'
const TEXTS = FIELDS.filter(
  ({ of }) => !isFile(of) && !isFileName(of) && (of.safeParse('2').success || of instanceof z.ZodString),
)

const HIDING = [
  '\u202E',
  '\u2066',
  '\u200E',
  '\u0000',
  '\u001B',
  '\u009F',
  '\ud800',
  '\u{E0041}',
  '\u3164',
  '\u0378',
]
const WITHOUT_EFFECT = ['\u200B', '\uFEFF', '\u00AD', '\u2060']
/** Well-formed answers to fields of every kind: what hides is put into each. */
const ANSWERS = [
  '中文',
  '2026-06-01',
  '13812345678',
  'a@b.cn',
  '420100',
  '99901',
  '9144030071526726XG',
  'abcd2345',
  '0'.repeat(64),
  'A'.repeat(22),
  '0197a1b2-0000-7000-8000-000000000001',
]

describe.each(TEXTS.filter(({ of }) => !isSecret(of)))('$at', ({ of }) => {
  it('takes nothing that hides', () => {
    for (const answer of ANSWERS)
      for (const hiding of [...HIDING, ...WITHOUT_EFFECT]) {
        const { data } = of.safeParse(answer.slice(0, 2) + hiding + answer.slice(2))
        if (typeof data !== 'string') continue
        expect([data, hiddenCharacterIn(data)]).toEqual([data, null])
        expect(data).not.toContain(hiding)
      }
  })

  it('takes text in one form only', () => {
    for (const typed of ['e\u0301e\u0301', ' 中文 ', '中\r\n文', '中\u2028文', '中\uE863']) {
      const { data } = of.safeParse(typed)
      if (typeof data === 'string') expect(data).toMatch(/^(éé|éé|中文|中[ \n]文|中䶮|ÉÉ)$/)
    }
  })

  it('has a bound', () => {
    expect(of.safeParse('中'.repeat(LONGEST.notice + 1)).success).toBe(false)
    expect(of.safeParse('1'.repeat(LONGEST.notice + 1)).success).toBe(false)
    // As many as an announcement may have, in the other bytes of a body.
    expect(of.safeParse('中'.repeat(20_001)).success).toBe(false)
    expect(of.safeParse('1'.repeat(20_001)).success).toBe(false)
  })
})

test('there are secrets, and only these may hold what is not seen', () => {
  expect(TEXTS.filter(({ of }) => isSecret(of)).map(({ at }) => at)).toEqual([
    'signIn secret',
    'changePassword current',
    'changePassword next',
    'changeEmail password',
    'confirmEmail token',
    'changePhone password',
    'registerEmployer password',
    'recoverByCode code',
    'recoverByCode password',
    'saveMessageChannel key',
    'allowMessages digits',
    'beginPasskey password',
    'addPasskey answer',
    'removePasskey password',
    'passByPasskey answer',
    'enterByPasskey answer',
    'finishSchoolSignIn answer',
    'saveSchoolSignIn secret',
    'finishTrial answer',
    'beginSecondFactor password',
    'confirmSecondFactor code',
    'passSecondFactor code',
    'renewRecoveryCodes password',
    'switchOnSecondFactor password',
    'switchOffSecondFactor password',
    'setPin password',
    'setPin pin',
    'makeSignatures by.pin',
    'makeSignatures by.answer',
    'openLink token',
    'enterByLink token',
    'enterByLink password',
    'passVerification password',
  ])
})

test('every day that is given says what it is, so that one that cannot be meant is refused', () => {
  const days = FIELDS.filter(
    ({ of }) => of.safeParse('2026-06-01').success && !of.safeParse('2026-06-32').success,
  )
  expect(days.length).toBeGreaterThan(8)
  expect(days.filter(({ of }) => !dayWindows.has(of)).map(({ at }) => at)).toEqual([])
})

/** How long a field may be: the longest text of one letter that it takes. */
const longest = (of: z.ZodType) => {
  const json = z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' })
  return json.maxLength
}

test('these texts are names of files', () => {
  expect(FIELDS.filter(({ of }) => isFileName(of)).map(({ at }) => at)).toEqual([
    'uploadForAdmission name',
    'checkDeregistrations name',
    'uploadEvidence name',
    'readExportBack name',
    'correctByFile returnedFile',
    'uploadInvitations name',
    'checkMajorSheet name',
    'checkPlaceSheet name',
    'uploadPostFile name',
    'uploadRoster name',
    'checkTransferSheet name',
  ])
})

test('one thing has one bound, wherever it is asked', () => {
  const bounds = new Map<string, Set<number>>()
  for (const { path, of } of TEXTS) {
    const most = longest(of)
    const name = path.filter((part) => part !== '*').at(-1) ?? ''
    if (most !== undefined) bounds.set(name, (bounds.get(name) ?? new Set()).add(most))
  }
  expect([...bounds].filter(([, of]) => of.size > 1).map(([name, of]) => [name, [...of]])).toEqual([])
})

test('what can be typed as a name, a number or a headline can be sought', () => {
  const sought = TEXTS.filter(({ path }) => ['q', 'employer'].includes(path.join('.')))
  expect(sought.length).toBeGreaterThan(6)
  const names = TEXTS.filter(({ path }) =>
    /^(name|studentName|studentNumber|creditCode)$/.test(path.at(-1) ?? ''),
  )
  const most = Math.max(...names.map(({ of }) => longest(of) ?? 0))
  for (const { at, of } of sought) expect([at, longest(of)! >= most]).toEqual([at, true])
})

test('no page has a bound of its own', () => {
  const numbered = product.filter(
    (file) => file.startsWith('src/web/') && /maxLength=\{\d/.test(source(file)),
  )
  expect(numbered).toEqual([])
})

test('what stands in an agreement is asked whether it can be printed, in every body that brings it', () => {
  const printed = TEXTS.filter(({ of }) => printedTexts.has(of)).map(({ at }) => at)
  expect(printed.length).toBeGreaterThan(50)
  /** Of the terms: what is free, and not a number, a code or a way that is chosen. */
  const free = TEXTS.filter(
    ({ path, of }) => path.includes('terms') && !path.includes('clauses') && of.safeParse('好人').success,
  )
  expect(free.filter(({ of }) => !printedTexts.has(of)).map(({ at }) => at)).toEqual([])
  for (const name of [
    'registerPaper employer.name',
    'registerEmployer name',
    'registerEmployer memberName',
    'addMember memberName',
    'addStaff name',
    'saveNoticeText zh',
  ])
    expect(printed).toContain(name)
})
