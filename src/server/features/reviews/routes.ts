import { type Expression, sql } from 'kysely'
import type { Queue } from '../../../contracts/desk.ts'
import * as contract from '../../../contracts/desk.ts'
import { dayInChina } from '../../../domain/day.ts'
import { levelOf, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { countAppeals } from '../absences/lists.ts'
import * as admissions from '../admissions/lists.ts'
import * as agreements from '../agreements/lists.ts'
import { countChecks } from '../checks/lists.ts'
import * as corrections from '../corrections/lists.ts'
import * as destinations from '../destinations/lists.ts'
import * as dissolutions from '../dissolutions/lists.ts'
import { countToLetIn } from '../fairs/entries.ts'
import { countObjections } from '../objections/lists.ts'
import { countReports } from '../post-reports/lists.ts'
import { countRequests } from '../privacy-requests/lists.ts'
import * as recommendations from '../recommendations/lists.ts'
import { countWaiting, scopeOf } from './queue.ts'

export const reviewRoutes: Slice = (app, services) => {
  app.route({
    ...contract.getDesk,
    handler: async (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { at } = read.acting
      // Whoever may call is a member of staff, and each has a level.
      const level = levelOf(read.person)!
      const mine = (table: Queue, due: Expression<boolean>) =>
        countWaiting(read, table, school, { due, queue: 'mine' })
      const ofEmployers = async () => {
        const [waiting, over] = await Promise.all([
          mine('admissions', sql<boolean>`c.waiting_for = ${level}`),
          countWaiting(read, 'admissions', school, {
            due: admissions.verificationOver('c', at),
            queue: 'all',
          }),
        ])
        return { ...waiting, verificationsOverdue: over.waiting }
      }
      const [ofAgreements, ofDissolutions, ofDestinations, ofCorrections, ofRecommendations, ...more] =
        await Promise.all([
          mine('agreements', agreements.waitsFor(level, 'c', at)),
          mine('dissolutions', dissolutions.waitsFor(level, 'c', at)),
          mine('destinations', sql<boolean>`c.waiting_for = ${level}`),
          mine('corrections', sql<boolean>`c.waiting_for = ${level}`),
          mine('recommendations', sql<boolean>`c.waiting_for = ${level}`),
          countWaiting(read, 'dissolutions', school, {
            due: dissolutions.answerDueOn(dayInChina(at), 'c'),
            queue: 'all',
          }),
          level === 'school' ? ofEmployers() : null,
          level === 'school' ? mine('posts', sql<boolean>`c.waiting_for = ${level}`) : null,
          level === 'school' ? mine('talks', sql<boolean>`c.waiting_for = ${level}`) : null,
          level === 'school' ? countToLetIn(read.db, school) : null,
          level === 'school' ? countAppeals(read.db, school, at) : null,
          level === 'school' ? countReports(read.db, school, at) : null,
          countChecks(read.db, { school, college: read.person.collegeId }, level),
          level === 'school' ? countObjections(read.db, school, at) : null,
          level === 'school' ? countRequests(read.db, school, read.person, at) : null,
        ])
      const [dueToday, ofAdmissions, ofPosts, ofTalks, ...further] = more
      const [fairEntries, absences, postReports, checks, objections, privacyRequests] = further
      return {
        agreements: ofAgreements,
        dissolutions: { ...ofDissolutions, answersDueToday: dueToday.waiting },
        destinations: ofDestinations,
        admissions: ofAdmissions,
        posts: ofPosts,
        talks: ofTalks,
        fairEntries,
        absences,
        postReports,
        checks,
        objections,
        privacyRequests,
        corrections: ofCorrections,
        recommendations: ofRecommendations,
      }
    },
  })

  app.route({
    ...contract.listOldest,
    handler: async (request) => {
      const read = reading(services, request)
      const of = { school: request.params.school }
      const first = { ...scopeOf(read, { queue: 'mine' }), q: '', page: 1, pageSize: contract.OLDEST }
      const { at, level } = read.acting
      const found = await Promise.all([
        agreements.listAgreements(read.db, of, first, at),
        dissolutions.listDissolutions(read.db, of, first, at),
        destinations.listDestinations(read.db, of, first, at),
        corrections.listCorrections(read.db, of, first, at),
        recommendations.listRecommendations(read.db, of, first, at),
        level === 'school'
          ? admissions.listAdmissions(
              read.db,
              of.school,
              { queue: 'mine', page: 1, pageSize: contract.OLDEST },
              at,
            )
          : null,
      ])
      const [ofAgreements, ofDissolutions, ofDestinations, ofCorrections, ofRecommendations, ofAdmissions] =
        found
      return {
        agreements: ofAgreements.items,
        dissolutions: ofDissolutions.items,
        destinations: ofDestinations.items,
        admissions: ofAdmissions?.items ?? null,
        corrections: ofCorrections.items,
        recommendations: ofRecommendations.items,
      }
    },
  })
}
