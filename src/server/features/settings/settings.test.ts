import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAgreements } from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs, getDissolutionOffer } from '../../../contracts/dissolutions.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import { getSettings, saveSettings } from '../../../contracts/schools.ts'
import { listSettingChanges, listSettingSections } from '../../../contracts/settings.ts'
import type { Settings } from '../../../domain/settings.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const ZHEJIANG = '{YEAR}{SCHOOL}{LEVEL}{SERIAL:5}'

async function changing(by: Visitor, school: string, change: Partial<Settings>) {
  const params = { school }
  const read = await by.call(getSettings, { params })
  return by.ask(saveSettings, { params, body: { ...read, ...change } })
}
const schoolWith = async (change: Partial<Settings> = {}) => {
  const school = await s.school(change)
  return { school, administrator: await s.staff(school, 'administrator') }
}

test('the names of files in an archive are a setting: refused at its field where they cannot be used, else kept and journaled', async () => {
  const { school, administrator } = await schoolWith()
  const answers = []
  for (const archiveNames of ['{CLASS}/{NAME}', '{NUMBER}/{GRADE}', '{CLASS}/{COLLEGE}/{YEAR}/{NUMBER}']) {
    const { code, errors } = (await changing(administrator.first, school, { archiveNames })).json()
    answers.push([code, errors[0].field])
  }
  expect(answers).toEqual([
    ['archive-names-lack', 'archiveNames'],
    ['archive-names-unreadable', 'archiveNames'],
    ['archive-names-folders', 'archiveNames'],
  ])
  await changing(administrator.first, school, { archiveNames: '{COLLEGE}/{NUMBER}_{NAME}' })
  const changes = await administrator.first.call(listSettingChanges, { params: { school }, query: {} })
  expect(changes.items.map((one) => one.changes)).toEqual([
    [{ name: 'archiveNames', before: '{CLASS}/{NUMBER}_{NAME}_{WHAT}', after: '{COLLEGE}/{NUMBER}_{NAME}' }],
  ])
})

describe('the pattern of agreement numbers', () => {
  test('holds for new numbers; those that were given stay, and are found however they are typed', async () => {
    const { school, administrator } = await schoolWith()
    const employer = await s.employer(school)
    const first = await s.sign(employer, await s.student(school))
    expect(first.number).toBe(`12026${school}000001`)
    const saved = await changing(administrator.first, school, {
      numberPattern: ` jy-${ZHEJIANG.toLowerCase()} `,
    })
    expect(saved.json()).toMatchObject({ numberPattern: `JY-${ZHEJIANG}`, version: 2 })
    const second = await s.sign(employer, await s.student(school))
    expect(second.number).toBe(`JY-2026${school}3100001`)
    const list = await administrator.first.call(listAgreements, { params: { school }, query: { q: '' } })
    expect(list.items.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort())
    const found = await administrator.first.call(listAgreements, {
      params: { school },
      query: { q: `ｊｙ－2026 ${school}31` },
    })
    expect(found.items.map(({ id }) => id)).toEqual([second.id])
    await changing(administrator.first, school, { numberPattern: '{KIND}{YEAR}{SCHOOL}{SERIAL:6}' })
    expect((await s.sign(employer, await s.student(school))).number).toBe(`12026${school}000002`)
  })

  test('that could give a number twice is refused at its field, and nothing is changed', async () => {
    const { school, administrator } = await schoolWith()
    const answers = []
    for (const numberPattern of [
      '{YEAR}{SCHOOL}',
      '{SCHOOL}{SERIAL:2}',
      '{YEAR}{SERIAL:6}',
      `{KIND}20{SCHOOL}${school.slice(0, 2)}{SERIAL:6}`,
    ]) {
      const answer = await changing(administrator.first, school, { numberPattern })
      const { code, errors } = answer.json()
      answers.push([answer.statusCode, code, errors[0].field])
    }
    expect(answers).toEqual([
      [422, 'number-pattern-lacks', 'numberPattern'],
      [422, 'number-pattern-serial', 'numberPattern'],
      [422, 'number-pattern-lacks', 'numberPattern'],
      [409, 'number-pattern-collides', 'numberPattern'],
    ])
    const { numberPattern, version } = await administrator.first.call(getSettings, { params: { school } })
    expect([numberPattern, version]).toEqual(['{KIND}{YEAR}{SCHOOL}{SERIAL:6}', 1])
  })

  test('is compared with what the school had before, and what other schools have', async () => {
    const [one, other] = [await schoolWith(), await schoolWith()]
    await changing(one.administrator.first, one.school, { numberPattern: '{YEAR}{SCHOOL}X{SERIAL:5}' })
    await changing(one.administrator.first, one.school, { numberPattern: ZHEJIANG })
    const own = await changing(one.administrator.first, one.school, {
      numberPattern: '{YEAR}{SCHOOL}X{KIND}{SERIAL:4}',
    })
    expect(own.json()).toMatchObject({
      code: 'number-pattern-collides',
      details: { pattern: '{YEAR}{SCHOOL}X{SERIAL:5}' },
    })
    const laidOver = `2026${one.school}{SCHOOL}{SERIAL:4}`
    const foreign = await changing(other.administrator.first, other.school, { numberPattern: laidOver })
    expect([foreign.statusCode, foreign.json().numberPattern]).toEqual([200, laidOver])
    const again = await changing(one.administrator.first, one.school, {
      numberPattern: '{YEAR}{SCHOOL}{LEVEL}{SERIAL:7}',
    })
    expect(again.json()).toMatchObject({ code: 'number-pattern-collides', details: { pattern: laidOver } })
  })

  test('of two schools that choose what the other could give, at once, one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await schoolWith(), await schoolWith()]
      const answers = await Promise.all([
        changing(one.administrator.first, one.school, {
          numberPattern: `{SCHOOL}${other.school}R{SERIAL:4}`,
        }),
        changing(other.administrator.second, other.school, {
          numberPattern: `${one.school}{SCHOOL}R{SERIAL:4}`,
        }),
      ])
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    }
  })

  test('two sign at once with numbers of their own, and the counter ends with a clear answer', async () => {
    const { school, administrator } = await schoolWith()
    await changing(administrator.first, school, { numberPattern: '{YEAR}{SCHOOL}{KIND}-{SERIAL:4}' })
    const employer = await s.employer(school)
    const signing = async () => {
      const student = await s.student(school)
      return { student, invitation: await s.invite(employer, student) }
    }
    const rivals = await Promise.all([signing(), signing(), signing(), signing()])
    await Promise.all(
      rivals.map(({ student, invitation }, index) =>
        (index % 2 ? student.first : student.second).call(invitationActs.accept, s.acceptance(invitation)),
      ),
    )
    const { rows } = {
      rows: await s.db.selectFrom('agreements').where('schoolId', '=', school).select('number').execute(),
    }
    expect(rows.map(({ number }) => number).sort()).toEqual(
      [1, 2, 3, 4].map((serial) => `2026${school}1-000${serial}`),
    )
    await s.db.updateTable('agreementSerials').set({ last: 9998 }).where('schoolId', '=', school).execute()
    const [last, beyond] = [await signing(), await signing()]
    await last.student.first.call(invitationActs.accept, s.acceptance(last.invitation))
    const refused = await beyond.student.first.ask(invitationActs.accept, s.acceptance(beyond.invitation))
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'numbers-used-up'])
    await changing(administrator.first, school, { numberPattern: '{YEAR}{SCHOOL}{KIND}-{SERIAL:5}' })
    await beyond.student.first.call(invitationActs.accept, s.acceptance(beyond.invitation))
  })

  test('the database keeps a number of another school, a second of the same, and a serial beyond its mask out', async () => {
    const { school } = await schoolWith()
    const { id } = await s.sign(await s.employer(school), await s.student(school))
    const rename = (number: string) =>
      s.db.updateTable('agreements').set({ number }).where('id', '=', id).execute()
    await expect(rename('9202699999000001')).rejects.toThrow('agreements_number_names_its_school')
    const other = await s.sign(await s.employer(school), await s.student(school))
    await expect(rename(other.number)).rejects.toThrow('agreements_number_is_never_shared')
    const serial = s.db.insertInto('agreementSerials').values({ schoolId: school, mask: 'A##', last: 100 })
    await expect(serial.execute()).rejects.toThrow('agreement_serials_last_check')
  })
})

describe('what has begun keeps what held when it began', () => {
  test('an invitation its limits, and whether declining it needs a reason', async () => {
    const { school, administrator } = await schoolWith({ maxDays: 20 })
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const before = await s.invite(employer, student, {}, 5)
    await changing(administrator.first, school, { maxDays: 8, defaultDays: 5, declineNeedsReason: true })
    const params = { school, id: before.id }
    const revised = await employer.first.call(invitationActs.revise, {
      params,
      body: { seenVersion: 1, noticeVersion: 1, respondBy: '2026-06-15', terms: before.terms },
    })
    const declined = await student.first.call(invitationActs.decline, {
      params,
      body: { seenVersion: revised.version, reason: '' },
    })
    expect([revised.respondBy, declined.status]).toEqual(['2026-06-15', 'declined'])
    const after = await s.invite(employer, student, {}, 5)
    const bare = await student.first.ask(invitationActs.decline, {
      params: { school, id: after.id },
      body: { seenVersion: 1, reason: '' },
    })
    expect(bare.json().code).toBe('reason-needed')
  })

  test('an agreement the rules on dissolving it was signed under; the window is the latest', async () => {
    const { school, administrator } = await schoolWith({
      coolDownDays: 0,
      breachLimit: null,
      requestLimit: 3,
    })
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const reviewer = await s.staff(school, 'school_reviewer')
    const agreement = await s.certify(await s.sign(employer, student), reviewer)
    await changing(administrator.first, school, {
      coolDownDays: 30,
      breachLimit: 0,
      requestLimit: 2,
      answerDays: 9,
    })
    const params = { school, id: agreement.id }
    const offer = () => student.first.call(getDissolutionOffer, { params })
    expect((await offer()).rules).toMatchObject({
      coolDownDays: 0,
      breachLimit: null,
      requestLimit: 3,
      answerDays: 7,
    })
    for (let asked = 1; asked <= 3; asked++) {
      const { agreement: now } = await offer()
      const request = await student.first.call(askDissolution, {
        params,
        body: { seenVersion: now.version, noticeVersion: 1, ground: 'other-offer', reason: '另有安排' },
      })
      expect(request.answerBy).toBe('2026-06-08')
      await student.first.call(dissolutionActs.withdraw, {
        params: { school, id: request.id },
        body: { seenVersion: request.version },
      })
    }
    expect((await offer()).reasons).toMatchObject([{ code: 'asked-too-often', details: { limit: 3 } }])
    await changing(administrator.first, school, { window: { from: '2026-09-01', to: '2026-10-01' } })
    expect((await offer()).reasons.map(({ code }) => code)).toContain('dissolution-window-closed')
  })

  test('what is pending of a year that is closed is still signed; nothing new of it begins', async () => {
    const { school, administrator } = await schoolWith()
    const [employer, student, other] = [
      await s.employer(school),
      await s.student(school),
      await s.student(school),
    ]
    const pending = await s.invite(employer, student)
    await changing(administrator.first, school, { graduationYears: [2027] })
    await expect(s.invite(employer, other)).rejects.toThrow('year-not-open')
    await student.first.call(invitationActs.accept, s.acceptance(pending))
    await changing(administrator.first, school, { graduationYears: [2026, 2027] })
    await s.invite(employer, other)
  })
})

describe('who changes the settings', () => {
  test('is shown with when; all staff read it, and what stood before and after', async () => {
    const { school, administrator } = await schoolWith()
    const college = await s.staff(school, 'college_reviewer', '01')
    const params = { school }
    const untouched = await college.first.call(listSettingSections, { params })
    expect(untouched).toMatchObject({ mayChange: false, changedBy: ['administrator'] })
    expect(untouched.items.every(({ changed }) => changed === null)).toBe(true)
    await changing(administrator.first, school, { answerDays: 9, breachLimit: 3 })
    s.setClock('2026-06-02T09:00:00+08:00')
    await changing(administrator.first, school, { answerDays: 12, numberPattern: ZHEJIANG })
    await changing(administrator.first, school, {})
    const sections = await administrator.first.call(listSettingSections, { params })
    expect(sections.mayChange).toBe(true)
    const at = '2026-06-02T01:00:00.000Z'
    expect(
      sections.items.filter(({ changed }) => changed).map(({ section, changed }) => [section, changed?.at]),
    ).toEqual([
      ['numbers', at],
      ['dissolution', at],
    ])
    const changes = await college.first.call(listSettingChanges, {
      params,
      query: { section: 'dissolution' },
    })
    expect(changes).toMatchObject({
      total: 2,
      items: [
        { at, changes: [{ name: 'answerDays', before: 9, after: 12 }] },
        {
          changes: [
            { name: 'answerDays', before: 7, after: 9 },
            { name: 'breachLimit', before: null, after: 3 },
          ],
        },
      ],
    })
    const paged = await college.first.call(listSettingChanges, { params, query: { page: 2, pageSize: 1 } })
    expect([paged.total, paged.items.map((one) => one.changes.length)]).toEqual([2, [2]])
    expect((await verifyJournal(s.db)).faults).toEqual([])
    s.setClock('2026-06-01T10:00:00+08:00')
  })

  test('others read and do not change them', async () => {
    const { school } = await schoolWith()
    const params = { school }
    for (const role of ['college_reviewer', 'school_reviewer'] as const) {
      const { first } = await s.staff(school, role, ...(role === 'college_reviewer' ? ['01'] : []))
      const read = await first.call(getSettings, { params })
      const refused = await first.ask(saveSettings, { params, body: read })
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-allowed'])
    }
  })

  test('of two who save at once what they had both read, one is told to read again', async () => {
    const { school, administrator } = await schoolWith()
    const params = { school }
    const read = await administrator.first.call(getSettings, { params })
    const answers = await Promise.all([
      administrator.first.ask(saveSettings, { params, body: { ...read, answerDays: 9 } }),
      administrator.second.ask(saveSettings, { params, body: { ...read, alertAt: 9 } }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('content-changed')
  })

  test('a change takes about ten statements', async () => {
    const { school, administrator } = await schoolWith()
    const read = await administrator.first.call(getSettings, { params: { school } })
    s.statements.length = 0
    await administrator.first.call(saveSettings, {
      params: { school },
      body: { ...read, numberPattern: ZHEJIANG },
    })
    expect(s.statements.length).toBeLessThanOrEqual(14)
  })
})
