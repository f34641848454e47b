import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/resumes.ts'
import { maskName } from '../../../domain/identifiers.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { asEmployersRead } from '../../../domain/resume/standing.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { type Reading, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findAdmission, holdAdmission } from '../admissions/standing.ts'
import { namesOf } from '../posts/names.ts'
import { findShown, listShown } from './found.ts'
import { recordLook } from './looks.ts'
import { presentSnapshot } from './present.ts'
import { type ResumeToSend, sendAttachment, sendPortrait, sendPrinted } from './printing.ts'
import { findCurrent } from './queries.ts'

const A_PAGE = 20

/** Résumés that students show to the employers which their school admits; whoever looks is told of to the student. */
export const shownResumeRoutes: Slice = (app, services) => {
  const { db, secrets } = services

  const refuseUnlessAdmitted = ({ admitted }: { readonly admitted: boolean }, { person }: Reading) => {
    if (!admitted) throw new Refusal('employer-not-admitted', { employer: person.employer!.name })
  }

  /**
   * The look is kept before anything is answered, where the school admits the employer now: whoever is suspending it waits
   * for this look, or this one sees nothing.
   */
  const look = (read: Reading, { school, id }: Key) =>
    inTransaction(db, async (tx) => {
      const viewer = { userId: read.person.userId, employerId: read.person.employer!.id }
      refuseUnlessAdmitted(await holdAdmission(tx, school, viewer.employerId), read)
      const { studentId, contactFrom, shownAt } = await findShown(tx, { school, id })
      const of = await findCurrent(tx, { school, id: studentId }, id, secrets)
      await recordLook(tx, school, of, viewer, read.acting.at)
      return { of: asEmployersRead(of, contactFrom, 'found'), shownAt }
    })

  app.route({
    ...contract.findResumes,
    handler: async (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { after, majorCode: major, ...sought } = request.query
      refuseUnlessAdmitted(await findAdmission(db, school, read.person.employer!.id), read)
      const { items, next } = await listShown(db, school, { ...sought, major }, markFrom(after), A_PAGE)
      const names = await namesOf(
        db,
        items.map(({ wish }) => wish),
      )
      return {
        items: items.map(({ id, name, level, major, graduationYear, wish, shownAt }) => ({
          id,
          maskedName: maskName(name),
          education: { level, major, graduationYear },
          wish: { ...wish, regions: [...wish.regions] },
          shownAt: shownAt.toISOString(),
        })),
        next: next && markText(next),
        names,
      }
    },
  })

  app.route({
    ...contract.readResume,
    handler: async (request) => {
      const { of, shownAt } = await look(reading(services, request), request.params)
      return { id: request.params.id, shownAt: shownAt.toISOString(), ...(await presentSnapshot(db, of)) }
    },
  })

  const toSend = async (request: FastifyRequest<{ Params: Key }>): Promise<ResumeToSend> => {
    const { of } = await look(reading(services, request), request.params)
    return { of, from: { table: 'resumes', key: request.params } }
  }

  app.route({
    ...contract.resumeFiles.pdf,
    handler: async (request, reply) =>
      sendPrinted(services, reply, await toSend(request), request.query.language),
  })
  app.route({
    ...contract.resumeFiles.photo,
    handler: async (request, reply) => sendPortrait(services, reply, await toSend(request)),
  })
  app.route({
    ...contract.resumeFiles.attachment,
    handler: async (request, reply) => sendAttachment(services, reply, await toSend(request)),
  })
}
