import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/corrections.ts'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnCorrection,
  type CorrectionCommand,
  resubmitCorrection,
  submitCorrection,
} from '../../../domain/correction/acts.ts'
import { type CorrectionCase, type CorrectionChange, correctionRef } from '../../../domain/correction/case.ts'
import { reasonsAgainstSubmitting } from '../../../domain/correction/eligibility.ts'
import { oftenOf } from '../../../domain/often.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { actingOn } from '../../../domain/review.ts'
import { carryOut } from '../../cases/carry-out.ts'
import { inTransaction } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { countByStatus, queued, scopeOf } from '../reviews/queue.ts'
import { findRoster, lockRoster } from '../students/roster-values.ts'
import { findFactsOf, lockWithStudent } from './facts.ts'
import { findCorrectionNeighbours, findOpen, listCorrections } from './lists.ts'
import { headed, presentCorrection, presentRoster } from './present.ts'
import { findCorrection, findStanding } from './queries.ts'
import { findTables } from './tables.ts'

async function act(of: Doing, key: Key, command: CorrectionCommand) {
  const { before, roster } = await lockWithStudent(of, key)
  const facts = await findFactsOf(of.tx, before, roster, of.secrets)
  const acting = actingOn(of.acting, of.person.collegeId, before)
  const outcome = actOnCorrection({ before, ...facts }, command, acting)
  await carryOut(of, outcome)
  return { outcome, facts }
}

/** As its author sees it next: what the roster says is asked anew where the act has asked for something else. */
async function shownAfter(
  of: Doing,
  { changes }: Outcome<CorrectionChange>,
  roster: Awaited<ReturnType<typeof findRoster>>['roster'],
) {
  const { after } = changes.at(-1)!
  return presentCorrection(readingIn(of), after, await findFactsOf(of.tx, after, roster, of.secrets))
}

export const correctionRoutes: Slice = (app, services) => {
  const { secrets, printed } = services

  app.route({
    ...contract.listMyCorrections,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const of = { school: request.params.school, studentId: person.studentId! }
      const [page, open, { submittedAt, ...standing }, tables, { roster, settings }] = await Promise.all([
        listCorrections(db, of, request.query, acting.at),
        findOpen(db, of, acting.at),
        findStanding(db, of.school, of.studentId),
        findTables(db),
        findRoster(db, { school: of.school, id: of.studentId }, secrets),
      ])
      const fields = settings.correctable
      return {
        ...page,
        open,
        fields: presentRoster(roster, tables, fields),
        reasons: reasonsAgainstSubmitting(
          { ...standing, asked: oftenOf(settings.correctionLimit, submittedAt), fields },
          acting.at,
        ),
      }
    },
  })

  app.route({
    ...contract.submitCorrection,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const studentId = of.person.studentId!
        const { roster, settings, ...student } = await lockRoster(of.tx, { school, id: studentId }, secrets)
        const { open, submittedAt } = await findStanding(of.tx, school, studentId)
        const facts = {
          open,
          asked: oftenOf(settings.correctionLimit, submittedAt),
          roster,
          tables: { ...(await findTables(of.tx)), printed },
          fields: settings.correctable,
          student: {
            ...student,
            schoolId: school,
            id: uuidv7(),
            studentId,
            levels: settings.correctionLevels,
          },
        }
        const outcome = submitCorrection(facts, request.body, of.acting)
        await carryOut(of, outcome)
        return shownAfter(of, outcome, roster)
      }),
  })

  const { resubmit, ...simple } = contract.correctionActs
  app.route({
    ...resubmit,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { before, roster, settings } = await lockWithStudent(of, request.params)
        const tables = { ...(await findTables(of.tx)), printed }
        const facts = { before, roster, tables, fields: settings.correctable }
        const outcome = resubmitCorrection(facts, request.body, of.acting)
        await carryOut(of, outcome)
        return shownAfter(of, outcome, roster)
      }),
  })

  app.route({
    ...contract.listCorrections,
    handler: (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return queued(read, school, {
        page: listCorrections(read.db, { school }, asked, read.acting.at),
        counts: countByStatus(read, 'corrections', school),
      })
    },
  })

  app.route({
    ...contract.getCorrectionNeighbours,
    handler: (request) => {
      const read = reading(services, request)
      const { queue, college, at, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return findCorrectionNeighbours(read, placeOf(request.params, at), asked)
    },
  })

  app.route({
    ...contract.getCorrection,
    handler: async (request) => {
      const read = reading(services, request)
      const found = await findCorrection(read.db, request.params, read.person, secrets)
      const { roster } = await findRoster(read.db, studentOf(found), secrets)
      return presentCorrection(read, found, await findFactsOf(read.db, found, roster, secrets))
    },
  })

  for (const action of Object.keys(simple) as (keyof typeof simple)[])
    app.route({
      ...simple[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          const { outcome, facts } = await act(of, request.params, { ...request.body, action })
          return presentCorrection(readingIn(of), outcome.changes.at(-1)!.after, facts)
        }),
    })

  app.route({
    ...contract.passCorrections,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'pass', seenVersion }),
      )
    },
  })

  // Numbers whole are kept nowhere, so this does not go through `doing`.
  app.route({
    ...contract.unmaskCorrection,
    handler: async (request) => {
      await countUse(services, 'unmaskings', personOf(request).userId, services.now())
      return inTransaction(services.db, async (tx) => {
        const { school } = request.params
        const { changes, ...of } = await findCorrection(tx, request.params, personOf(request), secrets)
        await record(tx, [
          {
            school,
            subject: subjectOf(correctionRef(of)),
            action: 'correction.unmask',
            at: services.now(),
            actor: actorOf(request),
            from: of.status,
            to: of.status,
            reason: request.body.reason,
            data: { version: of.version },
          },
        ])
        return {
          changes: changes.map(({ field, from, to }) => ({
            ...headed(field),
            from: from.value,
            to: to.value,
          })),
        }
      })
    },
  })
}

const studentOf = ({ schoolId, studentId }: CorrectionCase): Key => ({ school: schoolId, id: studentId })
