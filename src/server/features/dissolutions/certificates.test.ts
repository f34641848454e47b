import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  askDissolution,
  type DissolutionView,
  dissolutionActs,
  getDissolution,
  readCertificate,
} from '../../../contracts/dissolutions.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import type { CertificateKind } from '../../../domain/dissolution/certificate.ts'
import { zh } from '../../../words/certificates.zh.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { bare, opensslVerifies, pdfsig, textOf } from '../../testing/pdf-tools.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealedFilesOf, sealNow } from '../../testing/sealing.ts'
import { strangersTo } from '../../testing/strangers.ts'
import { giveUpSealing, sealDocument } from '../documents/sealing.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const REASON = '家中有事，无法到岗'
const asked = async (names: { student?: string; employer?: string } = {}) => {
  const member = await s.employer(school)
  const employer = { ...member, name: names.employer ?? member.name }
  const student = await s.student(school, names.student ? { name: names.student } : {})
  const agreement = await s.certify(await s.sign(employer, student), reviewer)
  await sql`update agreements set snapshot = jsonb_set(snapshot, '{employer,name}', to_jsonb(${employer.name}::text))
    where id = ${agreement.id}`.execute(s.owner)
  const request = await student.first.call(askDissolution, {
    params: { school, id: agreement.id },
    body: { seenVersion: agreement.version, noticeVersion: 1, ground: 'family', reason: REASON },
  })
  return { employer, student, agreement, request, params: { school, id: request.id } }
}
type Asked = Awaited<ReturnType<typeof asked>>

const completed = async (of: Asked) => {
  const agreed = await of.employer.first.call(dissolutionActs.agree, {
    params: of.params,
    body: { seenVersion: of.request.version, noticeVersion: 1 },
  })
  return reviewer.first.call(dissolutionActs.pass, {
    params: of.params,
    body: { seenVersion: agreed.version, fault: 'student' },
  })
}
const read = (
  visitor: Visitor,
  { params }: Pick<Asked, 'params'>,
  kind: CertificateKind,
  query: object = {},
) => visitor.ask(readCertificate[kind], { params, query })
const isSealed = (pdf: Buffer) => {
  expect(pdfsig(pdf).match(/Signature #/g)).toHaveLength(1)
  expect(pdfsig(pdf)).toContain('Signature Type: ETSI.CAdES.detached')
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(opensslVerifies(pdf)).toBe(true)
}

test('both sides are told when it is sealed, and the page of whoever ordered it is hinted; long after nobody is told', async () => {
  const { request, student, employer } = await asked()
  const key = { school, kind: 'dissolving', id: request.id, version: request.version } as const
  const hinted: string[] = []
  const hint: typeof s.services.jobs.hint = (tx, ids) => {
    hinted.push(...ids)
    s.services.jobs.hint(tx, ids)
  }
  const jobs = { ...s.services.jobs, hint }
  const { rows: work } = await sql<{ data: { id: string; by: string } }>`
    select data from pgboss.job where name = 'seal'`.execute(s.owner)
  expect(work.find(({ data }) => data.id === request.id)!.data.by).toBe(student.userId)
  await sealDocument({ ...s.services, jobs }, { ...key, by: student.userId })
  expect(hinted).toEqual(expect.arrayContaining([student.userId, employer.userId]))
  expect(hinted.filter((id) => id === student.userId)).toHaveLength(2)
  const kindsOf = async ({ first }: { first: Visitor }) =>
    (await first.call(listNotifications, {})).items.map(({ kind }) => kind)
  for (const side of [student, employer]) expect(await kindsOf(side)).toContain('dissolution.document-sealed')

  const late = await asked()
  s.setClock('2026-09-01T10:00:00+08:00')
  await sealDocument(s.services, { ...key, id: late.request.id, version: late.request.version })
  s.setClock('2026-06-01T10:00:00+08:00')
  expect(await kindsOf(late.student)).not.toContain('dissolution.document-sealed')
})

describe('what is asked for', () => {
  let it: Asked
  let pdf: Buffer
  beforeAll(async () => {
    it = await asked({ student: '古丽·李𬭊㛃䶮', employer: `${'湖北'.repeat(28)}有限公司` })
  })

  test('is certified to be under way: ordered with the act, sealed, one file for both sides and the school', async () => {
    const state = async () => {
      const { certificates } = await it.student.first.call(getDissolution, { params: it.params })
      return [certificates.dissolving?.state, certificates.dissolved]
    }
    expect(await state()).toEqual(['waiting', null])
    expect((await read(it.student.first, it, 'dissolving')).json().code).toBe('pdf-being-sealed')
    await sealNow(s)
    expect(await state()).toEqual(['sealed', null])
    const answers = await Promise.all(
      [it.student, it.employer, reviewer].map(({ first }) => read(first, it, 'dissolving')),
    )
    pdf = answers[0]!.rawPayload
    for (const answer of answers) expect(answer.rawPayload.equals(pdf)).toBe(true)
    isSealed(pdf)
    expect(pdf.length).toBeLessThan(120 * 1024)
    expect(await s.journal(`dissolution:${it.request.id}`)).toMatchObject([
      { entry: { action: 'dissolution.ask' } },
      { entry: { action: 'dissolution.seal-document', data: { document: 'dissolving' } } },
    ])
  })

  test('says who has asked, of which agreement, and where to check it; nothing of why, and of whose fault', () => {
    const text = textOf(pdf)
    const { student, employer, agreement, request } = it
    for (const fact of [
      zh.title.dissolving,
      zh.standing.dissolving(student.name, employer.name, agreement.number),
      student.studentNumber,
      agreement.employer.creditCode,
      zh.side.student,
      `/proof/${school}/${request.proofCode}`,
      zh.foot.dissolving,
    ])
      expect(text).toContain(bare(fact))
    for (const other of [REASON, zh.act['dissolution.agree'], zh.mark.dissolved])
      expect(text).not.toContain(bare(other))
  })

  test('is not certified to be dissolved before it is, in either form', async () => {
    for (const as of ['sealed', 'copy'])
      expect((await read(it.student.first, it, 'dissolved', { as })).json()).toMatchObject({
        status: 409,
        code: 'pdf-not-sealed',
      })
  })

  test('completed, it is certified to be dissolved; what was under way is served with its end across it', async () => {
    s.setClock('2026-06-03T10:00:00+08:00')
    await completed(it)
    await sealNow(s)
    const dissolved = await read(it.employer.first, it, 'dissolved', { download: '1' })
    isSealed(dissolved.rawPayload)
    const { employer, student, agreement } = it
    expect(textOf(dissolved.rawPayload)).toContain(
      bare(`${student.name}同学与“${employer.name}”签订的就业协议（编号${agreement.number}）`),
    )
    expect(textOf(dissolved.rawPayload)).toContain('已于2026-06-0310:00解除')
    expect(textOf(dissolved.rawPayload)).not.toContain(bare(REASON))
    expect(decodeURIComponent(String(dissolved.headers['content-disposition']))).toContain(
      `解约证明 ${agreement.number} ${student.name}.pdf`,
    )
    const copy = (await read(it.student.first, it, 'dissolving')).rawPayload
    expect(textOf(copy)).toContain('已解约2026-06-03')
    expect(pdfsig(copy)).not.toContain('Signature #')
    const original = await read(it.student.first, it, 'dissolving', { as: 'sealed' })
    expect(original.rawPayload.equals(pdf)).toBe(true)
    s.setClock('2026-06-01T10:00:00+08:00')
  })
})

test('what came to nothing says so on its copy, and dissolves nothing', async () => {
  const it = await asked()
  await sealNow(s)
  await it.student.first.call(dissolutionActs.withdraw, {
    params: it.params,
    body: { seenVersion: it.request.version },
  })
  const copy = (await read(it.employer.first, it, 'dissolving')).rawPayload
  expect(textOf(copy)).toContain(bare(zh.mark['came-to-nothing']))
  expect((await read(it.employer.first, it, 'dissolved')).json().code).toBe('pdf-not-sealed')
})

test('sealed however late, each says what was true when it was ordered', async () => {
  const it = await asked()
  s.setClock('2026-06-02T10:00:00+08:00')
  await completed(it)
  s.setClock('2026-06-05T10:00:00+08:00')
  await sealNow(s)
  const [dissolving, dissolved] = await Promise.all(
    (['dissolving', 'dissolved'] as const).map(async (kind) =>
      textOf((await read(it.student.first, it, kind, { as: 'sealed' })).rawPayload),
    ),
  )
  expect(dissolving).toContain(bare(zh.stamp.dissolving))
  expect(dissolving).not.toContain(bare(zh.act['dissolution.pass']))
  expect(dissolving).not.toContain('2026-06-02')
  expect(dissolved).toContain(bare(zh.act['dissolution.pass']))
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('strangers get none of it, in any form; the employer of a paper none either', async () => {
  const it = await asked()
  await completed(it)
  await sealNow(s)
  for (const stranger of await strangersTo(s, school))
    for (const kind of ['dissolving', 'dissolved'] as const)
      for (const as of ['sealed', 'copy'])
        expect([401, 403, 404]).toContain((await read(stranger, it, kind, { as })).statusCode)
})

test('wherever it broke off it is made once: two at once, and again after it was given up', async () => {
  const before = await sealedFilesOf(s, school)
  const it = await asked()
  const key = { ...it.params, kind: 'dissolving' as const, version: 1 }
  const view = async (): Promise<DissolutionView> =>
    it.student.first.call(getDissolution, { params: it.params })
  await giveUpSealing(s.services, key, 'tried-too-often')
  expect((await view()).certificates.dissolving?.state).toBe('given-up')
  expect((await view()).timeline.at(-1)?.action).toBe('dissolution.give-up-document')
  await Promise.all([sealDocument(s.services, key), sealDocument(s.secondServices, key)])
  expect(await sealedFilesOf(s, school)).toHaveLength(before.length + 1)
  expect((await view()).certificates.dissolving?.state).toBe('sealed')
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
