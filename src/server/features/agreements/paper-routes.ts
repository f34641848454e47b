import * as contract from '../../../contracts/paper-agreements.ts'
import { agreementLife, evolveAgreement } from '../../../domain/agreement.ts'
import { dayInChina } from '../../../domain/day.ts'
import { reasonsAgainstPlacing } from '../../../domain/eligibility.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { hashOf, record, stepLine } from '../../db/journal.ts'
import type { App } from '../../http/app.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { findEmployerByCode } from '../employers/queries.ts'
import { takeEvidence } from '../evidence/queries.ts'
import { tell } from '../notifications/tell.ts'
import { renamePlacement } from '../placements/queries.ts'
import { findRegistrant, refuseUnlessPlaceable } from '../students/registrant.ts'
import { formPaperAgreement, type Paper } from './forming.ts'
import { listAgreements } from './lists.ts'
import { noticesOf, waitsForReview } from './notices.ts'
import { presentAgreement } from './present.ts'
import * as agreements from './queries.ts'

/** What the paper says, checked: scans are there, the day has come, a known employer is called as it is registered. */
async function readPaper(tx: Tx, given: contract.PaperRegistration, at: Date): Promise<Paper> {
  const { employer, signedOn, terms, evidence } = given
  if (evidence.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  if (signedOn > dayInChina(at)) throw new Refusal('paper-day-in-future', { field: 'signedOn' })
  const known = await findEmployerByCode(tx, employer.creditCode)
  if (known && known.name !== employer.name)
    throw new Refusal('employer-name-mismatch', { field: 'employer.name', name: known.name })
  return { employer: { ...employer, id: known?.id ?? null }, signedOn, terms }
}

const journaled = ({ employer, signedOn, terms }: Paper, files: readonly string[]) => ({
  employer: employer.name,
  creditCode: employer.creditCode,
  signedOn,
  termsHash: hashOf(terms),
  evidence: files.join(' '),
})

/** 纸质签约: the student registers and corrects; the reviews, and cancelling, are the agreements' own acts. */
export function paperRoutes(app: App, { db, now, jobs }: Services) {
  app.route({
    ...contract.listMyPaper,
    handler: async (request) => {
      const { school } = request.params
      const studentId = personOf(request).studentId!
      const [page, { facts }] = await Promise.all([
        listAgreements(db, { school, studentId, kind: 'paper' }, { q: '', ...request.query }, now()),
        findRegistrant(db, school, studentId),
      ])
      return { ...page, reasons: reasonsAgainstPlacing(facts, null) }
    },
  })

  app.route({
    ...contract.findEmployerByCreditCode,
    handler: async ({ params }) => ({
      name: (await findEmployerByCode(db, params.creditCode))?.name ?? null,
    }),
  })

  app.route({
    ...contract.registerPaper,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const { school } = request.params
        const { evidence } = request.body
        const at = now()
        const student = await findRegistrant(tx, school, person.studentId!)
        const paper = await readPaper(tx, request.body, at)
        refuseUnlessPlaceable(student, paper.employer.name)
        const formed = await formPaperAgreement(tx, school, student, paper, at)
        const files = await takeEvidence(
          tx,
          { school, subject: `agreement:${formed.id}`, ids: evidence, userId: person.userId },
          at,
        )
        await record(tx, [
          stepLine(
            'agreement',
            formed,
            { action: 'register', from: null, to: 'in_review', reason: null, at },
            actorOf(request),
            { number: formed.number, version: 1, ...journaled(paper, files) },
          ),
        ])
        await tell(tx, jobs, school, [waitsForReview(formed, formed.levels[0]!)], at)
        return presentAgreement(tx, await agreements.findAgreement(tx, formed, person), person, at)
      }),
  })

  app.route({
    ...contract.correctPaper,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const { seenVersion, evidence } = request.body
        const key = request.params
        const at = now()
        const before = await agreements.lockAgreement(tx, key, person)
        const step = agreementLife.decide(before, { action: 'correct', role: 'student', seenVersion, at })
        const paper = await readPaper(tx, request.body, at)
        const student = await findRegistrant(tx, key.school, before.studentId)
        // The place is the student's own already; R19 holds for what is corrected too.
        const facts = { ...student.facts, placement: null }
        refuseUnlessPlaceable({ ...student, facts }, paper.employer.name)
        const after = evolveAgreement(before, step, 'student')
        await agreements.saveAgreement(tx, before, after, step, null)
        await agreements.replacePaper(tx, before, paper, at)
        const slot = { school: key.school, studentId: before.studentId, ref: key.id }
        if (paper.employer.name !== before.snapshot.employer.name)
          await renamePlacement(tx, slot, paper.employer.name)
        const files = await takeEvidence(
          tx,
          { school: key.school, subject: `agreement:${key.id}`, ids: evidence, userId: person.userId },
          at,
        )
        await record(tx, [
          stepLine('agreement', key, step, actorOf(request), {
            version: seenVersion,
            ...journaled(paper, files),
          }),
        ])
        await tell(tx, jobs, key.school, noticesOf(after, step, 'student'), at)
        return presentAgreement(tx, await agreements.findAgreement(tx, key, person), person, at)
      }),
  })
}
