import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { checkPackage, type Given, type Parts } from '../../../../scripts/verify-package/check-package.ts'
import type { FaultCode } from '../../../../scripts/verify-package/fault.ts'
import { openZip } from '../../../../scripts/verify-package/open-zip.ts'
import { getAgreement } from '../../../contracts/agreements.ts'
import { proveConsistency } from '../../../contracts/checkpoints.ts'
import { destinationActs, getDestination } from '../../../contracts/destinations.ts'
import { askDissolution } from '../../../contracts/dissolutions.ts'
import {
  actsPart,
  documentsPart,
  evidencePart,
  journalPart,
  proofsPart,
  readDestinationPackage,
  readEvidencePackage,
  readRecommendationPackage,
} from '../../../contracts/evidence-package.ts'
import { askRecommendation, recommendationActs } from '../../../contracts/recommendations.ts'
import { employerSeal, schoolSeal } from '../../../contracts/seals.ts'
import {
  certificateName,
  PARTS,
  PICTURES,
  pictureName,
  readManifest,
} from '../../../domain/evidence-package.ts'
import { checkpointText, readCheckpointText } from '../../../domain/transparency/checkpoint.ts'
import { keyText, noteWith, readNote } from '../../../domain/transparency/signed-note.ts'
import { inTransaction } from '../../db/database.ts'
import { hashOf, sha256 } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { openLog } from '../../services/log.ts'
import { rememberCertificate } from '../../services/sealing/known-certificates.ts'
import { makeOwnCertificate } from '../../services/sealing/own-certificate.ts'
import { openSealer } from '../../services/sealing/sealer.ts'
import { declare } from '../../testing/destination-forms.ts'
import { makeStampAuthority } from '../../testing/pdf-tools.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealNow } from '../../testing/sealing.ts'
import { sealDocument } from '../documents/sealing.ts'
import { findCheckpoint, findLatest, makeCheckpoint } from '../transparency/checkpoints.ts'
import { keepKeys, signedBy } from '../transparency/keys.ts'

let s: Scenario
let school: string
let folder: string
let it: Awaited<ReturnType<typeof certified>>
let other: Awaited<ReturnType<typeof certified>>

const DRAWN = { body: { made: 'drawn' } } as const
const certified = async () => {
  const reviewer = await s.staff(school, 'school_reviewer')
  const [employer, student] = [await s.employer(school), await s.student(school)]
  await employer.first.call(employerSeal.choose, DRAWN)
  const { id, number } = await s.certify(await s.sign(employer, student), reviewer)
  await sealDocument(s.services, { school, kind: 'agreement', id, version: 2 })
  return { id, number, employer, student, reviewer }
}
const ask = (visitor: Visitor, id: string) => visitor.ask(readEvidencePackage, { params: { school, id } })
const openBytes = async (bytes: Buffer) => {
  const file = join(folder, `${s.anId()}.zip`)
  await writeFile(file, bytes)
  return openZip(file)
}
const take = async (visitor: Visitor, id: string): Promise<Parts> => {
  const answer = await ask(visitor, id)
  expect(answer.statusCode).toBe(200)
  return (await openBytes(answer.rawPayload)).parts
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-package-'))
  s = await startScenario()
  school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  await administrator.first.call(schoolSeal.choose, { ...DRAWN, params: { school } })
  it = await certified()
  other = await certified()
  const { version } = await it.employer.first.call(getAgreement, { params: { school, id: it.id } })
  await it.employer.first.call(askDissolution, {
    params: { school, id: it.id },
    body: {
      ...{ seenVersion: version, noticeVersion: 1, ground: 'mutual', reason: '协商' },
      evidence: [await s.scan(it.employer.first, school)],
    },
  })
  // The past that the certificate names is longer than the agreement's.
  await makeCheckpoint(s.services)
  await sealNow(s)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await s.stop()
})

const verdict = async (parts: Parts, given: Given = {}) => checkPackage({ parts, twice: null }, given)
const faultOf = async (parts: Parts, given: Given = {}) => (await verdict(parts, given)).fault

/** Written anew: what somebody would do who can change a package, and sign as the site does. */
const changed = async (
  parts: Parts,
  changes: Readonly<Record<string, Buffer | null>>,
  by: 'nobody' | 'site' = 'site',
): Promise<Parts> => {
  const after = new Map(parts)
  for (const [name, bytes] of Object.entries(changes)) bytes ? after.set(name, bytes) : after.delete(name)
  const { text } = readNote(parts.get(PARTS.manifest)!.toString())!
  const head = text.split('\n').slice(0, 4)
  const lines = [...after]
    .filter(([name]) => name !== PARTS.manifest)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')} ${name}`)
  const rewritten = `${[...head, ...lines].join('\n')}\n`
  const note =
    by === 'site'
      ? signedBy(await keysOfSite(), rewritten)
      : parts.get(PARTS.manifest)!.toString().replace(text, rewritten)
  return after.set(PARTS.manifest, Buffer.from(note))
}
const keysOfSite = () => inTransaction(s.db, (tx) => keepKeys(tx, { ...s.services, at: s.now() }))
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const read = <T>(parts: Parts, name: string, shape: { parse(value: unknown): T }): T =>
  shape.parse(JSON.parse(parts.get(name)!.toString()))

describe('a package', () => {
  test('is for the parties and the school, each of whom finds all of it to fit', async () => {
    for (const [taker, visitor] of [
      ['student', it.student.first],
      ['employer', it.employer.first],
      ['school', it.reviewer.first],
    ] as const) {
      const parts = await take(visitor, it.id)
      const { fault, notes, number } = await verdict(parts)
      expect(fault).toBeNull()
      expect(number).toBe(it.number)
      expect(notes.map(([code]) => code)).toEqual(
        expect.arrayContaining([
          'seal',
          'facts',
          'key-sealed',
          'manifest',
          'checkpoint',
          'journal',
          'proofs',
          'past',
        ]),
      )
      expect(notes.map(([code]) => code)).not.toContain('withheld')
      const manifest = readManifest(readNote(parts.get(PARTS.manifest)!.toString())!.text)!
      expect(manifest).toMatchObject({ taker, number: it.number })
    }
  })

  test('shows every act of the case, and nobody’s address or browser', async () => {
    const parts = await take(it.student.first, it.id)
    const acts = read(parts, PARTS.acts, actsPart)
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'invitation.send',
        'invitation.accept',
        'agreement.pass',
        'agreement.seal-document',
        'agreement.take-package',
        'dissolution.ask',
      ]),
    )
    const text = [...parts.values()].map((bytes) => bytes.toString()).join('')
    expect(text).not.toContain('127.0.0.1')
    expect(text).not.toMatch(/userAgent|"ip"/)
    const uploads = read(parts, PARTS.evidence, evidencePart)
    expect(uploads).toHaveLength(1)
    expect(parts.get(PARTS.readme)!.toString()).toContain(it.number)
    expect(parts.get(PARTS.readme)!.toString()).toContain('What it does not prove')
  })

  test('has the certificates of its dissolution, and each signature and seal that they or the journal name', async () => {
    const parts = await take(it.employer.first, it.id)
    const { fault, notes } = await verdict(parts)
    expect(fault).toBeNull()
    expect(notes.filter(([code]) => code === 'document')).toEqual([
      ['document', 'dissolving', it.number, s.now().toISOString()],
    ])
    // The student's signature, the employer's and its seal, the school's.
    expect(notes).toContainEqual(['pictures', '4'])
    const readme = parts.get(PARTS.readme)!.toString()
    for (const name of parts.keys()) if (name.startsWith(PICTURES)) expect(readme).toContain(name)
    expect(parts.get(PARTS.seal)!.toString()).toContain('"agreement"')
  })

  test('is there of a destination and of a recommendation too, for those who may see them', async () => {
    const student = await s.student(school)
    const declared = await declare(s, student, '12')
    const params = { school, id: declared.id }
    await it.reviewer.first.call(destinationActs.pass, { params, body: { seenVersion: declared.version } })
    const graduate = await s.student(school)
    const words = { wish: '软件开发', strengths: '', awards: '', statement: '' }
    const asked = await graduate.first.call(askRecommendation, { params: { school }, body: words })
    const about = { school, id: asked.id }
    await it.reviewer.first.call(recommendationActs.recommend, {
      params: about,
      body: { seenVersion: asked.version, word: '予以推荐。' },
    })
    const { version } = await it.reviewer.first.call(getDestination, { params })
    expect(version).toBeGreaterThan(declared.version)
    await sealNow(s)
    for (const [who, endpoint, key] of [
      [student, readDestinationPackage, params],
      [graduate, readRecommendationPackage, about],
    ] as const) {
      for (const visitor of [who.first, it.reviewer.first]) {
        const answer = await visitor.ask(endpoint, { params: key })
        expect(answer.statusCode).toBe(200)
        const { parts } = await openBytes(answer.rawPayload)
        const { fault, notes } = await verdict(parts)
        expect(fault).toBeNull()
        expect(notes).toContainEqual(['pictures', '1'])
        const seal = JSON.parse(parts.get(PARTS.seal)!.toString()) as { document: string }
        const kind = endpoint === readDestinationPackage ? 'registration' : 'recommendation'
        expect(seal.document).toBe(kind)
      }
      for (const visitor of [it.employer.first, it.student.first])
        expect((await visitor.ask(endpoint, { params: key })).statusCode).toBe(404)
    }
    const own = await s.journal(`recommendation:${asked.id}`)
    expect(JSON.stringify(own)).toContain('recommendation.take-package')
  })

  test('with a time stamp has it, checked to be of this very seal', async () => {
    const answer = makeStampAuthority(folder)
    const server = createServer(async (request, response) => {
      const reply = answer(await buffer(request))
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const timestampUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const sealer = openSealer(
      { folder: s.folder, timestampUrl },
      {
        ...{ site: 'localhost', now: s.now, log: openLog('silent') },
        remember: (of) => rememberCertificate(s.db, of, s.now()),
      },
    )
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const { id } = await s.certify(await s.sign(employer, student), it.reviewer)
    await sealDocument({ ...s.services, sealer }, { school, kind: 'agreement', id, version: 2 })
    server.close()
    const parts = await take(student.first, id)
    const { fault, notes } = await verdict(parts)
    expect(fault).toBeNull()
    expect(notes.map(([code]) => code)).toContain('timestamp')
    expect(notes.map(([code]) => code)).not.toContain('timestamp-none')
    const stamp = Buffer.from(parts.get(PARTS.timestamp)!)
    stamp[stamp.length - 9]! ^= 1
    for (const changedTo of [stamp, null])
      expect((await faultOf(await changed(parts, { [PARTS.timestamp]: changedTo })))?.code).toBe(
        'timestamp-other',
      )
  })

  test('of the format before, without further documents and pictures, still fits', async () => {
    const parts = await take(it.student.first, it.id)
    const names = read(parts, PARTS.documents, documentsPart).flatMap(({ file, facts }) => [file, facts])
    const gone = [...parts.keys()].filter((name) => name.startsWith(PICTURES)).concat(PARTS.documents, names)
    const acts = read(parts, PARTS.acts, actsPart).map(({ pictures: _pictures, ...act }) => act)
    const { earlier: _earlier, ...proofs } = read(parts, PARTS.proofs, proofsPart)
    const before = await changed(parts, {
      ...Object.fromEntries(gone.map((name) => [name, null])),
      [PARTS.acts]: json(acts),
      [PARTS.proofs]: json(proofs),
    })
    const { text } = readNote(before.get(PARTS.manifest)!.toString())!
    const older = signedBy(await keysOfSite(), text.replace('package 2', 'package 1'))
    expect(await faultOf(new Map(before).set(PARTS.manifest, Buffer.from(older)))).toBeNull()
    expect((await faultOf(before))?.code).toBe('part-missing')
  })

  test('of an older line with an address in it gives the other side the hash alone, which fits all the same', async () => {
    const old = await certified()
    await s.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      const { rows } = await sql<{ entry: { actor: object } }>`
        select entry from journal where subject = ${`agreement:${old.id}`} and seq = 1`.execute(tx)
      // As lines were written before origins stood beside them; the tree is made of it as it was then.
      const entry = { ...rows[0]!.entry, actor: { role: 'student', name: '甲', ip: '192.0.2.7' } }
      await sql`update journal set origin = null, entry = ${JSON.stringify(entry)}::jsonb where subject = ${`agreement:${old.id}`} and seq = 1`.execute(
        tx,
      )
      await rehash(tx, `agreement:${old.id}`)
    })
    const mine = await take(old.student.first, old.id)
    const theirs = await take(old.employer.first, old.id)
    expect(mine.get(PARTS.journal)!.toString()).toContain('192.0.2.7')
    expect(theirs.get(PARTS.journal)!.toString()).not.toContain('192.0.2.7')
    expect(await faultOf(mine)).toBeNull()
    const { fault, notes } = await verdict(theirs)
    expect(fault).toBeNull()
    expect(notes).toContainEqual(['withheld', '1'])
  })

  test('is nobody else’s, nobody’s before the seal, and taken only so often', async () => {
    for (const visitor of [other.student.first, other.employer.first, s.visitor()])
      expect((await ask(visitor, it.id)).statusCode).toBeGreaterThanOrEqual(401)
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const { id } = await s.certify(await s.sign(employer, student), it.reviewer)
    expect((await ask(student.first, id)).json()).toMatchObject({ code: 'pdf-being-sealed' })
    const greedy = await certified()
    const answers: number[] = []
    for (let nth = 0; nth < 31; nth++) answers.push((await ask(greedy.student.first, greedy.id)).statusCode)
    expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
    expect(answers.at(-1)).toBe(429)
  })

  test('costs few statements where the checkpoint has all of the case', async () => {
    const quiet = await certified()
    await makeCheckpoint(s.services)
    s.statements.length = 0
    await take(quiet.student.first, quiet.id)
    expect(s.statements.length).toBeLessThanOrEqual(28)
  })
})

/** Chains of a subject as they would have been. */
async function rehash(tx: Parameters<Parameters<typeof inTransaction>[1]>[0], subject: string) {
  const { rows } = await sql<{ seq: number; entry: unknown }>`
    select seq, entry from journal where subject = ${subject} order by seq`.execute(tx)
  let previous: Buffer | null = null
  for (const { seq, entry } of rows) {
    const own: Buffer = Buffer.from(hashOf(entry), 'hex')
    const hash: Buffer = previous ? sha256(Buffer.concat([previous, own])) : own
    await sql`update journal set hash = ${hash} where subject = ${subject} and seq = ${seq}`.execute(tx)
    await sql`update journal_heads set hash = ${hash} where subject = ${subject}`.execute(tx)
    // What is in the tree already goes back to wait: the tree of this test begins here.
    await sql`update journal_leaves set hash = ${sha256(Buffer.concat([Buffer.of(0), hash]))} where subject = ${subject} and seq = ${seq}`.execute(
      tx,
    )
    previous = hash
  }
}

describe('what was tampered with is found and named', () => {
  let parts: Parts
  /** Of another agreement: in the same checkpoint, and in a later one. */
  let beside: Parts
  let another: Parts
  beforeAll(async () => {
    parts = await take(it.student.first, it.id)
    beside = await take(other.student.first, other.id)
    await makeCheckpoint(s.services)
    another = await take(other.student.first, other.id)
  })
  const flipped = (name: string, at: number) => {
    const bytes = Buffer.from(parts.get(name)!)
    bytes[at]! ^= 1
    return bytes
  }
  /** The certificate that it is being dissolved, and a picture with this in it. */
  const further = () => read(parts, PARTS.documents, documentsPart)[0]!
  const picture = (within: string) =>
    [...parts].find(([name, bytes]) => name.startsWith(PICTURES) && bytes.includes(within))![0]
  type Change = (parts: Parts) => Readonly<Record<string, Buffer | null>>
  const journalWith =
    (change: (part: ReturnType<typeof journalPart.parse>) => void): Change =>
    (of) => {
      const part = read(of, PARTS.journal, journalPart)
      change(part)
      return { [PARTS.journal]: json(part) }
    }
  /** The agreement's own chain, whose acts and proofs go with it. */
  const without =
    (nth: number): Change =>
    (of) => {
      const part = read(of, PARTS.journal, journalPart)
      const chain = part.chains.find(({ subject }) => subject.startsWith('agreement:'))!
      const [gone] = chain.lines.splice(nth, 1)
      const kept = (line: { subject: string; seq: number }) =>
        line.subject !== chain.subject || line.seq !== gone!.seq
      const proofs = read(of, PARTS.proofs, proofsPart)
      return {
        [PARTS.journal]: json(part),
        [PARTS.acts]: json(read(of, PARTS.acts, actsPart).filter(kept)),
        [PARTS.proofs]: json({ ...proofs, lines: proofs.lines.filter(kept) }),
      }
    }

  test.each([PARTS.document, PARTS.facts, PARTS.journal, PARTS.proofs, PARTS.checkpoint, PARTS.readme])(
    'one byte of %s',
    async (name) => {
      const after = new Map(parts).set(name, flipped(name, 900 % parts.get(name)!.length))
      expect(await faultOf(after)).toEqual({ code: 'part-changed', of: [name] })
      // Its fingerprint rewritten in the list, which nobody but the site signs.
      const listed = await faultOf(
        await changed(parts, { [name]: flipped(name, 900 % parts.get(name)!.length) }, 'nobody'),
      )
      expect(['document-changed', 'facts-other', 'manifest-unsigned', 'part-unreadable']).toContain(
        listed?.code,
      )
    },
  )

  test.each<[string, FaultCode, Change]>([
    [
      'a byte of the document',
      'document-changed',
      () => ({ [PARTS.document]: flipped(PARTS.document, 5000) }),
    ],
    [
      'a byte behind the document',
      'seal-not-whole',
      (of) => ({ [PARTS.document]: Buffer.concat([of.get(PARTS.document)!, Buffer.from('\n')]) }),
    ],
    ['a document without a seal', 'no-seal', () => ({ [PARTS.document]: Buffer.from('%PDF-1.7') })],
    [
      'another agreement’s document',
      'certificate-other',
      () => ({ [PARTS.document]: another.get(PARTS.document)!, [certificateName(0)]: null }),
    ],
    [
      'another agreement’s document, certificates kept',
      'seal-other',
      () => ({ [PARTS.document]: another.get(PARTS.document)! }),
    ],
    [
      'another agreement’s document and seal',
      'facts-other',
      () => ({ [PARTS.document]: another.get(PARTS.document)!, [PARTS.seal]: another.get(PARTS.seal)! }),
    ],
    [
      'a fact',
      'facts-other',
      (of) => ({
        [PARTS.facts]: Buffer.from(
          of
            .get(PARTS.facts)!
            .toString()
            .replace(/"probationPay":\d+/, '"probationPay":1'),
        ),
      }),
    ],
    ['a file that is no JSON', 'part-unreadable', () => ({ [PARTS.journal]: Buffer.from('{') })],
    ['a part taken out', 'part-missing', () => ({ [PARTS.proofs]: null })],
    [
      'a line changed',
      'line-changed',
      journalWith(({ chains }) => {
        const [line] = chains[0]!.lines
        if (line && 'entry' in line) line.entry.reason = '别的'
      }),
    ],
    [
      'a line changed with its hash',
      'line-changed',
      journalWith(({ chains }) => {
        const chain = chains.find(({ lines }) => lines.length > 2)!
        const [line] = chain.lines
        if (line && 'entry' in line) {
          line.entry.reason = '别的'
          line.hash = hashOf(line.entry)
        }
      }),
    ],
    [
      'a chain rewritten',
      'acts-other',
      journalWith(({ chains }) => {
        for (const { lines } of chains) {
          let previous: Buffer | null = null
          for (const line of lines) {
            if (!('entry' in line)) continue
            if (line.seq === 1) line.entry.reason = '别的'
            const own: Buffer = Buffer.from(hashOf(line.entry), 'hex')
            const hash: Buffer = previous ? sha256(Buffer.concat([previous, own])) : own
            line.hash = hash.toString('hex')
            previous = hash
          }
        }
      }),
    ],
    ['a line dropped from the middle', 'line-missing', without(1)],
    ['the first line dropped', 'line-missing', without(0)],
    [
      'two lines swapped',
      'line-missing',
      journalWith(({ chains }) => {
        const { lines } = chains.find((one) => one.lines.length > 2)!
        lines.splice(0, 2, lines[1]!, lines[0]!)
      }),
    ],
    [
      'two lines swapped with their numbers',
      'line-changed',
      journalWith(({ chains }) => {
        const { lines } = chains.find((one) => one.lines.length > 2)!
        const [a, b] = [lines[0]!, lines[1]!]
        lines.splice(0, 2, { ...b, seq: 1 }, { ...a, seq: 2 })
      }),
    ],
    [
      'the last line cut, its proof kept',
      'acts-other',
      journalWith(({ chains }) => {
        chains.at(-1)!.lines.pop()
      }),
    ],
    [
      'a line of another case',
      'line-of-another',
      () => {
        const [mine, theirs] = [
          read(parts, PARTS.journal, journalPart),
          read(another, PARTS.journal, journalPart),
        ]
        mine.chains[0]!.lines = theirs.chains[0]!.lines
        return { [PARTS.journal]: json(mine) }
      },
    ],
    ['another agreement’s proof', 'checkpoint-other', () => ({ [PARTS.proofs]: another.get(PARTS.proofs)! })],
    [
      'another agreement’s proof in the same checkpoint',
      'line-not-proved',
      () => ({ [PARTS.proofs]: beside.get(PARTS.proofs)! }),
    ],
    [
      'another agreement’s proof and checkpoint',
      'line-not-proved',
      () => ({
        [PARTS.proofs]: another.get(PARTS.proofs)!,
        [PARTS.checkpoint]: another.get(PARTS.checkpoint)!,
      }),
    ],
    [
      'the path of another line',
      'line-not-proved',
      (of) => {
        const proofs = read(of, PARTS.proofs, proofsPart)
        const [a, b] = proofs.lines
        return {
          [PARTS.proofs]: json({ ...proofs, lines: [{ ...a!, path: b!.path }, ...proofs.lines.slice(1)] }),
        }
      },
    ],
    [
      'a proof too many',
      'proof-of-another',
      (of) => {
        const proofs = read(of, PARTS.proofs, proofsPart)
        return {
          [PARTS.proofs]: json({ ...proofs, lines: [...proofs.lines, { ...proofs.lines[0]!, seq: 99 }] }),
        }
      },
    ],
    [
      'a checkpoint replaced',
      'checkpoint-other',
      () => ({ [PARTS.checkpoint]: another.get(PARTS.checkpoint)! }),
    ],
    [
      'a checkpoint with another root',
      'checkpoint-unsigned',
      (of) => {
        const note = of.get(PARTS.checkpoint)!.toString()
        const { text } = readNote(note)!
        const forged = checkpointText({ ...readCheckpointText(text)!, root: sha256('another') })
        return { [PARTS.checkpoint]: Buffer.from(note.replace(text, forged)) }
      },
    ],
    [
      'the consistency with the sealed checkpoint',
      'past-rewritten',
      (of) => {
        const proofs = read(of, PARTS.proofs, proofsPart)
        return {
          [PARTS.proofs]: json({
            ...proofs,
            consistency: {
              from: proofs.consistency!.from,
              proof: [...proofs.consistency!.proof, proofs.root],
            },
          }),
        }
      },
    ],
    [
      'an act',
      'acts-other',
      (of) => ({
        [PARTS.acts]: json(read(of, PARTS.acts, actsPart).map((act) => ({ ...act, actorName: '别人' }))),
      }),
    ],
    [
      'the fingerprint of an upload',
      'evidence-other',
      (of) => ({
        [PARTS.evidence]: json(
          read(of, PARTS.evidence, evidencePart).map((file) => ({ ...file, sha256: '0'.repeat(64) })),
        ),
      }),
    ],
    [
      'a byte of a certificate of its dissolution',
      'document-changed',
      () => ({ [further().file]: flipped(further().file, 5000) }),
    ],
    [
      'a fact of the certificate',
      'facts-other',
      (of) => ({
        [further().facts]: Buffer.from(
          of.get(further().facts)!.toString().replace('"employer"', '"student"'),
        ),
      }),
    ],
    [
      'the certificate left out with its entry',
      'document-missing',
      () => ({
        [further().file]: null,
        [further().facts]: null,
        [PARTS.documents]: json([]),
      }),
    ],
    [
      'the agreement in the place of the certificate',
      'seal-other',
      (of) => ({ [further().file]: of.get(PARTS.document)!, [further().facts]: of.get(PARTS.facts)! }),
    ],
    [
      'the certificate said to be of another case',
      'seal-not-journaled',
      () => ({ [PARTS.documents]: json([{ ...further(), subject: `dissolution:${other.id}` }]) }),
    ],
    [
      'what proves the past of the certificate',
      'past-rewritten',
      (of) => ({ [PARTS.proofs]: json({ ...read(of, PARTS.proofs, proofsPart), earlier: [] }) }),
    ],
    [
      'a file among the documents that nothing names',
      'part-unlisted',
      () => ({ 'documents/9-dissolved.pdf': Buffer.from('x') }),
    ],
    ['a drawn signature', 'picture-changed', () => ({ [picture('<path')]: Buffer.from('<svg/>') })],
    ['a drawn signature taken out', 'picture-missing', () => ({ [picture('<path')]: null })],
    [
      'a picture that nobody used',
      'picture-other',
      () => ({ [pictureName(sha256('<svg/>').toString('hex'), 'svg')]: Buffer.from('<svg/>') }),
    ],
    [
      'an act with another picture',
      'acts-other',
      (of) => ({
        [PARTS.acts]: json(read(of, PARTS.acts, actsPart).map((act) => ({ ...act, pictures: [] }))),
      }),
    ],
    ['a time stamp put in', 'timestamp-other', () => ({ [PARTS.timestamp]: Buffer.from('x') })],
    [
      'another agreement’s package but for the list',
      'facts-other',
      () => Object.fromEntries([...another].filter(([name]) => name !== PARTS.manifest)),
    ],
  ])('%s, signed by the site itself: %s', async (_, code, change) => {
    expect((await faultOf(await changed(parts, change(parts))))?.code).toBe(code)
  })

  test('the last line cut with all that tells of it: the list is not as the site signed it', async () => {
    const cut = without(
      read(parts, PARTS.journal, journalPart).chains.find(({ subject }) => subject.startsWith('agreement:'))!
        .lines.length - 1,
    )(parts)
    expect(await faultOf(await changed(parts, cut, 'nobody'))).toMatchObject({ code: 'manifest-unsigned' })
    // Whom the site itself hides it from, a later checkpoint does not help: it says what was signed of the chain, not that it ended there.
    expect(await faultOf(await changed(parts, cut))).toBeNull()
  })

  test('a certificate swapped', async () => {
    const { certificates } = await makeOwnCertificate('another.example', s.now())
    const after = await changed(parts, { [certificateName(0)]: Buffer.from(certificates[0]!) })
    expect((await faultOf(after))?.code).toBe('certificate-other')
  })

  test('a file put in, a file twice, a list of another form', async () => {
    expect(await faultOf(new Map(parts).set('x.txt', Buffer.from('x')))).toEqual({
      code: 'part-unlisted',
      of: ['x.txt'],
    })
    expect((await checkPackage({ parts, twice: 'x' })).fault).toEqual({ code: 'part-twice', of: ['x'] })
    expect((await faultOf(new Map(parts).set(PARTS.manifest, Buffer.from('x'))))?.code).toBe(
      'manifest-unreadable',
    )
  })

  test('all of it made anew by somebody with a key of their own: the sealed document names the site’s', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const key = { name: 'localhost:3000/journal', publicKey: new Uint8Array(raw) }
    const forge = (note: string) => {
      const { text } = readNote(note)!
      return Buffer.from(
        noteWith(sha256, text, [{ key, signature: sign(null, Buffer.from(text), privateKey) }]),
      )
    }
    const keys = Buffer.from(`${keyText(sha256, key)}\n`)
    const after = await changed(parts, {
      [PARTS.keys]: keys,
      [PARTS.checkpoint]: forge(parts.get(PARTS.checkpoint)!.toString()),
    })
    const all = new Map(after).set(PARTS.manifest, forge(after.get(PARTS.manifest)!.toString()))
    expect((await faultOf(all))?.code).toBe('manifest-unsigned')
    expect(
      (await faultOf(await changed(parts, { [PARTS.checkpoint]: all.get(PARTS.checkpoint)! })))?.code,
    ).toBe('checkpoint-unsigned')
  })

  test('an authority, or a key, that is not the reader’s', async () => {
    const leaf = new X509Certificate(parts.get(certificateName(0))!)
    const root = parts.get(certificateName(1))!
    expect((await verdict(parts, { trust: root })).notes).toContainEqual([
      'issuer-trusted',
      expect.any(String),
    ])
    expect(leaf.checkIssued(new X509Certificate(root))).toBe(true)
    const stranger = (await makeOwnCertificate('another.example', s.now())).certificates[1]!
    expect((await faultOf(parts, { trust: Buffer.from(stranger) }))?.code).toBe('certificate-not-trusted')
    const { text } = (await keysOfSite())[0]!
    expect(await faultOf(parts, { key: text })).toBeNull()
    expect((await faultOf(parts, { key: 'x' }))?.code).toBe('key-not-known')
  })
})

describe('another checkpoint of the reader’s', () => {
  let parts: Parts
  let named: string
  beforeAll(async () => {
    parts = await take(it.student.first, it.id)
    const { checkpoint } = JSON.parse(parts.get(PARTS.facts)!.toString()) as { checkpoint: { size: number } }
    named = (await findCheckpoint(s.db, checkpoint.size)).note
  })

  test('is of one past with the package’s: the same, the one that the document names, or a later one with its proof', async () => {
    const own = parts.get(PARTS.checkpoint)!.toString()
    expect(await faultOf(parts, { checkpoint: own })).toBeNull()
    expect(await faultOf(parts, { checkpoint: named })).toBeNull()
    await certified()
    const later = (await makeCheckpoint(s.services))!
    const from = readCheckpointText(readNote(own)!.text)!.size
    expect(await faultOf(parts, { checkpoint: later.note })).toEqual({
      code: 'given-needs-proof',
      of: [String(from), String(later.size)],
    })
    const proof = await s.visitor().call(proveConsistency, { query: { from, to: later.size } })
    expect(await faultOf(parts, { checkpoint: later.note, proof: JSON.stringify(proof) })).toBeNull()
    const short = JSON.stringify({ ...proof, proof: proof.proof.slice(1) })
    expect((await faultOf(parts, { checkpoint: later.note, proof: short }))?.code).toBe('given-inconsistent')
    expect((await faultOf(parts, { checkpoint: later.note, proof: 'x' }))?.code).toBe('given-unreadable')
  })

  test('that was signed of another past is found, even where the operator signs both', async () => {
    const latest = (await findLatest(s.db))!
    const text = checkpointText({
      ...readCheckpointText(readNote(parts.get(PARTS.checkpoint)!.toString())!.text)!,
      root: sha256('rewritten'),
    })
    const rewritten = signedBy(await keysOfSite(), text)
    expect((await faultOf(parts, { checkpoint: rewritten }))?.code).toBe('given-inconsistent')
    expect((await faultOf(parts, { checkpoint: latest.note.replace('time 2', 'time 3') }))?.code).toBe(
      'given-unsigned',
    )
    expect((await faultOf(parts, { checkpoint: 'x' }))?.code).toBe('given-unreadable')
  })
})

const run = promisify(execFile)
const verify = (...args: string[]) =>
  run(process.execPath, ['scripts/verify.ts', ...args], { env: { PATH: process.env.PATH } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      said: stdout + stderr,
    }),
  )
const zipFile = async (parts: Parts, twice?: string) => {
  const file = join(folder, `${s.anId()}.zip`)
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name)
  if (twice) zip.addBuffer(Buffer.from('x'), twice)
  zip.end()
  await once(zip.outputStream.pipe(createWriteStream(file)), 'close')
  return file
}

test('npm run verify says it in plain words, in both languages, with an exit code', async () => {
  const parts = await take(it.student.first, it.id)
  const whole = await zipFile(parts)
  const zh = await verify(whole)
  expect(zh).toMatchObject({
    code: 0,
    said: expect.stringContaining(`就业协议书 ${it.number} 的证据包：全部相符。`),
  })
  const own = join(folder, 'own.txt')
  await writeFile(own, parts.get(PARTS.checkpoint)!)
  const en = await verify(whole, '--lang', 'en', '--checkpoint', own)
  expect(en).toMatchObject({ code: 0, said: expect.stringContaining('fits, all of it') })
  expect(en.said).toContain('one past with the checkpoint that you gave')
  const bytes = Buffer.from(parts.get(PARTS.facts)!)
  bytes[20]! ^= 1
  const wrong = await verify(await zipFile(new Map(parts).set(PARTS.facts, bytes)))
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('facts.json 被改动过') })
  expect(await verify(await zipFile(parts, PARTS.facts), '--lang', 'en')).toMatchObject({
    code: 1,
    said: expect.stringContaining('there are two files facts.json'),
  })
  expect(await verify(own)).toMatchObject({ code: 1, said: expect.stringContaining('不是 zip 文件') })
  expect(await verify(join(folder, 'none.zip'))).toMatchObject({ code: 2 })
  expect(await verify()).toMatchObject({ code: 2, said: expect.stringContaining('用法') })
})
