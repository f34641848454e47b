import * as contract from '../../../contracts/dissolutions.ts'
import { groundsClosed, groundsOffered, reasonsAgainstAsking } from '../../../domain/dissolution/asking.ts'
import { needsEvidence } from '../../../domain/dissolution/grounds.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findAskingFacts } from '../agreements/asking-facts.ts'
import { findAgreement } from '../agreements/queries.ts'
import { noticeShown } from '../notice-texts/present.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { countByStatus, queued, scopeOf } from '../reviews/queue.ts'
import { act, ask } from './acts.ts'
import { listDissolvable } from './dissolvable.ts'
import { findDissolutionNeighbours, listDissolutions, statusAt } from './lists.ts'
import { presentDissolution } from './present.ts'
import { findDissolution } from './queries.ts'

export const dissolutionRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyDissolvable,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      const { employer: q, ...paging } = request.query
      const of = { school: request.params.school, studentId: person.studentId! }
      return listDissolvable(db, of, { q, ...paging }, acting.at)
    },
  })

  app.route({
    ...contract.listDissolvable,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listDissolvable(db, { employerId: person.employer!.id }, request.query, acting.at)
    },
  })

  app.route({
    ...contract.listEmployerDissolutions,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listDissolutions(db, { employerId: person.employer!.id }, request.query, acting.at)
    },
  })

  app.route({
    ...contract.listDissolutions,
    handler: (request) => {
      const read = reading(services, request)
      const { at } = read.acting
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return queued(read, school, {
        page: listDissolutions(read.db, { school }, asked, at),
        counts: countByStatus(read, 'dissolutions', school, statusAt('c', at)),
      })
    },
  })

  app.route({
    ...contract.getDissolutionOffer,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { role: side, at } = acting
      if (side !== 'student' && side !== 'employer') throw new Refusal('not-your-turn')
      const agreement = await findAgreement(db, request.params, person)
      const { facts, notice } = await findAskingFacts(db, agreement, side)
      const { id, number, kind, status, version, snapshot, terms } = agreement
      return {
        agreement: { id, number, kind, status, version },
        employerName: snapshot.employer.name,
        student: snapshot.student,
        penalty: terms.penalty,
        grounds: groundsOffered(facts, side, terms.clauses, at).map((ground) => ({
          ...ground,
          evidenceNeeded: needsEvidence(ground.kind),
        })),
        closed: groundsClosed(facts, side, terms.clauses, at),
        reasons: reasonsAgainstAsking(facts, side, null, at),
        rules: facts.rules,
        notice: noticeShown(notice),
        breaches: side === 'student' ? facts.breaches : null,
      }
    },
  })

  app.route({
    ...contract.askDissolution,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const id = await ask(of, request.params, request.body)
        return presentDissolution(readingIn(of), await findDissolution(of.tx, { school, id }, of.person))
      }),
  })

  app.route({
    ...contract.askDissolutions,
    handler: (request) =>
      eachAlone(services, request, request.body.items, (of, { school, id, ...asked }) =>
        ask(of, { school, id }, { ...asked, evidence: [] }),
      ),
  })

  app.route({
    ...contract.getDissolutionNeighbours,
    handler: (request) => {
      const read = reading(services, request)
      const { queue, college, at, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return findDissolutionNeighbours(read, placeOf(request.params, at), asked)
    },
  })

  app.route({
    ...contract.getDissolution,
    handler: async (request) => {
      const read = reading(services, request)
      return presentDissolution(read, await findDissolution(read.db, request.params, read.person))
    },
  })

  const acts = contract.dissolutionActs
  for (const action of Object.keys(acts) as (keyof typeof acts)[])
    app.route({
      ...acts[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          await act(of, request.params, { ...request.body, action })
          const after = await findDissolution(of.tx, request.params, of.person)
          return presentDissolution(readingIn(of), after)
        }),
    })

  app.route({
    ...contract.passDissolutions,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'pass', seenVersion }),
      )
    },
  })
}
