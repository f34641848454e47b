import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { by } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import {
  actOnForm,
  type FormCase,
  type FormCommand,
  formOffers,
  type IssuingFacts,
  issueForm,
  reasonsAgainstIssuing,
} from './acts.ts'
import { formContent } from './content.ts'
import {
  CORNERS,
  cornerText,
  FORM_COPIES,
  FORM_PAGES,
  type FormPage,
  oneForm,
  readCornerText,
} from './corner.ts'
import { causeAfter, FORM_STATUSES, type FormStatus, paperFormLife } from './life.ts'
import { formNumber, readFormNumber } from './number.ts'
import { scannedAs } from './scan.ts'

const STUDENT = { name: '黄河水', studentNumber: '2022010001', college: '一院', major: '计算机' }
const NUMBER = formNumber({ school: '10488', year: 2026, serial: 17 })
const OTHER_NUMBER = formNumber({ school: '10488', year: 2026, serial: 18 })
const FREE: IssuingFacts = {
  placing: { placement: null, designatedEmployer: null, designatedCreditCode: null, enrolment: 'enrolled' },
  latest: null,
}
const issue = (facts: Partial<IssuingFacts> = {}, acting: Acting = by.college) =>
  issueForm(
    {
      ...FREE,
      ...facts,
      schoolId: '10488',
      id: 'f1',
      number: NUMBER,
      studentId: 's1',
      collegeId: '01',
      snapshot: STUDENT,
      issuedBy: 'u1',
    },
    acting,
  )
const AGREEMENT = { id: 'a1', number: '2202610488000001', scanned: [] as string[] }
const form = (change: Partial<FormCase> = {}): FormCase => ({ ...issue().after, ...change })
const act = (
  command: Partial<FormCommand>,
  acting: Acting = by.college,
  change: Partial<FormCase> = {},
  agreement: typeof AGREEMENT | null = AGREEMENT,
) =>
  actOnForm(
    { before: form(change), agreement },
    { action: 'return', seenVersion: 1, reason: '打印时卡纸', ...command },
    { ...acting, userId: 'u2' },
  )
describe('a form’s number', () => {
  const numbered = fc.record({
    school: fc.stringMatching(/^\d{5}$/),
    year: fc.integer({ min: 1900, max: 2999 }),
    serial: fc.integer({ min: 1, max: 99_999 }),
  })
  it('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(numbered, (of) => {
        const number = formNumber(of)
        expect(readFormNumber(number)).toBe(number)
        expect(readFormNumber(` ${number.toLowerCase().replaceAll('-', '－')} `)).toBe(number)
      }),
      { seed: 20_261_126 },
    )
  })
  it('is not read with any one digit wrong', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), fc.integer({ min: 1, max: 9 }), (of, at, by) => {
        const number = formNumber(of)
        const digits = [...number.matchAll(/\d/g)].map(({ index }) => index)
        const index = digits[at % digits.length]!
        const wrong = String((Number(number[index]) + by) % 10)
        expect(readFormNumber(number.slice(0, index) + wrong + number.slice(index + 1))).toBeNull()
      }),
      { seed: 20_261_126 },
    )
  })
  it.each([0, 100_000, 1.5])('has no room for the serial %d', (serial) => {
    expect(() => formNumber({ school: '10488', year: 2026, serial })).toThrow(RangeError)
  })
})

it('what a corner says is read back, and nothing else is', () => {
  for (const copy of FORM_COPIES)
    for (const corner of CORNERS)
      for (let page = 1; page <= FORM_PAGES; page++) {
        const mark = { number: NUMBER, copy, page, corner }
        expect(readCornerText(cornerText(mark))).toEqual(mark)
        // Letters of the small code's alphabet alone, or it would be a larger one.
        expect(cornerText(mark)).toMatch(/^[0-9A-Z:-]{1,38}$/)
      }
  for (const text of [
    '',
    'https://example.org',
    `QYF:${NUMBER}:4:1:A`,
    `QYF:${NUMBER}:1:3:A`,
    `QYF:${NUMBER}:1:1:E`,
  ])
    expect(readCornerText(text)).toBeNull()
  expect(readCornerText('QYF:Z10488-2026-00017-1:1:1:A')).toBeNull()
})

describe('what comes of every act', () => {
  test('a form is handed out, and its student is told the number', () => {
    const { after, told, data } = issue()
    expect(after).toMatchObject({ status: 'issued', version: 1, cause: 'first', issuedAt: by.college.at })
    expect(data).toEqual({ number: NUMBER, cause: 'first' })
    expect(told).toMatchObject([
      { kind: 'paper-form.issued', to: { studentId: 's1' }, params: { number: NUMBER } },
    ])
  })
  test.each<[FormStatus, string]>([
    ['lost', 'lost'],
    ['spoiled', 'spoiled'],
    ['returned', 'again'],
  ])('after one that is %s another says so', (status, cause) => {
    const { after, data } = issue({ latest: { number: 'Z1', status } })
    expect(after.cause).toBe(cause)
    expect(data).toMatchObject({ after: 'Z1' })
    expect(causeAfter(status)).toBe(cause)
  })
  test('one that comes back is matched to what was registered, and tells its student', () => {
    const { after, data, told } = act({})
    expect(after).toMatchObject({
      status: 'returned',
      version: 2,
      agreementId: 'a1',
      endedBy: 'u2',
      reason: '打印时卡纸',
    })
    expect(data).toEqual({ number: NUMBER, agreement: AGREEMENT.number, scan: 'unread' })
    expect(told).toMatchObject([{ kind: 'paper-form.returned' }])
  })
  test('a spoiled one says why', () => {
    const { after, told } = act({ action: 'spoil' })
    expect(after).toMatchObject({ status: 'spoiled', reason: '打印时卡纸', agreementId: null })
    expect(told).toMatchObject([{ kind: 'paper-form.spoiled', params: { reason: '打印时卡纸' } }])
  })
  test('of a loss that the student states the college and the school are told; of one that staff enter, the student', () => {
    expect(act({ action: 'lose' }, by.student).told).toMatchObject([
      { kind: 'paper-form.reported-lost', to: { level: 'college', collegeId: '01' } },
      { kind: 'paper-form.reported-lost', to: { level: 'school' } },
    ])
    expect(act({ action: 'lose' }).told).toMatchObject([{ kind: 'paper-form.lost', to: { studentId: 's1' } }])
  })
})

it.each<[string, () => unknown, string]>([
  [
    'the return of what was scanned as another',
    () => act({}, by.college, {}, { ...AGREEMENT, scanned: [OTHER_NUMBER] }),
    'form-scan-of-another',
  ],
  ['the return of what nobody has registered', () => act({}, by.college, {}, null), 'form-without-agreement'],
  ['a return by its student', () => act({}, by.student), 'not-your-turn'],
  ['a loss that an employer states', () => act({ action: 'lose' }, by.employer), 'not-your-turn'],
  ['a loss without a statement', () => act({ action: 'lose', reason: ' ' }, by.student), 'reason-needed'],
  ['what has changed since it was read', () => act({ seenVersion: 2 }), 'content-changed'],
  ['a form that a student hands out', () => issue({}, by.student), 'not-your-turn'],
  [
    'a second form beside one that is out',
    () => {
      const latest = { number: NUMBER, status: 'issued' } as const
      throw new Refusal(reasonsAgainstIssuing({ ...FREE, latest })[0]!.code)
    },
    'form-out',
  ],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

it('is given to nobody who holds a place or is off the roster, and to others', () => {
  const { placing } = FREE
  const reasons = (change: Partial<typeof placing>) =>
    reasonsAgainstIssuing({ placing: { ...placing, ...change }, latest: null }).map(({ code }) => code)
  expect(reasons({})).toEqual([])
  expect(reasons({ placement: { holder: '星光集团', number: '1' } })).toEqual(['student-already-placed'])
  expect(reasons({ enrolment: 'withdrawn' })).toEqual(['student-off-roster'])
})

it('a number that is accounted for is never used again: no act leads out of it', () => {
  for (const status of FORM_STATUSES.filter((one) => one !== 'issued'))
    for (const acting of Object.values(by)) {
      expect(formOffers({ status, version: 2 }, acting)).toEqual([])
      for (const action of ['return', 'spoil', 'lose'] as const)
        expect(codeOf(() => act({ action, seenVersion: 2 }, acting, { status, version: 2 }))).toMatch(
          /already-moved-on|not-your-turn/,
        )
    }
  expect(paperFormLife.offers).toEqual(['return', 'spoil', 'lose'])
})

it('prints three copies of two pages, each with its own codes, and leaves all but the student and the school blank', () => {
  const of = { number: NUMBER, snapshot: STUDENT, school: { code: '10488', name: '江城大学' } }
  const { sheets, parts } = formContent(of)
  const said = sheets.flatMap(({ corners }) => corners.map((text) => readCornerText(text)))
  expect(sheets.map(({ copy, page }) => `${copy} ${page}`)).toEqual([
    'employer 1',
    'employer 2',
    'student 1',
    'student 2',
    'school 1',
    'school 2',
  ])
  expect(new Set(said.map((mark) => JSON.stringify(mark))).size).toBe(24)
  const filled = parts.flatMap(({ entries }) => entries).filter(({ value }) => value !== null)
  expect(filled.map(({ value }) => value)).toEqual([
    '黄河水',
    '2022010001',
    '一院',
    '计算机',
    '江城大学',
    '10488',
  ])
})

const onPage = (number: string, page: number): FormPage => ({ number, copy: 'school', page })
test.each<[string, (FormPage | null)[], FormPage | null]>([
  ['two pages of one form', [onPage(NUMBER, 2), onPage(NUMBER, 1)], onPage(NUMBER, 2)],
  ['a page after one that was not read', [null, onPage(NUMBER, 1)], onPage(NUMBER, 1)],
  ['pages of two forms', [onPage(NUMBER, 1), onPage(OTHER_NUMBER, 1)], null],
  ['nothing that was read', [null, null], null],
  ['no page', [], null],
])('a file of %s', (_, pages, wanted) => {
  expect(oneForm(pages)).toEqual(wanted)
})

test.each([
  [[NUMBER], 'same'],
  [[OTHER_NUMBER, NUMBER], 'same'],
  [[OTHER_NUMBER], 'other'],
  [[], 'unread'],
])('scans of %j are of this form: %s', (numbers, wanted) => {
  expect(scannedAs(NUMBER, numbers)).toBe(wanted)
})
