import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../contracts/address.ts'
import { readAgreementDocument } from '../../../contracts/agreements.ts'
import { destinationActs, readRegistrationSheet } from '../../../contracts/destinations.ts'
import { documentTemplates as contract } from '../../../contracts/document-templates.ts'
import { schoolSeal } from '../../../contracts/seals.ts'
import {
  SAMPLES_OF,
  TEMPLATE_SAMPLES,
  type TemplateKind,
} from '../../../domain/document-template/template.ts'
import { builtInSource } from '../../services/documents/built-in.ts'
import { declare } from '../../testing/destination-forms.ts'
import { ownTemplate } from '../../testing/own-template.ts'
import { bare, qrCodesOf, textOf } from '../../testing/pdf-tools.ts'
import { SEAL_PNG } from '../../testing/sample-seals.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealNow } from '../../testing/sealing.ts'
import { sampleLayout } from './sampling.ts'

let s: Scenario
let school: string
let administrator: Awaited<ReturnType<Scenario['staff']>>
let ours: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  administrator = await s.staff(school, 'administrator')
  ours = await builtInSource('agreement')
})
afterAll(() => s.stop())

type Checked = Output<typeof contract.check>
const check = (source: string | Buffer, at = school, by = administrator): Promise<Checked> =>
  by.first.call(contract.check, { params: { school: at }, file: Buffer.from(source) })
const faultsOf = async (source: string) => (await check(source)).faults
const use = (version: number | null, seenUse: number) =>
  administrator.first.ask(contract.use, { params: { school }, body: { version, seenUse } })
const sampleOf = async (sample: (typeof TEMPLATE_SAMPLES)[number], version?: number) => {
  const answer = await administrator.first.ask(contract.sample, {
    params: { school },
    query: { sample, ...(version && { version }) },
  })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

describe('a template is refused', () => {
  test.each([
    ['a package from the network', '#import "@preview/cetz:0.3.0": *', 'import'],
    ['a file of the server', '#include "/etc/passwd"', 'include'],
    ['a program', '#let p = plugin(bytes(()))', 'plugin'],
    ['text as a program', '#eval("1")', 'eval'],
    ['names made up at run time', '#dictionary(std).at("ev" + "al")("1")', 'std'],
    ['the day on which it is laid out', '#datetime.today().display()', 'today'],
  ])('that reaches for %s, by its line', async (_what, reaching, word) => {
    expect(await faultsOf(`${ours}\n${reaching}\n`)).toMatchObject([
      { what: 'forbidden', word, line: ours.split('\n').length + 1 },
    ])
  })

  test('that cannot be compiled, with the line and what the compiler says, and no path of the machine', async () => {
    expect(await faultsOf('#let a = 1\n\n#seal-of(a)\n')).toMatchObject([
      { what: 'compile', line: 3, message: expect.stringContaining('unknown variable: seal-of') },
    ])
    const [file] = await faultsOf('#read("/etc/passwd")\n')
    expect(file).toMatchObject({ what: 'compile', line: 1 })
    expect(JSON.stringify(file)).not.toContain(import.meta.dirname.split('/')[1])
  })

  test('that has a character which no font has', async () => {
    expect(await faultsOf(`${ours}\n𠮷`)).toMatchObject([
      { what: 'unprinted', character: '𠮷', code: 'U+20BB7' },
    ])
  })

  test('that does not end, or takes all memory: and the next one is laid out', async () => {
    expect(await faultsOf('#for i in range(1000000000) {}')).toEqual([
      { what: 'too-much', sample: 'shortest' },
    ])
    expect((await check(await ownTemplate('接着排'))).faults).toEqual([])
  })

  test.each([
    ['the title', /#align\(center, text\(size: 25pt.*\n| {2}align\(center, text\(size: 25pt.*\n/, 'title'],
    ['where it stands', '      of.standing.sentence\n', 'standing'],
    ['what the parties agreed', '#parts-of(of.parts)', 'fact'],
    ['the notice', '#if of.notice != none { paragraphs-of(of.notice) }', 'notice'],
    ['the acts', '#acts-table(of.acts)', 'act'],
    ['the fingerprint', '#foot-of(of.foot, fingerprint: of.fingerprint)', 'fingerprint'],
    ['the code for programs', 'keywords: keywords, ', 'keyword'],
    ['the code to verify by', ' + text(fill: ink, weight: 700, tracking: 0.04em, verification.code)', 'code'],
  ])('that leaves out %s', async (_what, taken, part) => {
    const source = ours.replace(taken, '')
    expect(source).not.toBe(ours)
    expect((await faultsOf(source)).map((fault) => ('part' in fault ? fault.part : fault.what))).toContain(
      part,
    )
  })

  test('that leaves out clauses, seals, the QR code, the mark or the page’s number: with the sample that shows it', async () => {
    const clauses = await faultsOf(
      ours.replace('of.clauses.items.enumerate()', 'of.clauses.items.slice(1).enumerate()'),
    )
    expect(clauses).toMatchObject([{ what: 'missing', part: 'clause', sample: 'longest' }])
    const seals = await faultsOf(ours.replace('if of.seals != none', 'if false'))
    expect(seals).toMatchObject([{ part: 'seal', sample: 'longest' }])
    const unnumbered = await faultsOf(ours.replaceAll(/(of\.)?number\.join\(" "\)/g, '""'))
    expect(unnumbered).toContainEqual(expect.objectContaining({ part: 'number', page: 2 }))
    const small = await faultsOf(ours.replace('format: "svg", width: 20mm', 'format: "svg", width: 9mm'))
    expect(small[0]).toMatchObject({ part: 'qr', page: 1, sample: 'shortest' })
    const unmarked = await faultsOf(ours.replace('of.mark)),', '"")),').replace('of.mark))', '""))'))
    expect(unmarked[0]).toMatchObject({ part: 'mark', label: '未鉴证', page: 2 })
    const unpaged = await faultsOf(ours.replace('let at = of.page.', 'let at = "第 1 页".'))
    expect(unpaged.some((fault) => 'part' in fault && fault.part === 'page')).toBe(true)
  })

  test('that is no text, or nothing', async () => {
    const params = { school }
    const bad = await administrator.first.ask(contract.check, {
      params,
      file: Buffer.from([0xff, 0xfe, 0x41]),
    })
    expect(bad.json()).toMatchObject({ code: 'template-not-text' })
    const empty = await administrator.first.ask(contract.check, { params, file: Buffer.alloc(0) })
    expect(empty.statusCode).toBe(422)
  })
})

describe('what is not found by its words reaches nothing either:', () => {
  const key = { school: '', kind: 'agreement' } as const
  test.each([
    ['a package', '#import "@preview/cetz:0.3.0": *', 'failed to download package'],
    ['a package of this machine', '#import "@local/cetz:0.3.0": *', 'package not found'],
    ['a file above', '#read("../templates/sheet.typ")', 'access denied'],
    ['a file from the root', '#read("/etc/passwd")', 'file not found'],
    [
      'a file that a picture names',
      '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 1 1\\"><image width=\\"1\\" height=\\"1\\" href=\\"/etc/a.png\\"/></svg>"), format: "svg")',
      'absolute paths are not allowed',
    ],
    ['a program that is no program', '#plugin(bytes((0, 97, 115, 109, 1, 0, 0, 0)))', 'plugin'],
  ])('%s', async (_what, source, said) => {
    const layout = await sampleLayout(s.services, { ...key, school }, 'shortest')
    expect(await s.services.typesetter.setBy(source, layout)).toMatchObject({
      said: [{ line: 1, message: expect.stringContaining(said) }],
    })
  })
})

describe('of what a school issues', () => {
  const KINDS = ['dissolving', 'dissolved', 'registration', 'recommendation'] as const
  const checkOf = (kind: TemplateKind, source: string): Promise<Checked> =>
    administrator.first.call(contract.check, {
      params: { school },
      query: { kind },
      file: Buffer.from(source),
    })

  test.each(KINDS)('ours is whole with every sample: %s', async (kind) => {
    expect((await checkOf(kind, await builtInSource(kind))).faults).toEqual([])
    for (const sample of SAMPLES_OF[kind]) {
      const query = { kind, sample }
      const answer = await administrator.first.ask(contract.sample, { params: { school }, query })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    }
  })

  test.each([
    ['dissolving', 'who issues it', '#issued-under(of.issued, of.seal)', ['issued']],
    ['dissolved', 'where it is looked up', ', fingerprint: of.proof', ['proof']],
    ['registration', 'the seal', 'of.issued, of.seal', ['seal']],
    ['recommendation', 'a paragraph of the word', 'of.word.text.split("\\n")', ['word']],
    ['recommendation', 'what the graduate says', '#parts-of(of.parts)', ['fact']],
  ] as const)('%s that leaves out %s is refused', async (kind, _what, taken, parts) => {
    const source = (await builtInSource(kind)).replace(
      taken,
      {
        'of.issued, of.seal': 'of.issued, none',
        'of.word.text.split("\\n")': 'of.word.text.split("\\n").slice(0, 1)',
      }[taken as string] ?? '',
    )
    const { version, faults } = await checkOf(kind, source)
    expect(version).toBeNull()
    expect([...new Set(faults.map((fault) => ('part' in fault ? fault.part : fault.what)))]).toEqual(parts)
  })

  test('a registration sheet is laid out by the school’s own, and an agreement by ours all the same', async () => {
    const at = await s.school()
    const boss = await s.staff(at, 'administrator')
    const own = (await builtInSource('registration')).replace(
      '#head-of(of)',
      '#align(center)[登记专用]\n#head-of(of)',
    )
    const query = { kind: 'registration' } as const
    const { version } = await boss.first.call(contract.check, {
      params: { school: at },
      query,
      file: Buffer.from(own),
    })
    await boss.first.call(contract.use, { params: { school: at }, query, body: { version, seenUse: 0 } })
    const reviewer = await s.staff(at, 'school_reviewer')
    const [student, other, employer] = [await s.student(at), await s.student(at), await s.employer(at)]
    const declared = await declare(s, student, '12')
    const params = { school: at, id: declared.id }
    await reviewer.first.call(destinationActs.pass, { params, body: { seenVersion: declared.version } })
    const agreement = await s.certify(await s.sign(employer, other), reviewer)
    await sealNow(s)
    const sheet = await student.first.ask(readRegistrationSheet, { params })
    expect(textOf(sheet.rawPayload)).toContain('登记专用')
    const lines = (await s.journal(`destination:${declared.id}`)).map(({ entry }) => entry)
    expect(lines).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ document: 'registration', template: version }),
      }),
    )
    const sealed = await other.first.ask(readAgreementDocument, { params: { school: at, id: agreement.id } })
    expect(textOf(sealed.rawPayload)).not.toContain('登记专用')
  })

  test('of what holds for ever there is no sample that is over', async () => {
    const query = { kind: 'dissolved', sample: 'over' } as const
    expect((await administrator.first.ask(contract.sample, { params: { school }, query })).statusCode).toBe(
      404,
    )
  })
})

describe('a school', () => {
  test('begins with ours as one file, which is whole, changes it, and looks at the samples', async () => {
    const downloaded = await administrator.first.ask(contract.source, { params: { school } })
    expect(downloaded.body).toBe(ours)
    expect(downloaded.headers['content-disposition']).toContain('agreement-built-in.typ')
    expect((await check(ours)).faults).toEqual([])
    const { version } = await check(await ownTemplate())
    expect(await check(await ownTemplate())).toMatchObject({ version })
    for (const sample of TEMPLATE_SAMPLES) {
      const [own, built] = [await sampleOf(sample, version!), await sampleOf(sample)]
      expect(textOf(own)).toContain('武汉示范学院专用')
      expect(textOf(own).replace('武汉示范学院专用', '').length).toBe(textOf(built).length)
      if (sample === 'shortest')
        expect((await qrCodesOf(own)).every((code) => code?.includes('/verify/'))).toBe(true)
    }
    expect(textOf(await sampleOf('longest', version!))).toContain(bare('古丽米热·艾比布力𬭊㛃䶮'))
  })

  test('puts a version in use: a document is laid out by the one of its order, whatever is chosen since', async () => {
    const { version } = await check(await ownTemplate())
    expect((await use(version, 7)).json()).toMatchObject({ code: 'content-changed' })
    expect((await use(999, 0)).statusCode).toBe(404)
    const used = (await use(version, 0)).json()
    expect(used.use).toMatchObject({ version, number: 1 })

    await administrator.first.call(schoolSeal.upload, { params: { school }, file: SEAL_PNG })
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const agreement = await s.sign(employer, student)
    const read = (as?: 'copy' | 'sealed') =>
      student.first.ask(readAgreementDocument, {
        params: { school, id: agreement.id },
        query: as ? { as } : {},
      })
    expect(textOf((await read()).rawPayload)).toContain('武汉示范学院专用')
    await s.certify(agreement, await s.staff(school, 'school_reviewer'))
    // Another is chosen between the order and the seal: it is laid out by the one of its order.
    expect((await use(null, 1)).json().use).toMatchObject({ version: null, number: 2 })
    await sealNow(s)
    const sealed = (await read('sealed')).rawPayload
    expect(textOf(sealed)).toContain('武汉示范学院专用')
    expect(textOf((await read('copy')).rawPayload)).toContain('武汉示范学院专用')
    const lines = (await s.journal(`agreement:${agreement.id}`)).map(({ entry }) => entry)
    expect(lines).toContainEqual(
      expect.objectContaining({
        action: 'agreement.seal-document',
        data: expect.objectContaining({ template: version }),
      }),
    )
    const chosen = (await s.journal(`school:${school}`)).map(({ entry }) => entry)
    expect(chosen).toContainEqual(
      expect.objectContaining({
        action: 'school.use-template',
        data: { document: 'agreement', version: null, before: version },
      }),
    )
    const other = await s.sign(employer, await s.student(school))
    const plain = await administrator.first.ask(readAgreementDocument, { params: { school, id: other.id } })
    expect(textOf(plain.rawPayload)).not.toContain('武汉示范学院专用')
  })

  test('has a document of every agreement: what its template does not show whole is laid out by ours', async () => {
    const at = await s.school()
    const boss = await s.staff(at, 'administrator')
    // Whole with every sample, and silent about a position that none of them has.
    const sly = ours.replace('#parts-of(of.parts)', '#show "沉默的岗位": ""\n#parts-of(of.parts)')
    const { version } = await check(sly, at, boss)
    await boss.first.call(contract.use, { params: { school: at }, body: { version, seenUse: 0 } })
    const [employer, student] = [await s.employer(at), await s.student(at)]
    const agreement = await s.sign(employer, student, { position: '沉默的岗位' })
    await s.certify(agreement, await s.staff(at, 'school_reviewer'))
    await sealNow(s)
    const sealed = await student.first.ask(readAgreementDocument, {
      params: { school: at, id: agreement.id },
    })
    expect(textOf(sealed.rawPayload)).toContain('沉默的岗位')
    const lines = (await s.journal(`agreement:${agreement.id}`)).map(({ entry }) => entry)
    expect(lines).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ templateRefused: version }) }),
    )
    const row = await s.db
      .selectFrom('documents')
      .where('agreementId', '=', agreement.id)
      .select('templateVersion')
      .executeTakeFirstOrThrow()
    expect(row.templateVersion).toBeNull()
  })

  test('sees its own alone, by its administrators alone; what was kept stays as it is', async () => {
    const { version } = await check(await ownTemplate('只属于本校'))
    const other = await s.school()
    const stranger = await s.staff(other, 'administrator')
    const foreign = { params: { school: other }, query: { version: version! } }
    expect((await stranger.first.ask(contract.source, foreign)).statusCode).toBe(404)
    const reviewer = await s.staff(school, 'school_reviewer')
    expect((await reviewer.first.ask(contract.list, { params: { school } })).statusCode).toBe(403)
    const listed = await administrator.first.call(contract.list, { params: { school } })
    expect(listed.items[0]).toMatchObject({ version })
    expect(listed.items.map((one) => one.version)).toEqual(
      [...listed.items.map((one) => one.version)].sort((a, b) => b - a),
    )
    await expect(
      sql`update document_templates set source = 'x' where school_id = ${school}`.execute(s.owner),
    ).rejects.toThrow('never changed')
  })

  test('that checks the same at two instances at once keeps one version, and of two choices one is told', async () => {
    const at = await s.school()
    const boss = await s.staff(at, 'administrator')
    const both = await Promise.all([check(ours, at, boss), check(ours, at, { ...boss, first: boss.second })])
    expect(both.map(({ version }) => version)).toEqual([1, 1])
    const body = { version: 1, seenUse: 0 }
    const chosen = await Promise.all([
      boss.first.ask(contract.use, { params: { school: at }, body }),
      boss.second.ask(contract.use, { params: { school: at }, body }),
    ])
    expect(chosen.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})
