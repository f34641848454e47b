import * as contract from '../../../contracts/dissolutions.ts'
import {
  type DissolutionAction,
  dissolutionStatusAt,
  groundsClosed,
  groundsOffered,
  needsEvidence,
  reasonsAgainstAskingAtAll,
} from '../../../domain/dissolution.ts'
import { maskName } from '../../../domain/identifiers.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction } from '../../db/database.ts'
import type { App } from '../../http/app.ts'
import { actorOf, personOf, roleOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { countAttempt } from '../accounts/attempts.ts'
import { findAgreement } from '../agreements/queries.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { levelOf } from '../reviews/levels.ts'
import { listColleges, rulesOf } from '../schools/queries.ts'
import { actOn, ask } from './acts.ts'
import { findAskingFacts } from './asking.ts'
import { listDissolvable } from './dissolvable.ts'
import { countDissolutionsByStatus, listDissolutions } from './lists.ts'
import { presentDissolution } from './present.ts'
import * as dissolutions from './queries.ts'

export function dissolutionRoutes(app: App, { db, now, jobs }: Services) {
  app.route({
    ...contract.listMyDissolvable,
    handler: async (request) => {
      const { employer: q, ...paging } = request.query
      const of = { school: request.params.school, studentId: personOf(request).studentId! }
      return listDissolvable(db, of, { q, ...paging }, now())
    },
  })

  app.route({
    ...contract.listDissolvable,
    handler: async (request) =>
      listDissolvable(db, { employerId: personOf(request).employer!.id }, request.query, now()),
  })

  app.route({
    ...contract.listEmployerDissolutions,
    handler: async (request) =>
      listDissolutions(db, { employerId: personOf(request).employer!.id }, request.query, now()),
  })

  app.route({
    ...contract.listDissolutions,
    handler: async (request) => {
      const person = personOf(request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const waitingFor = queue === 'mine' ? levelOf(person) : undefined
      const at = now()
      const [page, counts, colleges] = await Promise.all([
        listDissolutions(db, { school }, { ...filter, college: person.collegeId ?? college, waitingFor }, at),
        countDissolutionsByStatus(db, school, person.collegeId, at),
        listColleges(db, school, person.collegeId),
      ])
      return { ...page, counts, colleges }
    },
  })

  app.route({
    ...contract.getDissolutionOffer,
    handler: async (request) => {
      const person = personOf(request)
      const side = roleOf(person)
      if (side === 'reviewer') throw new Refusal('not-your-turn')
      const agreement = await findAgreement(db, request.params, person)
      const { facts, settings } = await findAskingFacts(db, agreement, side)
      const { id, number, kind, status, version, snapshot, terms } = agreement
      return {
        agreement: { id, number, kind, status, version },
        employerName: snapshot.employer.name,
        student: snapshot.student,
        penalty: terms.penalty,
        grounds: groundsOffered(facts, side, terms.clauses, now()).map((ground) => ({
          ...ground,
          evidenceNeeded: needsEvidence(ground.kind),
        })),
        closed: groundsClosed(facts, side, terms.clauses, now()),
        reasons: reasonsAgainstAskingAtAll(facts, side, now()),
        rules: rulesOf(settings),
        breaches: side === 'student' ? facts.breaches : null,
      }
    },
  })

  app.route({
    ...contract.askDissolution,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const key = await ask(tx, jobs, request.params, request.body, person, actorOf(request), now())
        return presentDissolution(tx, await dissolutions.findDissolution(tx, key, person), person, now())
      }),
  })

  app.route({
    ...contract.askDissolutions,
    handler: (request) => {
      const person = personOf(request)
      return eachAlone(db, request, request.body.items, (tx, { school, id, ...asked }) =>
        ask(tx, jobs, { school, id }, { ...asked, evidence: [] }, person, actorOf(request), now()),
      )
    },
  })

  app.route({
    ...contract.getDissolution,
    handler: async (request) => {
      const person = personOf(request)
      return presentDissolution(
        db,
        await dissolutions.findDissolution(db, request.params, person),
        person,
        now(),
      )
    },
  })

  const acts: readonly (readonly [DissolutionAction, contract.DissolutionActEndpoint])[] = [
    ['agree', contract.agreeDissolution],
    ['refuse', contract.refuseDissolution],
    ['withdraw', contract.withdrawDissolution],
    ['correct', contract.correctDissolution],
    ['accept-evidence', contract.acceptDissolutionEvidence],
    ['pass', contract.passDissolution],
    ['reject', contract.rejectDissolution],
  ]
  for (const [action, endpoint] of acts) {
    app.route({
      ...endpoint,
      handler: (request) =>
        inTransaction(db, async (tx) => {
          const person = personOf(request)
          await actOn(tx, jobs, request.params, action, request.body, person, actorOf(request), now())
          const after = await dissolutions.findDissolution(tx, request.params, person)
          return presentDissolution(tx, after, person, now())
        }),
    })
  }

  app.route({
    ...contract.passDissolutions,
    handler: (request) => {
      const person = personOf(request)
      const { school } = request.params
      return eachAlone(db, request, request.body.items, (tx, { id, seenVersion }) =>
        actOn(tx, jobs, { school, id }, 'pass', { seenVersion }, person, actorOf(request), now()),
      )
    },
  })

  app.route({
    ...contract.getDissolutionProof,
    handler: async (request) => {
      // A code is not to be found by trying, but trying is counted all the same.
      await countAttempt(db, 'address', `proof:${request.ip}`, now())
      const { school, code } = request.params
      const proof = await dissolutions.findProof(db, school, code)
      return {
        schoolName: proof.name,
        maskedStudentName: maskName(proof.snapshot.student.name),
        employerName: proof.snapshot.employer.name,
        number: proof.number,
        status: dissolutionStatusAt(proof, now()),
        askedAt: proof.askedAt.toISOString(),
        endedAt: proof.endedAt?.toISOString() ?? null,
        serverTime: now().toISOString(),
      }
    },
  })
}
