import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admissionActs, getAdmission } from '../../../contracts/admissions.ts'
import { changeOwnEmployer, getOwnEmployer } from '../../../contracts/employer-records.ts'
import * as contract from '../../../contracts/posts.ts'
import { POST_SORTS } from '../../../domain/post/search.ts'
import { sweep } from '../../background/sweep.ts'
import { verifyJournal } from '../../db/journal.ts'
import { FACTS, kindsOf } from '../../testing/admitting.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { searching, searchOf } from './search.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school({ postsADay: 100 })
  staff = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
})

const SAID = samplePost
type Said = typeof SAID
const write = (change: Partial<Said> = {}, by = employer) =>
  by.first.call(contract.writePost, { body: { ...SAID, ...change } })
const own = (id: string, by = employer) => by.first.call(contract.getOwnPost, { params: { id } })
const submit = async (id: string, at = [school], by = employer) => {
  const { version } = await own(id, by)
  return by.first.ask(contract.ownPostActs.submit, {
    params: { id },
    body: { seenVersion: version, schools: at },
  })
}
const submitted = async (change: Partial<Said> = {}, by = employer) => {
  const { id } = await write(change, by)
  const answer = await submit(id, [school], by)
  expect([answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([200, true])
  return id
}
const look = (id: string) => staff.first.call(contract.getPost, { params: { school, id } })
type Act = keyof typeof contract.postActs
const ask = async (action: Act, id: string, more: object = {}, by = staff.first) => {
  const { version } = await look(id)
  return by.ask(contract.postActs[action], {
    params: { school, id },
    body: { seenVersion: version, ...more },
  })
}
const act = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked)
  expect([asked[0], answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([
    asked[0],
    200,
    true,
  ])
  return answer.json()
}
const published = async (change: Partial<Said> = {}, by = employer) => {
  const id = await submitted(change, by)
  await act('publish', id)
  return id
}
const page = (below: string) => s.app.inject({ url: `/s/${school}${below}` })
const titles = async (query: string) =>
  [...(await page(`/jobs?${query}`)).body.matchAll(/<strong lang="zh-CN">([^<]*)</g)].map(
    ([, title]) => title,
  )

test('written, asked about, returned, published: each side sees whose turn it is, and the public page what it says', async () => {
  const id = await submitted()
  expect(await kindsOf(staff.first)).toContain('post.to-review')
  const { items } = await staff.first.call(contract.listPosts, { params: { school }, query: { q: '软件' } })
  expect(items).toMatchObject([{ id, turn: 'school', status: 'submitted' }])
  await act('ask', id, { reason: '工作地点在哪个区？' })
  expect((await own(id)).schools).toMatchObject([
    { status: 'questioned', turn: 'employer', reason: '工作地点在哪个区？' },
  ])
  await act('answer', id, { reason: '洪山区' }, employer.first)
  await act('return', id, { reason: '请写明岗位要求' })
  const { version } = await own(id)
  const better = { ...SAID, description: '<p>负责后端。</p><script>alert(1)</script>', seenVersion: version }
  await employer.first.call(contract.ownPostActs.edit, { params: { id }, body: better })
  expect((await submit(id)).statusCode).toBe(200)
  const view = await act('publish', id)
  expect(view.status).toBe('published')
  const shown = await page(new URL(view.address).pathname.replace(`/s/${school}`, ''))
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('<p>负责后端。</p>')
  expect(shown.body).not.toContain('alert(1)')
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(shown.body)![1]!
  expect(JSON.parse(data)).toMatchObject({ '@type': 'JobPosting', title: SAID.title, totalJobOpenings: 3 })
  expect(await titles('q=软件')).toEqual([SAID.title])
  const acts = (await s.journal(`post:${id}`)).map(({ entry }) => (entry as { action: string }).action)
  expect(acts).toEqual(
    ['submit', 'ask', 'answer', 'return', 'submit-again', 'publish'].map((one) => `post.${one}`),
  )
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

describe('what cannot be submitted', () => {
  test.each<[string, Partial<Said>, string[]]>([
    ['without pay', { pay: { from: null as never, to: null as never, months: 12 } }, ['pay.from']],
    ['without a place', { regions: [] }, ['regions']],
    ['without number and last day', { headcount: null as never, lastDay: null }, ['headcount', 'lastDay']],
    ['with words against the law', { title: '客户经理（限男性）' }, ['title']],
  ])('%s: the fields are named and the draft stays', async (_what, change, fields) => {
    const { id } = await write(change)
    const answer = await submit(id)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual(fields)
    expect((await own(id)).status).toBe('draft')
  })

  test('a description of 100 KB is refused by its field, and so is pay that falls', async () => {
    const long = await employer.first.ask(contract.writePost, {
      body: { ...SAID, description: '字'.repeat(34_134) },
    })
    expect([long.statusCode, long.json().errors[0].field]).toEqual([422, 'description'])
    const falls = { ...SAID, pay: { from: 9000, to: 8000, months: 12 } }
    const answer = await employer.first.ask(contract.writePost, { body: falls })
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'pay.to'])
  })

  test('to a school that has not admitted the employer', async () => {
    const { id } = await write()
    expect((await submit(id, [await s.school()])).json().code).toBe('employer-not-admitted')
  })
})

test('a change of what is published is shown once the school has looked; number and last day at once (AT-2)', async () => {
  const id = await published()
  const edit = async (change: Partial<Said>) => {
    const { version } = await own(id)
    return employer.first.call(contract.ownPostActs.edit, {
      params: { id },
      body: { ...SAID, ...change, seenVersion: version },
    })
  }
  await edit({ title: '资深软件工程师', headcount: 9 })
  expect(await titles('')).toEqual([SAID.title])
  expect((await page('/jobs')).body).toContain('招 9 人')
  const waiting = await look(id)
  expect([waiting.turn, waiting.proposed?.title]).toEqual(['school', '资深软件工程师'])
  await act('return-change', id, { reason: '请保留原名' })
  expect([(await look(id)).proposed, await titles('')]).toEqual([null, [SAID.title]])
  await edit({ title: '资深软件工程师' })
  await act('pass-change', id)
  expect(await titles('')).toEqual(['资深软件工程师'])
})

test('rejected with a code, it is submitted once more where that is said, and no second time (AT-3)', async () => {
  const id = await submitted()
  expect((await ask('reject', id, { reason: '不实' })).statusCode).toBe(422)
  await act('reject', id, { reason: '不实', rejection: 'untrue', mayRetry: true })
  expect((await submit(id)).statusCode).toBe(200)
  await act('reject', id, { reason: '仍不实', rejection: 'untrue', mayRetry: true })
  const again = await submit(id)
  expect([again.statusCode, again.json().code]).toEqual([409, 'post-rejected-for-good'])
})

test('suspended, an employer loses its posts in the same act, and is told why (AT-4)', async () => {
  const [one, two] = [await published(), await submitted({ title: '测试工程师' })]
  const params = { school, id: employer.id }
  await staff.first.call(admissionActs.suspend, { params, body: { seenVersion: 1, reason: '虚假招聘' } })
  for (const id of [one, two])
    expect(await look(id)).toMatchObject({ status: 'taken_down', reason: '虚假招聘' })
  expect(await titles('')).toEqual([])
  expect((await kindsOf(employer.first)).filter((kind) => kind === 'post.taken-down')).toHaveLength(2)
  expect((await submit(one)).json().code).toBe('employer-not-admitted')
})

test('says for whom its employer recruits, an agency with its licence (L7, L8), and where else it leads without a link (L5)', async () => {
  const description = '<p>见<a href="https://pay.example/fee">入职须知</a></p>'
  const id = await published({ description })
  const below = new URL((await look(id)).address).pathname.replace(`/s/${school}`, '')
  const said = '为本单位招聘'
  for (const path of [below, `/employers/${employer.id}`]) expect((await page(path)).body).toContain(said)
  await sql`update employers set profile = profile || '{"kind":"agency","licenceNumber":"（鄂）0123"}'
    where id = ${employer.id}`.execute(s.db)
  for (const path of [below, `/employers/${employer.id}`])
    expect((await page(path)).body).toContain('人力资源服务机构（替其他单位招聘），许可证编号 （鄂）0123')
  expect((await look(id)).recruiter).toMatchObject({ kind: 'agency', scope: expect.any(String) })
  const { body } = await page(below)
  expect([
    body.includes('入职须知（https://pay.example/fee）'),
    body.includes('href="https://pay.example'),
  ]).toEqual([true, false])
})

test('while its employer is to be verified again it is nowhere to be read, and comes back with that alone (L7)', async () => {
  const id = await published({ lastDay: '2026-12-20' })
  const below = new URL((await look(id)).address).pathname.replace(`/s/${school}`, '')
  const verified = s.db
    .updateTable('admissions')
    .where('schoolId', '=', school)
    .where('employerId', '=', employer.id)
  await verified.set({ verifyDue: '2026-06-01' }).execute()
  s.setClock('2026-06-01T23:59:59+08:00')
  expect([await titles(''), (await look(id)).status]).toEqual([[SAID.title], 'published'])

  s.setClock('2026-06-02T00:00:00+08:00')
  await sweep(s.services)
  expect([await titles(''), await titles('q=软件'), await titles('pay=1000&sort=pay')]).toEqual([[], [], []])
  const [one, english] = [await page(below), await page(`${below}?lang=en`)]
  expect([one.statusCode, one.body.includes(SAID.title), one.body.includes('六个月')]).toEqual([
    404,
    false,
    true,
  ])
  expect([english.statusCode, english.body.includes('every six months')]).toEqual([404, true])
  expect((await page('/sitemap.xml')).body).not.toContain(below)
  expect((await page(`/employers/${employer.id}`)).body).toContain('核验已到期')
  expect(await look(id)).toMatchObject({ status: 'paused', verifiedUntil: '2026-06-01' })
  expect((await own(id)).schools[0]).toMatchObject({ status: 'paused', verifiedUntil: '2026-06-01' })
  const { items } = await employer.first.call(contract.listOwnPosts, { query: {} })
  expect(items.find((row) => row.id === id)?.counts).toEqual({ paused: 1 })
  const query = { queue: 'all', status: 'paused' } as const
  const found = await staff.first.call(contract.listPosts, { params: { school }, query })
  expect([found.items.map((row) => row.id), found.counts]).toEqual([[id], { paused: 1 }])

  const params = { school, id: employer.id }
  const acting = { params, body: { seenVersion: 1 } }
  await employer.first.call(admissionActs.confirm, acting)
  expect(await titles('')).toEqual([])
  await staff.first.call(admissionActs.verify, { params, body: { seenVersion: 2 } })
  expect([await titles(''), (await look(id)).status]).toEqual([[SAID.title], 'published'])
  expect((await page(below)).statusCode).toBe(200)
})

test('it ends at 24:00 of its last day whether the clock has run or not, and is extended', async () => {
  const id = await published({ lastDay: '2026-06-02' })
  s.setClock('2026-06-02T23:59:59+08:00')
  expect(await titles('')).toEqual([SAID.title])
  s.setClock('2026-06-03T00:00:00+08:00')
  expect(await titles('')).toEqual([])
  expect((await look(id)).status).toBe('expired')
  await sweep(s.services)
  expect(await kindsOf(employer.first)).toContain('post.expired')
  const { version } = await own(id)
  await employer.first.call(contract.ownPostActs.extend, {
    params: { id },
    body: { seenVersion: version, lastDay: '2026-06-20' },
  })
  expect(await titles('')).toEqual([SAID.title])
})

test('one that begins later is not read before, and closing ends it at once', async () => {
  const id = await published({ shownOn: '2026-06-03' })
  expect(await titles('')).toEqual([])
  s.setClock('2026-06-03T00:00:00+08:00')
  expect(await titles('')).toEqual([SAID.title])
  const { version } = await own(id)
  await employer.first.call(contract.ownPostActs.close, { params: { id }, body: { seenVersion: version } })
  expect(await titles('')).toEqual([])
})

test('a school that publishes at once is not asked; each of several schools decides for itself', async () => {
  const quick = await s.school({ postsAtOnce: true })
  await s.db
    .insertInto('admissions')
    .values({
      schoolId: quick,
      employerId: employer.id,
      appliedAt: s.now(),
      waitingSince: s.now(),
      status: 'approved',
      admittedAt: s.now(),
      verifyDue: '2026-12-01',
    })
    .execute()
  const { id } = await write()
  const answer = await submit(id, [school, quick])
  const states = answer
    .json()
    .schools.map((one: { school: { code: string }; status: string }) => [one.school.code, one.status])
  expect(Object.fromEntries(states)).toEqual({ [school]: 'submitted', [quick]: 'published' })
})

test('what is for students alone is in no list, page, map or data that anybody reads, and opens at once (AT-6)', async () => {
  const [id, shown] = [await published({ audience: 'students' }), await published({ title: '测试工程师' })]
  const { address } = await look(id)
  expect(await titles('')).toEqual(['测试工程师'])
  expect(await titles('q=软件')).toEqual([])
  const below = new URL(address).pathname.replace(`/s/${school}`, '')
  const hidden = await page(below)
  expect([hidden.statusCode, hidden.body.includes(SAID.title)]).toEqual([404, false])
  expect((await page(`/employers/${employer.id}`)).body).not.toContain(SAID.title)
  const open = new URL((await look(shown)).address).pathname
  const map = async () => (await page('/sitemap.xml')).body
  expect(await map()).toContain(`${open}</loc>`)
  expect(await map()).not.toContain(below)
  const { version } = await own(id)
  const body = { ...SAID, seenVersion: version }
  await employer.first.call(contract.ownPostActs.edit, { params: { id }, body })
  expect((await look(id)).proposed).toBeNull()
  expect(await map()).toContain(below)
  const wider = { audience: 'nobody' } as never
  const refused = await employer.first.ask(contract.writePost, { body: { ...SAID, ...(wider as object) } })
  expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, 'audience'])
})

test('a school takes so many posts of an employer a day, and says when it takes more (AT-5)', async () => {
  const strict = await s.school({ postsADay: 2 })
  const [one, other] = [await s.employer(strict), await s.employer(strict)]
  const drafts = await Promise.all([1, 2, 3].map(() => write({}, one)))
  s.setClock('2026-06-01T23:59:59+08:00')
  const answers = await Promise.all(drafts.map(({ id }) => submit(id, [strict], one)))
  const codes = answers.map(({ statusCode }) => statusCode)
  expect(codes.filter((code) => code === 200)).toHaveLength(2)
  const late = codes.indexOf(409)
  const refused = answers[late]!.json()
  expect([refused.code, refused.title]).toEqual([
    'posts-too-many-today',
    expect.stringContaining('2026 年 6 月 2 日 0:00'),
  ])
  expect(refused.errors[0].field).toBe('schools')
  expect((await own(drafts[late]!.id, one)).status).toBe('draft')
  expect((await submit((await write({}, other)).id, [strict], other)).statusCode).toBe(200)
  s.setClock('2026-06-02T00:00:00+08:00')
  expect((await submit(drafts[late]!.id, [strict], one)).statusCode).toBe(200)
})

test('an employer that is called otherwise is found by its new name, and no longer by its old', async () => {
  const id = await published()
  const { name } = await s.db
    .selectFrom('employers')
    .where('id', '=', employer.id)
    .select('name')
    .executeTakeFirstOrThrow()
  const { version } = await employer.first.call(getOwnEmployer, {})
  const body = { ...FACTS, name: '凤凰山精密机械有限公司', seenVersion: version }
  await employer.first.call(changeOwnEmployer, { body })
  expect(await titles(`q=${encodeURIComponent(name)}`)).toEqual([SAID.title])
  expect(await titles('q=凤凰山')).toEqual([])
  const params = { school, id: employer.id }
  const { version: seenVersion } = await staff.first.call(getAdmission, { params })
  await staff.first.call(admissionActs.approve, { params, body: { seenVersion } })
  expect(await titles('q=凤凰山')).toEqual([SAID.title])
  expect(await titles(`q=${encodeURIComponent(name)}`)).toEqual([])
  const { items } = await staff.first.call(contract.listPosts, {
    params: { school },
    query: { queue: 'all', q: '凤凰山' },
  })
  expect(items.map((row) => row.id)).toEqual([id])
})

describe('searching', () => {
  test('finds two characters within a title, titles first, and what it is narrowed by', async () => {
    const other = await s.employer(school)
    await published({
      title: '行政专员',
      description: '<p>使用软件整理资料</p>',
      regions: ['310101'],
      majors: [],
    })
    s.setClock('2026-06-01T09:00:00+08:00')
    await published({ title: '高级软件工程师' }, other)
    s.setClock('2026-06-02T09:00:00+08:00')
    expect(await titles('q=软件')).toEqual(['高级软件工程师', '行政专员'])
    expect(await titles('q=工程师+软件')).toEqual(['高级软件工程师'])
    expect(await titles('q=件软')).toEqual([])
    expect(await titles('region=420000')).toEqual(['高级软件工程师'])
    expect(await titles('region=310000')).toEqual(['行政专员'])
    expect(await titles('major=080901')).toEqual(['行政专员', '高级软件工程师'])
    expect(await titles('major=0201')).toEqual(['行政专员'])
    expect(await titles('education=junior-college')).toEqual([])
    expect(await titles('pay=8001')).toEqual([])
    expect(await titles("q=' | 'a&sort=pay")).toEqual([])
    const nothing = await page('/jobs?region=x&pay=-1&after=nonsense&sort=no&kind=none&page=0')
    expect([nothing.statusCode, nothing.body.includes('行政专员')]).toEqual([200, true])
  })

  test('pages by keys: what is published meanwhile moves nothing, and every one is met once', async () => {
    for (let n = 0; n < 45; n++) {
      s.setClock(`2026-06-01T09:00:0${n % 3}+08:00`)
      await published({
        title: `岗位${String(n).padStart(2, '0')}`,
        pay: { from: 5000 + (n % 4), to: 12_000, months: 12 },
      })
    }
    s.setClock('2026-06-02T10:00:00+08:00')
    for (const sort of ['newest', 'pay', 'ending', 'best&q=岗位']) {
      const met: (string | undefined)[] = []
      let next: string | undefined = `sort=${sort}`
      while (next) {
        met.push(...(await titles(next)))
        const { body } = await page(`/jobs?${next}`)
        next = /rel="next" href="[^"?]*\?([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      }
      expect([sort, met.length, new Set(met).size]).toEqual([sort, 45, 45])
    }
    // Met soon in the order asked for; put in order when they have been found; met late: the same each way.
    const nothing = {
      region: '',
      category: '',
      industry: '',
      nature: '',
      kind: null,
      education: null,
      major: '',
      pay: null,
    }
    const asked = { ...nothing, q: '岗位', reader: 'anybody', since: null, after: '' } as const
    for (const sort of POST_SORTS) {
      const found = async (walked: number, mostSorted: number) => {
        const bounds = { walked, walkedAtHand: walked, mostSorted }
        const of = searchOf({ ...asked, sort }, s.now())
        const { rows } = await searching(school, of, s.now(), 20, bounds).execute(s.db)
        return rows.map(({ id }) => id)
      }
      const soon = await found(45, 0)
      expect([sort, soon.length, await found(20, 45), await found(20, 44)]).toEqual([sort, 21, soon, soon])
    }
  }, 120_000)
})

describe('at the same time', () => {
  const codes = (answers: readonly { statusCode: number }[]) =>
    answers.map(({ statusCode }) => statusCode).sort()

  test('publish against close, take down against change, submit twice: one order of both, and no half', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await submitted()
      const { version } = await own(id)
      const close = () =>
        employer.second.ask(contract.ownPostActs.close, { params: { id }, body: { seenVersion: version } })
      const [one, two] = await Promise.all(
        round % 2 ? [close(), ask('publish', id)] : [ask('publish', id), close()],
      )
      expect(codes([one!, two!])[0]).toBe(200)
      expect((await look(id)).status).toBe('closed')

      const open = await published()
      const seen = await own(open)
      const edit = employer.second.ask(contract.ownPostActs.edit, {
        params: { id: open },
        body: { ...SAID, title: '新名', seenVersion: seen.version },
      })
      const [down] = await Promise.all([ask('take-down', open, { reason: '不实' }), edit])
      const after = await look(open)
      expect([after.status, after.proposed]).toEqual(
        down.statusCode === 200 ? ['taken_down', null] : ['published', expect.anything()],
      )

      const { id: draft, version: first } = await write()
      const body = { seenVersion: first, schools: [school] }
      const twice = await Promise.all(
        [employer.first, employer.second].map((who) =>
          who.ask(contract.ownPostActs.submit, { params: { id: draft }, body }),
        ),
      )
      expect(codes(twice)).toEqual([200, 409])
    }
  }, 60_000)

  test('verified against submit, and against the clock: each post has its employer’s last day, and no one waits for ever', async () => {
    const key = { params: { school, id: employer.id } }
    for (let round = 0; round < 6; round++) {
      s.setClock(START)
      const over = await published({ lastDay: '2026-06-01' })
      const { id } = await write()
      const verified = s.db.updateTable('admissions').where('employerId', '=', employer.id)
      const { version } = await staff.first.call(getAdmission, key)
      await verified.set({ verifyDue: '2026-06-02', confirmedAt: s.now() }).execute()
      s.setClock('2026-06-02T00:00:00+08:00')
      const body = { seenVersion: version }
      const [answer, first] = await Promise.all([
        staff.first.ask(admissionActs.verify, { ...key, body }),
        submit(id),
        sweep(s.services),
      ])
      expect([answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([200, true])
      // Before it was verified it could not submit.
      if (first.statusCode !== 200) expect((await submit(id)).statusCode).toBe(200)
      for (const one of [over, id]) expect((await look(one)).verifiedUntil).toBe('2026-12-02')
      expect((await look(over)).status).toBe('expired')
    }
  }, 60_000)

  test('publish against suspend: nothing is published after it', async () => {
    for (let round = 0; round < 5; round++) {
      const other = await s.employer(school)
      const id = await submitted({}, other)
      const suspend = staff.second.ask(admissionActs.suspend, {
        params: { school, id: other.id },
        body: { seenVersion: 1, reason: '停' },
      })
      await Promise.all([ask('publish', id), suspend])
      expect((await look(id)).status).toBe('taken_down')
    }
  }, 60_000)
})

test('what is not theirs does not exist; a college decides nothing', async () => {
  const id = await submitted()
  const [stranger, elsewhere] = [await s.employer(school), await s.staff(await s.school(), 'administrator')]
  const student = await s.student(school)
  for (const who of [stranger.first, elsewhere.first, student.first])
    expect((await who.ask(contract.getPost, { params: { school, id } })).statusCode).toBeGreaterThanOrEqual(
      403,
    )
  expect((await stranger.first.ask(contract.getOwnPost, { params: { id } })).statusCode).toBe(404)
  const college = await s.staff(school, 'college_reviewer', '01')
  expect((await ask('publish', id, {}, college.first)).statusCode).toBe(403)
})

test('the school’s own phrases hold from then on, each with who has changed it', async () => {
  const { first } = await s.staff(school, 'administrator')
  const lists = { blocking: ['九点半'], doubtful: [], exceptions: [] }
  const save = (seenVersion: number, change = {}) =>
    first.ask(contract.savePostWording, {
      params: { school },
      body: { wording: 'age', seenVersion, ...lists, ...change },
    })
  expect((await save(0)).statusCode).toBe(200)
  expect((await save(0)).json().code).toBe('content-changed')
  const unreadable = await save(1, { blocking: ['*'] })
  expect([unreadable.statusCode, unreadable.json().errors[0].field]).toEqual([422, 'blocking.0'])
  const { id } = await write({ benefits: '九点半上班' })
  expect((await submit(id)).json().errors[0].field).toBe('benefits')
})

test('several are published at once, each by itself, and an act takes few statements', async () => {
  const [one, two] = [await submitted(), await submitted({ title: '测试工程师' })]
  await act('take-down', two, { reason: '重复' })
  const items = [one, two].map((id) => ({ id, seenVersion: id === one ? 1 : 2 }))
  const asked = { params: { school }, body: { items }, key: randomUUID() }
  const first = await staff.first.ask(contract.publishPosts, asked)
  expect(first.json().results.map(({ passed }: { passed: boolean }) => passed)).toEqual([true, false])
  expect((await staff.first.ask(contract.publishPosts, asked)).body).toBe(first.body)
  const { id } = await write()
  const before = s.statements.length
  await submit(id)
  expect(s.statements.length - before).toBeLessThanOrEqual(18)
})
