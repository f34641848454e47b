import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  agreementActs,
  getAgreement,
  readAgreementDocument,
  registerPaper,
} from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs } from '../../../contracts/dissolutions.ts'
import { getHealth } from '../../../contracts/health.ts'
import { sendInvitation } from '../../../contracts/invitations.ts'
import { listRosterRows, uploadRoster } from '../../../contracts/roster-imports.ts'
import type { DocumentFacts } from '../../../domain/agreement/document.ts'
import { sampleAgreement } from '../../../domain/document-template/samples.ts'
import { withCreditCheck } from '../../../domain/identifiers.ts'
import { markOf } from '../../../domain/signing/drawing.ts'
import { zh } from '../../../words/agreement-document.zh.ts'
import { zh as notices } from '../../../words/notice-texts.zh.ts'
import { verifyJournal } from '../../db/journal.ts'
import { DEMO_EMPLOYERS } from '../../demo/people.ts'
import { sampleTerms } from '../../demo/terms.ts'
import type { Visitor } from '../../http/visitor.ts'
import { newVerificationCode } from '../../services/new-code.ts'
import { bare, opensslVerifies, pdfsig, textOf } from '../../testing/pdf-tools.ts'
import { csvOf, rosterStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealedFilesOf, sealNow, unsealedOf } from '../../testing/sealing.ts'
import { beginAttempt } from '../documents/queries.ts'
import { giveUpSealing, resumeSealing, sealDocument } from '../documents/sealing.ts'
import { drawSeal } from '../seals/acts.ts'
import { verificationOf } from '../verification-codes/printed.ts'
import { layoutOf } from './document.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const certified = async (change: Parameters<Scenario['sign']>[2] = {}, name?: string) => {
  const [employer, student] = [await s.employer(school), await s.student(school, name ? { name } : {})]
  const { id } = await s.certify(await s.sign(employer, student, change), reviewer)
  return { id, employer, student, key: { school, kind: 'agreement' as const, id, version: 2 } }
}
const ask = (visitor: Visitor, id: string, query: object = {}) =>
  visitor.ask(readAgreementDocument, { params: { school, id }, query })
/** A name of three characters as a finger writes it. */
const byHand = markOf({
  kind: 'drawn',
  strokes: Array.from({ length: 9 }, (_, nth) =>
    Array.from({ length: 40 }, (_point, at): [number, number] => [
      40 + nth * 60 + Math.round(45 * Math.sin(at / 6 + nth)),
      120 + Math.round(80 * Math.cos(at / 9 + nth * 2)),
    ]),
  ),
})

describe('a certified agreement', () => {
  let it: Awaited<ReturnType<typeof certified>>
  let pdf: Buffer
  beforeAll(async () => {
    it = await certified({ remarks: ['按月发放住房补贴', '#import *x* _y_ $z$ @a <b>'], clauses: ['health'] })
  })

  test('is being sealed until it is, and says so', async () => {
    const { document } = await it.student.first.call(getAgreement, { params: { school, id: it.id } })
    expect(document).toEqual({ state: 'waiting', sealedAt: null, seal: null })
    expect((await ask(it.student.first, it.id)).json()).toMatchObject({
      status: 409,
      code: 'pdf-being-sealed',
    })
    await sealNow(s)
    const { document: now } = await it.student.first.call(getAgreement, { params: { school, id: it.id } })
    expect(now).toMatchObject({ state: 'sealed' })
  })

  test('is one and the same file for both parties and the school, saved under its number and name', async () => {
    const answers = await Promise.all(
      [it.student, it.employer, reviewer].map(({ first }) => ask(first, it.id, { download: '1' })),
    )
    pdf = answers[0]!.rawPayload
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.equals(pdf)).toBe(true)
    }
    const { number } = await it.student.first.call(getAgreement, { params: { school, id: it.id } })
    const named = decodeURIComponent(String(answers[0]!.headers['content-disposition']))
    expect(named).toContain(`attachment`)
    expect(named).toContain(`就业协议书 ${number} ${it.student.name}.pdf`)
    expect(pdf.length).toBeLessThan(120 * 1024)
  })

  test.each(DEMO_EMPLOYERS.slice(0, 3))(
    'is less than 120 KB signed by hand on both sides under both seals, of $name',
    async ({ name, creditCode }) => {
      const fingerprint = '0'.repeat(64)
      const seal = { id: it.id, version: 1, sha256: fingerprint }
      const by = { actorName: '王芳', at: '2026-06-01T01:00:00.000Z' }
      const own = { method: 'pin', fingerprint, drawing: byHand } as const
      const facts: DocumentFacts = {
        ...sampleAgreement('shortest', { code: school, name: '江汉示范理工学院' }),
        parties: {
          student: {
            name: '赵静',
            studentNumber: '2023010019',
            college: '信息工程学院',
            major: '计算机科学与技术',
          },
          employer: { name, creditCode },
        },
        terms: { ...sampleTerms('2027-07-10'), position: '软件开发工程师', workAddress: '珞狮路 165 号' },
        notice: { version: 1, paragraphs: notices.signing },
        schoolSeal: seal,
        acts: [
          { ...by, action: 'invitation.send', actorRole: 'employer', signed: { ...own, seal } },
          { ...by, action: 'invitation.accept', actorRole: 'student', signed: own },
          { ...by, action: 'agreement.pass', actorName: '信息工程学院辅导员', actorRole: 'reviewer' },
          { ...by, action: 'agreement.pass', actorName: '李老师', actorRole: 'reviewer' },
        ],
      }
      const { outlines, typesetter, sealer, baseUrl } = s.services
      const pictureOf = async (of: string) => {
        const { bytes } = await drawSeal({ outlines }, of)
        return { format: 'svg', picture: Buffer.from(bytes).toString('utf8') } as const
      }
      const pictures = { employer: await pictureOf(name), school: await pictureOf(facts.school.name) }
      const verification = verificationOf(baseUrl, newVerificationCode())
      const laidOut = await typesetter.set(layoutOf(facts, { verification, pictures }))
      const { pdf: sealed } = await sealer.seal(laidOut, { reason: '测试', at: s.now() })
      expect(textOf(sealed)).toContain(name)
      expect(pdfsig(sealed)).toContain('Signature is Valid')
      expect(sealed.length).toBeLessThan(120 * 1024)
    },
  )

  test('bears one seal over all of it, valid to poppler and to OpenSSL; with one byte changed it is not', () => {
    const said = pdfsig(pdf)
    expect(said.match(/Signature #/g)).toHaveLength(1)
    expect(said).toContain('Signature Type: ETSI.CAdES.detached')
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(opensslVerifies(pdf)).toBe(true)
    const changed = Buffer.from(pdf)
    changed[1000]! ^= 1
    expect(pdfsig(changed)).not.toContain('Signature is Valid')
    expect(opensslVerifies(changed)).toBe(false)
  })

  test('says what was agreed, and by whom when, and nothing of it is markup', async () => {
    const view = await it.employer.first.call(getAgreement, { params: { school, id: it.id } })
    const text = textOf(pdf)
    const { terms } = view
    for (const fact of [
      view.number,
      view.employer.name,
      view.employer.creditCode,
      view.student.name,
      view.student.studentNumber,
      terms.position,
      terms.workAddress,
      ...terms.remarks,
      zh.clause.health,
      terms.file.address,
      view.termsHash,
      zh.act['invitation.accept'],
      zh.act['agreement.pass'],
      '北京时间(UTC+8)',
      '第1页',
    ])
      expect(text).toContain(bare(fact))
    for (const mark of Object.values(zh.mark)) expect(text).not.toContain(mark)
  })

  test('is sealed once however often it is asked for, and then never changed', async () => {
    const files = await sealedFilesOf(s, school)
    await Promise.all([sealDocument(s.services, it.key), sealDocument(s.services, it.key)])
    expect(await sealedFilesOf(s, school)).toEqual(files)
    const lines = (await s.journal(`agreement:${it.id}`)).map(({ entry }) => entry)
    expect(lines.filter((line) => JSON.stringify(line).includes('agreement.seal-document'))).toHaveLength(1)
    for (const change of [sql`update documents set size = 1`, sql`delete from documents`])
      await expect(change.execute(s.owner)).rejects.toThrow('never changed')
  })

  test('stays as it was sealed when it is dissolved; what is served says since when it is over', async () => {
    const asked = await it.student.first.call(askDissolution, {
      params: { school, id: it.id },
      body: { seenVersion: 2, noticeVersion: 1, ground: 'mutual', reason: '协商一致' },
    })
    const agreed = await it.employer.first.call(dissolutionActs.agree, {
      params: { school, id: asked.id },
      body: { seenVersion: asked.version, noticeVersion: 1 },
    })
    s.setClock('2026-06-03T10:00:00+08:00')
    await reviewer.first.call(dissolutionActs.pass, {
      params: { school, id: asked.id },
      body: { seenVersion: agreed.version },
    })
    const copy = (await ask(it.student.first, it.id)).rawPayload
    expect(textOf(copy)).toContain('已于2026-06-0310:00解约')
    expect(textOf(copy)).toContain('已解约')
    expect(pdfsig(copy)).not.toContain('Signature #')
    expect((await ask(it.employer.first, it.id, { as: 'sealed' })).rawPayload.equals(pdf)).toBe(true)
    s.setClock('2026-06-01T10:00:00+08:00')
  })
})

test('what is not certified says so on every page, is the same for the same facts, and has no seal', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const { id } = await s.sign(employer, student, {
    remarks: Array.from({ length: 10 }, (_, n) => `第 ${n + 1} 条：${'双方另行约定。'.repeat(25)}`),
  })
  const [one, other] = [await ask(student.first, id), await ask(employer.first, id)]
  expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
  expect(pdfsig(one.rawPayload)).not.toContain('Signature #')
  const text = textOf(one.rawPayload)
  const pages = Number(/第1页共(\d+)页/.exec(text)![1])
  expect(pages).toBeGreaterThan(1)
  // And once as the state that the first page begins with.
  expect(text.match(/未鉴证/g)).toHaveLength(pages + 1)
  expect((await ask(student.first, id, { as: 'sealed' })).json()).toMatchObject({ code: 'pdf-not-sealed' })
})

test('a paper is its student’s and the school’s alone, and says that it was signed on paper', async () => {
  const student = await s.student(school)
  const creditCode = withCreditCheck('91420100MA4T99999')
  const employer = await s.employer(school)
  const paper = await student.first.call(registerPaper, {
    params: { school },
    body: {
      employer: { name: '纸质单位·甲', creditCode },
      signedOn: '2026-05-20',
      terms: sampleTerms('2026-07-10'),
      evidence: [await s.scan(student.first, school)],
      confirmed: true,
    },
  })
  await s.certify(paper, reviewer)
  await sealNow(s)
  const { rawPayload: pdf } = await ask(student.first, paper.id)
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(textOf(pdf)).toContain(bare(zh.paper))
  expect((await ask(employer.first, paper.id)).statusCode).toBe(404)
})

test('strangers get none of it, in either form', async () => {
  const { id } = await certified()
  await sealNow(s)
  const strangers = [
    (await s.student(school)).first,
    (await s.employer(school)).first,
    (await s.staff(school, 'college_reviewer', '02')).first,
    s.visitor(),
  ]
  for (const stranger of strangers)
    for (const as of ['sealed', 'copy'] as const)
      expect([401, 404]).toContain((await ask(stranger, id, { as })).statusCode)
})

test('wherever an attempt broke off, the next one makes the document, and one file is left', async () => {
  const before = await sealedFilesOf(s, school)
  const { key, student, id } = await certified()
  // Killed when its file was there and the database did not know it yet.
  const lost = { ...s.services, db: s.secondServices.db }
  const broken = {
    ...lost,
    files: {
      ...lost.files,
      write: async (...of: Parameters<typeof lost.files.write>) => {
        await lost.files.write(...of)
        throw new Error('killed')
      },
    },
  }
  await expect(sealDocument(broken, key)).rejects.toThrow('killed')
  expect(await sealedFilesOf(s, school)).toHaveLength(before.length + 1)
  await sealDocument(s.services, key)
  expect(await sealedFilesOf(s, school)).toHaveLength(before.length + 1)
  expect(pdfsig((await ask(student.first, id)).rawPayload)).toContain('Signature is Valid')
  expect(await beginAttempt(s.db, key, s.anId())).toBeNull()
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('two that make it at once leave one document and one file', async () => {
  const before = await sealedFilesOf(s, school)
  const { key, student, id } = await certified()
  await Promise.all([sealDocument(s.services, key), sealDocument(s.secondServices, key)])
  expect(await sealedFilesOf(s, school)).toHaveLength(before.length + 1)
  const { rawPayload } = await ask(student.first, id)
  const { sha256 } = await s.db
    .selectFrom('documents')
    .where('agreementId', '=', id)
    .select(sql<string>`encode(sha256(${rawPayload}), 'hex')`.as('sha256'))
    .where('sha256', '=', sql<string>`encode(sha256(${rawPayload}), 'hex')`)
    .executeTakeFirstOrThrow()
  expect(sha256).toHaveLength(64)
})

test('what cannot be printed is given up at once, named to the operator and in the journal, and tried again by a start', async () => {
  await sealNow(s)
  const { id, key, student } = await certified()
  // As a name was entered before characters were asked for.
  await sql`update agreements set snapshot = jsonb_set(snapshot, '{student,name}', '"李𠮷"') where id = ${id}`.execute(
    s.owner,
  )
  await sealDocument(s.services, key)
  const operator = (await s.enter({ portal: 'platform' })).first
  const { seals } = await operator.call(getHealth)
  expect(seals).toEqual({ waiting: 0, givenUp: 1, reasons: [{ reason: '𠮷 U+20BB7', count: 1 }] })
  expect((await ask(student.first, id)).json()).toMatchObject({ code: 'pdf-not-sealed' })
  expect((await ask(student.first, id, { as: 'copy' })).json()).toMatchObject({
    code: 'pdf-not-printable',
    details: { character: '𠮷', code: 'U+20BB7' },
  })
  const { timeline } = await student.first.call(getAgreement, { params: { school, id } })
  expect(timeline.at(-1)).toMatchObject({ action: 'agreement.give-up-document' })
  await giveUpSealing(s.services, key, 'again')
  await resumeSealing(s.services)
  const { rows } = await sql<{
    data: object
  }>`select data from pgboss.job where name = 'seal' and data->>'id' = ${id}`.execute(s.owner)
  expect(rows).toHaveLength(2)
  await sql`update agreements set snapshot = jsonb_set(snapshot, '{student,name}', '"李𬭊㛃䶮"') where id = ${id}`.execute(
    s.owner,
  )
  await sealDocument(s.services, key)
  expect(textOf((await ask(student.first, id)).rawPayload)).toContain('李𬭊㛃䶮')
  expect((await operator.call(getHealth)).seals.givenUp).toBe(0)
})

test('the sealed document says nothing of what came after the certification, however late it is made', async () => {
  const { id, key, student } = await certified()
  await sql`update agreements set status = 'fulfilled', ended_at = effective_at where id = ${id}`.execute(
    s.owner,
  )
  await sealDocument(s.services, key)
  const { content } = await s.db
    .selectFrom('documents')
    .where('agreementId', '=', id)
    .select('content')
    .executeTakeFirstOrThrow()
  expect(content).toMatchObject({ status: 'effective', endedAt: null })
  expect(textOf((await ask(student.first, id)).rawPayload)).toContain(zh.certified)
})

test('a review that is not the last orders nothing', async () => {
  const twoLevels = await s.school({ agreementLevels: ['college', 'school'] })
  const college = await s.staff(twoLevels, 'college_reviewer', '01')
  const { id, version } = await s.sign(await s.employer(twoLevels), await s.student(twoLevels))
  await college.first.call(agreementActs.pass, {
    params: { school: twoLevels, id },
    body: { seenVersion: version },
  })
  expect((await unsealedOf(s)).filter((key) => key.id === id)).toEqual([])
})

test('a character that no font has is refused where it is typed, named with its field', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const answer = await employer.first.ask(sendInvitation, {
    params: { school },
    body: {
      studentId: student.id,
      studentName: student.name,
      noticeVersion: 1,
      respondBy: '2026-06-05',
      terms: { ...sampleTerms('2026-07-10'), remarks: ['按国家规定', '由𠮷田先生带教'] },
    },
  })
  expect(answer.json()).toMatchObject({
    status: 422,
    code: 'character-not-printed',
    details: { character: '𠮷', code: 'U+20BB7', position: 2 },
    errors: [{ field: 'terms.remarks.1' }],
  })
})

test('on a roster it is a fault of its cell', async () => {
  const administrator = await s.staff(school, 'administrator')
  const { id } = await administrator.first.call(uploadRoster, {
    params: { school },
    query: { name: '名单.csv' },
    file: csvOf([rosterStudent(1, { 姓名: '李𠮷' }), rosterStudent(2, { 姓名: '李𬭊' })]),
  })
  await s.services.background.settled()
  const rows = await administrator.first.call(listRosterRows, {
    params: { school, id },
    query: { standing: 'faulty' },
  })
  const said = rows.items.map(({ faults }) => faults.map((fault) => fault.said))
  expect(said).toEqual([[expect.stringContaining('“𠮷”（U+20BB7，第 2 个字符）')]])
})
