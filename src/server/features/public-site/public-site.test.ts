import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setLanguage, signIn } from '../../../contracts/accounts.ts'
import { announcementActs, writeAnnouncement } from '../../../contracts/announcements.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import { setSchoolHost, suspendSchool } from '../../../contracts/platform.ts'
import * as contract from '../../../contracts/public-site.ts'
import { NO_CONTENT } from '../../../domain/public-site.ts'
import { findDemoLogins } from '../../demo/log-ins.ts'
import { DEMO_SCHOOL } from '../../demo/people.ts'
import { buildApp } from '../../http/app.ts'
import type { App } from '../../http/slice.ts'
import { type Visitor, visitor } from '../../http/visitor.ts'
import { picture, TELLTALES, TURNED } from '../../testing/sample-files.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

const PLATFORM = {
  icp: '鄂ICP备00000001号',
  police: '鄂公网安备 42011102000001 号',
  privacyUrl: 'https://platform.example.cn/privacy',
  phone: '400-000-0000',
  email: 'help@platform.example.cn',
}

let s: Scenario
/** The same site as it is run: behind https, with what the platform says of itself, and a proxy that is believed. */
let app: App
let school: string
let administrator: Visitor
let operator: Visitor
beforeAll(async () => {
  s = await startScenario()
  const baseUrl = 'https://sign.example.edu.cn'
  app = await buildApp({ ...s.services, baseUrl, platform: PLATFORM, trustedProxies: ['10.0.0.1'] })
  operator = (await s.enter({ portal: 'platform' })).first
})
afterAll(async () => {
  await app.close()
  await s.stop()
})
beforeEach(async () => {
  school = await s.school()
  administrator = (await s.staff(school, 'administrator')).first
})

const SITE = { ...NO_CONTENT, dates: [], colour: null, accent: null, pictureId: null, seenVersion: 0 }
const save = (change: object) =>
  administrator.ask(contract.saveOwnSite, { params: { school }, body: { ...SITE, ...change } })
const front = (at = `/s/${school}`, headers: Record<string, string> = {}) => app.inject({ url: at, headers })
const upload = async (name: string, file: Buffer) =>
  (await administrator.call(uploadEvidence, { params: { school }, query: { name }, file })).id

describe('a front', () => {
  test('is there from the first day, in both languages, and says so to who searches', async () => {
    const zh = await front()
    expect([zh.statusCode, zh.headers['content-type'], zh.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    const at = `https://sign.example.edu.cn/s/${school}`
    for (const part of [
      '<html lang="zh-CN">',
      `<title>学校${school} · 毕业生网上签约</title>`,
      '<meta name="description" content="学校',
      `<link rel="canonical" href="${at}">`,
      `<link rel="alternate" hreflang="en" href="${at}?lang=en">`,
      `href="/sign-in/student?school=${school}"`,
      `href="/sign-in/employer?school=${school}"`,
      `href="/sign-in/school?school=${school}"`,
      'href="/register"',
    ])
      expect(zh.body).toContain(part)
    expect(zh.body).not.toContain('<script')
    const en = await front(`/s/${school}?lang=en`)
    expect(en.body).toContain('<html lang="en">')
    expect(en.body).toContain(`<title>School ${school} · Graduates sign online</title>`)
    expect(en.body).toContain(`<link rel="canonical" href="${at}?lang=en">`)
  })

  test('shows what the school says, each thing where it belongs, and nothing that is over', async () => {
    const date = (day: string, event: string) => ({ graduationYear: 2026, day, event, eventEn: '' })
    const contact = { ...NO_CONTENT.contact, office: '就业中心', officePhone: '027-81234567' }
    const answer = await save({
      intro: '一句介绍 <b>',
      contact,
      icp: '鄂ICP备99999999号',
      colour: '#7a1f1f',
      dates: [date('2026-05-01', '已过去'), date('2026-06-20', '双选会')],
    })
    expect(answer.statusCode).toBe(200)
    const { body } = await front()
    for (const part of ['一句介绍 &lt;b&gt;', '就业中心', 'tel:027-81234567', '双选会', '还有 19 天'])
      expect(body).toContain(part)
    expect(body).toContain('--school:#7a1f1f')
    // Of the school and of the platform, and the telephone of whom visitors are to ask.
    for (const part of ['鄂ICP备99999999号', PLATFORM.icp, 'code=42011102000001', PLATFORM.privacyUrl])
      expect(body).toContain(part)
    expect(body).not.toMatch(/已过去|400-000-0000/)
  })

  test('is light, and compressed on its way', async () => {
    await save({ intro: '介'.repeat(200) })
    const { headers, rawPayload } = await front(`/s/${school}`, { 'accept-encoding': 'gzip' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(rawPayload.length).toBeLessThan(12_000)
  })

  test('takes three statements at most', async () => {
    const before = s.statements.length
    await front()
    await s.app.inject({ url: `/s/${school}` })
    expect(s.statements.length - before).toBeLessThanOrEqual(3 * 2)
  })

  test('of a suspended school says so', async () => {
    const body = { reason: '合同到期' }
    await operator.call(suspendSchool, { params: { code: school }, body })
    expect((await front()).body).toContain('暂停使用本系统')
  })

  test.each(['/s/00000', '/s/abc', '/s/1234', "/s/1'--", '/s/%00%00%00', '/s/12345/announcements/zzzzzzzz'])(
    '%s is a page that says there is none',
    async (url) => {
      const { statusCode, headers, body } = await front(url)
      expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
      expect(body).toContain('没有这个页面')
      expect(body).toContain('<meta name="robots" content="noindex">')
    },
  )

  test('answers “not changed” to who has it, and anew once it is another', async () => {
    const tag = String((await front()).headers.etag)
    const again = await front(`/s/${school}`, { 'if-none-match': `"x", ${tag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    await save({ intro: '新的介绍' })
    expect((await front(`/s/${school}`, { 'if-none-match': tag })).statusCode).toBe(200)
  })
})

describe('what the school says', () => {
  test.each([
    ['colour', '#ffee88', 4.5],
    ['accent', '#eeeeee', 3],
  ])('a %s that cannot be seen is refused with its figure', async (field, value, least) => {
    const answer = await save({ [field]: value })
    expect([answer.statusCode, answer.json()]).toEqual([
      422,
      expect.objectContaining({
        code: 'colour-unreadable',
        details: expect.objectContaining({ field, least }),
        title: expect.stringContaining('对比度只有'),
      }),
    ])
  })

  test('changes as it was read, is journaled, and only its administrator may change it', async () => {
    expect((await save({ icp: '一' })).statusCode).toBe(200)
    expect((await save({ icp: '二' })).json().code).toBe('content-changed')
    const [line] = await s.journal(`school:${school}`)
    expect(line?.entry).toMatchObject({ action: 'school.save-site', actor: { role: 'administrator' } })
    const reviewer = (await s.staff(school, 'school_reviewer')).first
    const answer = await reviewer.ask(contract.saveOwnSite, { params: { school }, body: SITE })
    expect(answer.statusCode).toBe(403)
  })

  test('a privacy notice leads to a page and to nothing else', async () => {
    for (const privacyUrl of ['javascript:alert(1)', 'data:text/html,x', 'not an address'])
      expect((await save({ privacyUrl })).statusCode).toBe(422)
    expect((await save({ privacyUrl: 'https://a.example.cn/p?x="y"' })).statusCode).toBe(200)
    expect((await front()).body).not.toContain('"y"')
  })
})

describe('a picture', () => {
  test('is shown under an address that never changes, says nothing of place and device, and goes with its school’s wish', async () => {
    const pictureId = await upload('校园.jpg', TURNED.jpeg)
    expect((await front(`/s/${school}/picture/${pictureId}`)).statusCode).toBe(404)
    expect((await save({ pictureId })).statusCode).toBe(200)
    const { body } = await front()
    expect(body).toContain(`src="/s/${school}/picture/${pictureId}"`)
    expect(body).toContain(
      `<meta property="og:image" content="https://sign.example.edu.cn/s/${school}/picture/`,
    )
    const shown = await front(`/s/${school}/picture/${pictureId}`)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    for (const telltale of TELLTALES) expect(shown.rawPayload.includes(telltale)).toBe(false)
    // By another school's address it is nobody's.
    const elsewhere = await s.school()
    expect((await front(`/s/${elsewhere}/picture/${pictureId}`)).statusCode).toBe(404)
    expect((await save({ seenVersion: 1, pictureId })).statusCode).toBe(200)
    expect((await save({ seenVersion: 2 })).statusCode).toBe(200)
    expect((await front(`/s/${school}/picture/${pictureId}`)).statusCode).toBe(404)
  })

  test('is one, told by its content, and not too heavy for visitors; what is refused changes nothing', async () => {
    const pdf = await upload('校园.jpg', SMALL_PDF)
    const refused = await save({ pictureId: pdf, intro: '没有存下' })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'picture-needed'])
    const noise = Buffer.alloc(2400 * 1600 * 3)
    for (let at = 0, seed = 7; at < noise.length; at++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      noise[at] = seed >> 16
    }
    const { default: sharp } = await import('sharp')
    const heavy = await sharp(noise, { raw: { width: 2400, height: 1600, channels: 3 } })
      .jpeg()
      .toBuffer()
    const tooLarge = await save({ pictureId: await upload('大.jpg', heavy) })
    expect(tooLarge.json()).toMatchObject({ code: 'picture-too-large', details: { most: 700 } })
    expect((await front()).body).not.toContain('没有存下')
    const usual = await picture(1600, 900).jpeg({ quality: 80 }).toBuffer()
    expect((await save({ pictureId: await upload('校园.jpg', usual) })).statusCode).toBe(200)
  })

  test('is one’s own upload: nobody shows what somebody else has uploaded', async () => {
    const student = await s.student(school)
    const theirs = await s.scan(student.first, school)
    expect((await save({ pictureId: theirs })).json().code).toBe('evidence-not-found')
  })
})

describe('a host name of its own', () => {
  const HOST = 'jiuye.example-school.cn'
  const give = (host: string | null, code = school) =>
    operator.ask(setSchoolHost, { params: { code }, body: { host } })
  const byHost = (host: string, url = '/', headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { ...headers, host } })

  test('shows that school’s front at the first address, and no other school’s at any', async () => {
    expect((await give(' JiuYe.Example-School.cn. ')).json().host).toBe(HOST)
    const shown = await byHost(HOST)
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain(`学校${school}`)
    expect(shown.body).toContain(`<link rel="canonical" href="https://${HOST}/">`)
    expect((await byHost(HOST.toUpperCase())).body).toContain(`学校${school}`)
    const other = await s.school()
    expect((await byHost(HOST, `/s/${other}`)).statusCode).toBe(404)
    expect((await byHost(HOST, `/s/${school}`)).statusCode).toBe(200)
    // Under the platform's own name the school's page says where it belongs.
    expect((await byHost('sign.example.edu.cn', `/s/${school}`)).body).toContain(`href="https://${HOST}/"`)
    expect((await byHost(HOST, '/api/public/foot')).json().ofHost).toBe(school)
    expect((await byHost(HOST, '/robots.txt')).body).toContain(
      `Sitemap: https://${HOST}/s/${school}/sitemap.xml`,
    )
    expect((await byHost(HOST, '/sitemap.xml')).body.match(/<loc>/g)).toHaveLength(1)
    await give(null)
    expect((await byHost(HOST)).body).not.toContain(`学校${school}`)
  })

  test('that nobody has given shows no school, whatever it is', async () => {
    for (const host of ['unknown.example.cn', 'sign.example.edu.cn', '127.0.0.1', "a'--.cn", 'x'.repeat(300)])
      expect((await byHost(host)).body).not.toMatch(/学校\d{5} /)
  })

  test('is not believed of who is no proxy, and never comes back in a page', async () => {
    await give(HOST)
    const forwarded = { 'x-forwarded-host': HOST }
    const stranger = await app.inject({
      url: '/',
      headers: { ...forwarded, host: 'sign.example.edu.cn' },
      remoteAddress: '203.0.113.9',
    })
    expect(stranger.body).not.toContain(`学校${school}`)
    const proxied = await app.inject({
      url: '/',
      headers: { ...forwarded, host: 'inside' },
      remoteAddress: '10.0.0.1',
    })
    expect(proxied.body).toContain(`学校${school}`)
    const spoofed = await byHost('evil.example', `/s/${school}`)
    expect(spoofed.body).not.toContain('evil.example')
    await give(null)
  })

  test('is one school’s, not the platform’s, and a whole name', async () => {
    const other = await s.school()
    await give(HOST)
    expect((await give(HOST, other)).json()).toMatchObject({
      code: 'host-taken',
      errors: [{ field: 'host' }],
    })
    await give(null)
    for (const host of ['localhost', '10.0.0.1', 'https://a.example.cn', 'a.example.cn/x', ''])
      expect([host, (await give(host)).statusCode]).toEqual([host, 422])
    const platform = visitor(app, (await s.enter({ portal: 'platform' })).token)
    const own = await platform.ask(setSchoolHost, {
      params: { code: school },
      body: { host: 'sign.example.edu.cn' },
    })
    expect(own.json().code).toBe('host-of-platform')
    expect(
      (await administrator.ask(setSchoolHost, { params: { code: school }, body: { host: HOST } })).statusCode,
    ).toBe(403)
  })

  test('is where people sign in and act as anywhere: secure cookies, and no page of another site acts', async () => {
    await give(HOST)
    const { userId, token } = await s.student(school)
    await s.setPassword(userId, 'Qiao-Liang-2026')
    const ours = { host: HOST, origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }
    const { login } = await s.db
      .selectFrom('users')
      .where('id', '=', userId)
      .select('login')
      .executeTakeFirstOrThrow()
    const body = { portal: 'student', school, login, secret: 'Qiao-Liang-2026' } as const
    // The proxy ends TLS, and is believed or not.
    for (const address of ['10.0.0.1', '203.0.113.9']) {
      const entered = await visitor(app, null, ours, address).ask(signIn, { body })
      expect([address, entered.statusCode]).toEqual([address, 200])
      expect(entered.cookies.find(({ httpOnly }) => httpOnly)).toMatchObject({
        secure: true,
        sameSite: 'Lax',
      })
    }
    const act = async (headers: Record<string, string>) =>
      (
        await visitor(app, token, { ...ours, 'x-forwarded-proto': 'https', ...headers }, '10.0.0.1').ask(
          setLanguage,
          { body: { language: 'en' } },
        )
      ).statusCode
    expect(await act({})).toBe(200)
    expect(await act({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await act({ origin: `http://${HOST}` })).toBe(403)
    expect(await act({ origin: `https://${HOST}.evil.example` })).toBe(403)
    await give(null)
  })
})

describe('for crawlers', () => {
  test('the map names the public pages of every school and nothing else; robots are kept from the rest', async () => {
    const reviewer = (await s.staff(school, 'school_reviewer')).first
    const said = {
      title: '通知',
      titleEn: '',
      body: '<p>一</p>',
      bodyEn: '',
      author: '中心',
      pinned: false,
      evidence: [],
    }
    const draft = await reviewer.call(writeAnnouncement, { params: { school }, body: said })
    const { id, address } = await reviewer.call(writeAnnouncement, { params: { school }, body: said })
    await reviewer.call(announcementActs.publish, {
      params: { school, id },
      body: { seenVersion: 1, shownOn: null },
    })
    const index = await front('/sitemap.xml')
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(index.body).toContain(`<loc>https://sign.example.edu.cn/s/${school}/sitemap.xml</loc>`)
    const map = (await front(`/s/${school}/sitemap.xml`)).body
    const told = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at]) => new URL(at!).pathname)
    expect(told).toEqual([`/s/${school}`, `/s/${school}/announcements`, new URL(address).pathname])
    expect(map).not.toContain(new URL(draft.address).pathname)
    for (const path of told) expect((await front(path)).statusCode).toBe(200)
    const robots = (await front('/robots.txt')).body
    for (const path of ['/api/', '/student', '/employer', '/school', '/platform', '/proof/'])
      expect(robots).toContain(`Disallow: ${path}\n`)
  })

  test('a feed has the newest, as text', async () => {
    const reviewer = (await s.staff(school, 'school_reviewer')).first
    const body = {
      title: '一 & 二',
      titleEn: '',
      body: '<p>三<b>四</b></p>',
      bodyEn: '',
      author: '中心',
      pinned: false,
      evidence: [],
    }
    const { id } = await reviewer.call(writeAnnouncement, { params: { school }, body })
    await reviewer.call(announcementActs.publish, {
      params: { school, id },
      body: { seenVersion: 1, shownOn: null },
    })
    const feed = await front(`/s/${school}/announcements.rss`)
    expect(feed.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    expect(feed.body).toContain('<title>一 &amp; 二</title>')
    expect(feed.body).toContain('<description>三四</description>')
  })
})

describe('who has not said which school', () => {
  test('finds it by a part of its name or by its code', async () => {
    const find = (q: string) => s.visitor().call(contract.searchSchools, { query: { q } })
    expect((await find(school)).items.map(({ code }) => code)).toEqual([school])
    expect((await find(`学校${school}`)).total).toBe(1)
    expect((await find(`school ${school}`)).total).toBe(1)
    expect(await find('没有这样的学校')).toEqual({ items: [], total: 0 })
    expect((await find('')).total).toBeGreaterThan(3)
  })

  test('is shown log-ins in a demo that is whole, and none where there is no demo', async () => {
    const foot = async () => {
      const told = await buildApp({ ...s.services, demoLogins: await findDemoLogins(s.services) })
      const { demo } = await visitor(told).call(contract.getFoot, { query: {} })
      await told.close()
      return demo
    }
    expect(await foot()).toEqual([])
    await s.school({}, DEMO_SCHOOL.code)
    await s.student(DEMO_SCHOOL.code)
    const installed = (demo: string) => s.owner.updateTable('installation').set({ demo }).execute()
    await installed('begun')
    expect(await foot()).toEqual([])
    await installed('whole')
    expect((await foot()).map(({ portal }) => portal)).toEqual([
      ...Array(5).fill('student'),
      'employer',
      'school',
      'platform',
    ])
    await installed('none')
  })
})
