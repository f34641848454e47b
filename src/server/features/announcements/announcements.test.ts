import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/announcements.ts'
import { readEvidence, uploadEvidence } from '../../../contracts/evidence.ts'
import type { Visitor } from '../../http/visitor.ts'
import { TELLTALES, TURNED } from '../../testing/sample-files.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let school: string
let staff: Visitor
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school()
  staff = (await s.staff(school, 'school_reviewer')).first
})

const SAID = {
  title: '签约通知',
  titleEn: 'Signing',
  body: '<p>请按时签约。</p>',
  bodyEn: '',
  author: '就业中心',
  pinned: false,
  evidence: [] as string[],
}
const write = (change: Partial<typeof SAID> = {}, by = staff, at = school) =>
  by.call(contract.writeAnnouncement, { params: { school: at }, body: { ...SAID, ...change } })
const publish = ({ id, version }: { id: string; version: number }, shownOn: string | null = null) =>
  staff.call(contract.announcementActs.publish, {
    params: { school, id },
    body: { seenVersion: version, shownOn },
  })
const page = (address: string, headers: Record<string, string> = {}) =>
  s.app.inject({ url: new URL(address).pathname, headers })

test('a draft is nobody’s to read, published it is everybody’s, withdrawn it is gone at once', async () => {
  const draft = await write()
  expect([draft.status, draft.actions, draft.shownFrom]).toEqual(['draft', ['edit', 'publish'], null])
  expect((await page(draft.address)).statusCode).toBe(404)

  const published = await publish(draft)
  const shown = await page(published.address)
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(shown.body).toContain('<p>请按时签约。</p>')
  expect((await s.app.inject({ url: `/s/${school}` })).body).toContain('签约通知')

  const tag = String(shown.headers.etag)
  expect((await page(published.address, { 'if-none-match': tag })).statusCode).toBe(304)
  await staff.call(contract.announcementActs.withdraw, {
    params: { school, id: draft.id },
    body: { seenVersion: published.version, reason: '有误' },
  })
  expect((await page(published.address, { 'if-none-match': tag })).statusCode).toBe(404)
  for (const url of ['', '/announcements', '/announcements.rss', '/sitemap.xml'])
    expect((await s.app.inject({ url: `/s/${school}${url}` })).body).not.toContain(
      published.address.split('/').at(-1),
    )
  const acts = (await s.journal(`announcement:${draft.id}`)).map(({ entry }) => entry)
  expect(acts).toMatchObject([
    { action: 'announcement.write', from: null, to: 'draft', data: { title: '签约通知' } },
    { action: 'announcement.publish', from: 'draft', to: 'published' },
    { action: 'announcement.withdraw', from: 'published', to: 'withdrawn', reason: '有误' },
  ])
})

test('one that begins later is not read before 0:00 in China of that day', async () => {
  const published = await publish(await write(), '2026-06-03')
  expect([published.status, published.toCome]).toEqual(['published', true])
  for (const [instant, status] of [
    ['2026-06-02T23:59:59.999+08:00', 404],
    ['2026-06-03T00:00:00.000+08:00', 200],
  ] as const) {
    s.setClock(instant)
    expect([instant, (await page(published.address)).statusCode]).toEqual([instant, status])
  }
})

test('a change of what is published is seen at once, and one on what is older is refused', async () => {
  const published = await publish(await write())
  const edit = (seenVersion: number, title: string) =>
    staff.ask(contract.announcementActs.edit, {
      params: { school, id: published.id },
      body: { ...SAID, title, seenVersion },
    })
  expect((await edit(published.version, '新标题')).statusCode).toBe(200)
  expect((await page(published.address)).body).toContain('<h1>新标题</h1>')
  expect((await edit(published.version, '更新')).json().code).toBe('content-changed')
})

describe('what is written', () => {
  test('is kept without what would do something, and shown without', async () => {
    const body =
      '<p onclick="x()">一</p><script>alert(1)</script><a href="javascript:alert(1)">二</a><img src=x onerror=alert(1)>'
    const { id, version, body: kept } = await write({ body, title: '<script>三</script>' })
    expect(kept).toBe('<p>一</p><a rel="noopener noreferrer nofollow">二</a>')
    const { address } = await publish({ id, version })
    const shown = await page(address)
    expect(shown.body).not.toMatch(/<script|onclick|javascript:|onerror/)
    expect(shown.body).toContain('&lt;script&gt;三&lt;/script&gt;')
    expect(shown.headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-/)
    expect(shown.headers['content-security-policy']).not.toMatch(/script-src|unsafe/)
  })

  test('behind the product’s back does nothing either', async () => {
    const { id, version, address } = await write()
    await publish({ id, version })
    await s.db
      .updateTable('announcements')
      .set({ body: '<p>四</p><script>alert(1)</script>' })
      .where('id', '=', id)
      .execute()
    const { body } = await page(address)
    expect([body.includes('<p>四</p>'), body.includes('<script')]).toEqual([true, false])
  })

  test.each(['<p></p>', '<script>alert(1)</script>', '<p>&nbsp;</p>'])(
    '%s says nothing, and the field is named',
    async (body) => {
      const answer = await staff.ask(contract.writeAnnouncement, {
        params: { school },
        body: { ...SAID, body },
      })
      expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'body'])
    },
  )
})

test('is read against the school’s word lists: the author is warned, and nothing is refused (L11)', async () => {
  const { findings, ...draft } = await write({
    body: '<p>某单位限男性，报名费 20 元</p>',
    titleEn: 'Male only',
  })
  expect(findings).toEqual([
    { field: 'body', ground: 'fee', isBlocking: false, said: '报名费' },
    { field: 'body', ground: 'sex', isBlocking: false, said: '限男' },
    { field: 'titleEn', ground: 'sex', isBlocking: false, said: 'Male only' },
  ])
  expect((await publish(draft)).status).toBe('published')
  expect((await write()).findings).toEqual([])
})

describe('an attachment', () => {
  const attached = async (name: string, file: Buffer) => {
    const { id } = await staff.call(uploadEvidence, { params: { school }, query: { name }, file })
    return { file: id, ...(await write({ evidence: [id] })) }
  }
  const fileOf = ({ address, file }: { address: string; file: string }) => `${address}/files/${file}`

  test('of a draft, of one to come and of a withdrawn one is not to be had; of a published one it is', async () => {
    const draft = await attached('指南.pdf', SMALL_PDF)
    expect((await page(fileOf(draft))).statusCode).toBe(404)
    const toCome = await publish(draft, '2026-06-03')
    expect((await page(fileOf(draft))).statusCode).toBe(404)
    s.setClock('2026-06-03T10:00:00+08:00')
    const got = await page(fileOf(draft))
    expect([got.statusCode, got.rawPayload.equals(SMALL_PDF)]).toEqual([200, true])
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^attachment;/),
    })
    const tag = String(got.headers.etag)
    expect((await page(fileOf(draft), { 'if-none-match': tag })).statusCode).toBe(304)
    await staff.call(contract.announcementActs.withdraw, {
      params: { school, id: draft.id },
      body: { seenVersion: toCome.version },
    })
    expect((await page(fileOf(draft), { 'if-none-match': tag })).statusCode).toBe(404)
  })

  test('that was replaced, or belongs to another, is not to be had by this address', async () => {
    const one = await attached('一.pdf', SMALL_PDF)
    const other = await attached('二.pdf', SMALL_PDF)
    await publish(one)
    expect((await page(fileOf({ address: one.address, file: other.file }))).statusCode).toBe(404)
    await staff.call(contract.announcementActs.edit, {
      params: { school, id: one.id },
      body: { ...SAID, seenVersion: 2, evidence: [] },
    })
    expect((await page(fileOf(one))).statusCode).toBe(404)
  })

  test('that is a picture says nothing of where and by whom it was taken', async () => {
    const photo = await attached('现场.jpg', TURNED.jpeg)
    await publish(photo)
    const { statusCode, headers, rawPayload } = await page(fileOf(photo))
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/jpeg'])
    for (const telltale of TELLTALES) expect(rawPayload.includes(telltale)).toBe(false)
  })

  test('is seen by the school’s staff before, and by nobody else of the platform', async () => {
    const { file } = await attached('指南.pdf', SMALL_PDF)
    const colleague = (await s.staff(school, 'administrator')).first
    const of = { params: { school, id: file } }
    expect((await colleague.ask(readEvidence, of)).statusCode).toBe(200)
    const others = [
      await s.staff(school, 'college_reviewer', '01'),
      await s.student(school),
      await s.employer(school),
    ]
    for (const { first } of others) expect((await first.ask(readEvidence, of)).statusCode).toBe(404)
  })
})

test('another school’s announcement can be neither read, changed nor shown as one’s own', async () => {
  const elsewhere = await s.school()
  const theirs = (await s.staff(elsewhere, 'administrator')).first
  const { id, address, version } = await write()
  for (const at of [school, elsewhere]) {
    const params = { school: at, id }
    const asked = [
      await theirs.ask(contract.getAnnouncement, { params }),
      await theirs.ask(contract.announcementActs.edit, { params, body: { ...SAID, seenVersion: 1 } }),
      await theirs.ask(contract.announcementActs.publish, {
        params,
        body: { seenVersion: 1, shownOn: null },
      }),
    ]
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  }
  await publish({ id, version })
  const path = new URL(address).pathname.replace(school, elsewhere)
  expect((await s.app.inject({ url: path })).statusCode).toBe(404)
  expect((await s.app.inject({ url: `/s/${elsewhere}/announcements` })).body).not.toContain('签约通知')
  const { items } = await theirs.call(contract.listAnnouncements, {
    params: { school: elsewhere },
    query: {},
  })
  expect(items).toEqual([])
})

test('who reviews for a college writes none, nor reads the drafts', async () => {
  const { first } = await s.staff(school, 'college_reviewer', '01')
  const { id } = await write()
  const asked = [
    await first.ask(contract.writeAnnouncement, { params: { school }, body: SAID }),
    await first.ask(contract.getAnnouncement, { params: { school, id } }),
    await first.ask(contract.listAnnouncements, { params: { school } }),
  ]
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
})

test('staff find theirs by title, however it is typed, and by state; pinned ones come first for visitors', async () => {
  await publish(await write({ title: '双选会（春季）', titleEn: 'Spring FAIR' }))
  await publish(await write({ title: '旧闻', pinned: true }))
  await write({ title: '草稿' })
  const found = async (query: object) =>
    (await staff.call(contract.listAnnouncements, { params: { school }, query })).items.map(
      ({ title }) => title,
    )
  expect(await found({ q: '双选会(春季)' })).toEqual(['双选会（春季）'])
  expect(await found({ q: 'spring fair' })).toEqual(['双选会（春季）'])
  expect(await found({ status: 'draft' })).toEqual(['草稿'])
  expect(await found({ q: '%' })).toEqual([])
  const { body } = await s.app.inject({ url: `/s/${school}` })
  expect(body.indexOf('旧闻')).toBeLessThan(body.indexOf('双选会（春季）'))
  expect(body).not.toContain('草稿')
})

test('of two who publish at once one does, and the other is told', async () => {
  const { id } = await write()
  const other = (await s.staff(school, 'administrator')).second
  const asked = { params: { school, id }, body: { seenVersion: 1, shownOn: null } }
  const answers = await Promise.all(
    [staff, other].map((by) => by.ask(contract.announcementActs.publish, asked)),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('an act takes few statements, each with its school', async () => {
  const { id, version } = await write()
  const before = s.statements.length
  await publish({ id, version })
  const made = s.statements.slice(before)
  expect(made.length).toBeLessThanOrEqual(11)
  for (const sql of made.filter((one) => /"announcements"/.test(one))) expect(sql).toContain('school_id')
})
