import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/jobs.ts'
import { type Doing, doing, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { lockRoster } from '../students/roster-values.ts'
import { addSearch, changeDigest, listSaved, lookAt, removeSaved } from './queries.ts'

/** What students seek, kept under names, with what has come since they looked. */
export const savedSearchRoutes: Slice = (app, services) => {
  const listed = async ({ tx, person, acting }: Doing, school: string) => ({
    items: await listSaved(tx, { school, id: person.studentId! }, acting.at),
  })

  app.route({
    ...contract.listSearches,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const student = { school: request.params.school, id: person.studentId! }
      return { items: await listSaved(db, student, acting.at) }
    },
  })

  app.route({
    ...contract.saveSearch,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { searchName: name, ...saved } = request.body
        const student = { school, id: of.person.studentId! }
        await lockRoster(of.tx, student, of.secrets)
        await addSearch(of.tx, student, { id: uuidv7(), name, ...saved }, of.acting.at)
        return listed(of, school)
      }),
  })

  app.route({
    ...contract.lookAtSearch,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school, id } = request.params
        await lookAt(of.tx, { school, id: of.person.studentId! }, id, of.acting.at)
        return listed(of, school)
      }),
  })

  app.route({
    ...contract.setDigest,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school, id } = request.params
        await changeDigest(of.tx, { school, id: of.person.studentId! }, { id, ...request.body }, of.acting.at)
        return listed(of, school)
      }),
  })

  app.route({
    ...contract.removeSearch,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school, id } = request.params
        await removeSaved(of.tx, { school, id: of.person.studentId! }, id)
        return listed(of, school)
      }),
  })
}
