import * as contract from '../../../contracts/agreements.ts'
import { refusalText } from '../../../contracts/refusal-words.ts'
import {
  type AgreementAction,
  agreementLife,
  evolveAgreement,
  HOLDS_PLACEMENT,
} from '../../../domain/agreement.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { App } from '../../app.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { type Actor, hashOf, record, stepLine } from '../../db/journal.ts'
import { actorOf, personOf, roleOf } from '../../identity.ts'
import { languageOf } from '../../problems.ts'
import type { Services } from '../../services.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'
import { leavePlacement } from '../placements/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { countByStatus, listAgreements } from './lists.ts'
import { IS_REVIEW, presentAgreement, reviewsNow } from './present.ts'
import * as agreements from './queries.ts'

type Act = { seenVersion: number; reason?: string | undefined; terms?: Terms; termsHash?: string }

/** Every act on an agreement: lock, decide, save, free the place where it ends, journal. */
async function actOn(
  tx: Tx,
  key: Key,
  action: AgreementAction,
  act: Act,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const before = await agreements.lockAgreement(tx, key, person)
  const role = roleOf(person)
  const { seenVersion, reason = '' } = act
  const step = agreementLife.decide(before, { action, role, seenVersion, reason, at })
  if (IS_REVIEW.includes(action) && !reviewsNow(before, person))
    throw new Refusal('reviewed-at-another-level')
  if (act.terms && hashOf(act.terms) === before.termsHash) throw new Refusal('nothing-changed')
  if (act.termsHash && act.termsHash !== before.amendmentHash) {
    throw new Refusal('content-changed', { version: before.version })
  }
  const after = evolveAgreement(before, step, role)
  await agreements.saveAgreement(tx, before, after, step, act.terms ?? before.amendmentTerms)
  if (!HOLDS_PLACEMENT.includes(after.status)) {
    await leavePlacement(tx, { ...key, agreementId: key.id, studentId: before.studentId })
  }
  const termsHash = act.terms ? hashOf(act.terms) : (before.amendmentHash ?? before.termsHash)
  const level = IS_REVIEW.includes(action) ? (before.levels[before.level] ?? null) : null
  await record(tx, [stepLine('agreement', key, step, actor, { version: seenVersion, termsHash, level })])
  return after
}

export function agreementRoutes(app: App, { db, now }: Services) {
  app.route({
    ...contract.listReviews,
    handler: async (request) => {
      const person = personOf(request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const level = person.staffRole === 'college_reviewer' ? ('college' as const) : ('school' as const)
      const scope = person.collegeId ?? college
      const [page, counts, colleges] = await Promise.all([
        listAgreements(
          db,
          { school },
          { ...filter, college: scope, waitingFor: queue === 'mine' ? level : undefined },
        ),
        countByStatus(db, school, person.collegeId),
        listColleges(db, school),
      ])
      return {
        ...page,
        counts,
        colleges: colleges.filter(({ id }) => !person.collegeId || id === person.collegeId),
      }
    },
  })

  app.route({
    ...contract.listSignedStudents,
    handler: async (request) =>
      listAgreements(db, { employerId: personOf(request).employer!.id }, request.query),
  })

  app.route({
    ...contract.getAgreement,
    handler: async (request) => {
      const person = personOf(request)
      return presentAgreement(db, await agreements.findAgreement(db, request.params, person), person, now())
    },
  })

  const acts: readonly (readonly [AgreementAction, contract.ActEndpoint])[] = [
    ['pass', contract.passAgreement],
    ['return', contract.returnAgreement],
    ['reject', contract.rejectAgreement],
    ['propose-amendment', contract.proposeAmendment],
    ['accept-amendment', contract.acceptAmendment],
    ['decline-amendment', contract.declineAmendment],
    ['ask-cancellation', contract.askCancellation],
    ['confirm-cancellation', contract.confirmCancellation],
    ['decline-cancellation', contract.declineCancellation],
    ['fulfil', contract.fulfilAgreement],
  ]
  for (const [action, endpoint] of acts) {
    app.route({
      ...endpoint,
      handler: (request) =>
        inTransaction(db, async (tx) => {
          const person = personOf(request)
          await actOn(tx, request.params, action, request.body, person, actorOf(request), now())
          return presentAgreement(
            tx,
            await agreements.findAgreement(tx, request.params, person),
            person,
            now(),
          )
        }),
    })
  }

  app.route({
    ...contract.passAgreements,
    handler: async (request) => {
      const person = personOf(request)
      const actor = actorOf(request)
      const { school } = request.params
      const results: { id: string; passed: boolean; code: string | null; title: string | null }[] = []
      for (const { id, seenVersion } of request.body.items) {
        try {
          await inTransaction(db, (tx) =>
            actOn(tx, { school, id }, 'pass', { seenVersion }, person, actor, now()),
          )
          results.push({ id, passed: true, code: null, title: null })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          const title = refusalText(error.code, languageOf(request), error.details)
          results.push({ id, passed: false, code: error.code, title })
        }
      }
      return { results }
    },
  })
}
