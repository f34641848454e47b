import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/resumes.ts'
import { completenessOf } from '../../../domain/resume/completeness.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { type Doing, doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import * as acts from './acts.ts'
import { listLooksAt } from './looks.ts'
import { presentSnapshot } from './present.ts'
import { sendPrinted } from './printing.ts'
import { findCurrent } from './queries.ts'
import { findSharing, listVersions } from './versions.ts'

const A_PAGE = 20

/** 我的简历: versions of a student's résumé, who may see them, and who has. */
export const resumeRoutes: Slice = (app, services) => {
  const { db, secrets } = services
  const studentOf = ({ person }: Pick<Reading, 'person'>, school: string) => ({
    school,
    id: person.studentId!,
  })

  const presentAll = async (of: Pick<Reading, 'db' | 'person'>, school: string) => {
    const student = studentOf(of, school)
    const [versions, { ordinaryId, ...sharing }] = await Promise.all([
      listVersions(of.db, student, secrets),
      findSharing(of.db, student),
    ])
    const items = versions.map((one) => {
      const { percent, lacking } = completenessOf(one)
      return {
        id: one.id,
        resumeName: one.name,
        version: one.version,
        changedAt: one.changedAt.toISOString(),
        isOrdinary: one.id === ordinaryId,
        percent,
        lacking: [...lacking],
      }
    })
    return { items, sharing }
  }

  const presentOne = async (of: Pick<Reading, 'db' | 'person'>, school: string, id: string) => {
    const student = studentOf(of, school)
    const [snapshot, all] = await Promise.all([
      findCurrent(of.db, student, id, secrets),
      presentAll(of, school),
    ])
    const row = all.items.find((one) => one.id === id)!
    return { ...(await presentSnapshot(of.db, snapshot)), ...row, sharing: all.sharing }
  }

  app.route({
    ...contract.listResumes,
    handler: (request) => presentAll(reading(services, request), request.params.school),
  })

  app.route({
    ...contract.getResume,
    handler: (request) => presentOne(reading(services, request), request.params.school, request.params.id),
  })

  app.route({
    ...contract.startResume,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        return presentOne(readingIn(of), school, await acts.start(of, school, request.body.resumeName))
      }),
  })

  app.route({
    ...contract.saveResume,
    handler: async (request) => {
      const { school, id } = request.params
      const { person } = reading(services, request)
      const { photo } = request.body.resume.files
      const portrait = await acts.portraitIn(services, { school, id }, person, photo)
      return doing(services, request, async (of) => {
        await acts.save(of, { school, id }, request.body, portrait)
        return presentOne(readingIn(of), school, id)
      })
    },
  })

  /** An act on one version, after which all are shown. */
  const acted = (request: FastifyRequest<{ Params: Key }>, act: (of: Doing, key: Key) => Promise<void>) =>
    doing(services, request, async (of) => {
      await act(of, request.params)
      return presentAll(readingIn(of), request.params.school)
    })

  app.route({
    ...contract.resumeActs.copy,
    handler: (request) => acted(request, (of, key) => acts.copy(of, key, request.body.resumeName)),
  })
  app.route({
    ...contract.resumeActs.rename,
    handler: (request) => acted(request, (of, key) => acts.rename(of, key, request.body.resumeName)),
  })
  app.route({
    ...contract.resumeActs['make-ordinary'],
    handler: (request) => acted(request, acts.makeOrdinary),
  })
  app.route({ ...contract.removeResume, handler: (request) => acted(request, acts.remove) })

  app.route({
    ...contract.printResume,
    handler: async (request, reply) => {
      const { person } = reading(services, request)
      const { school, id } = request.params
      const of = await findCurrent(db, { school, id: person.studentId! }, id, secrets)
      const from = { table: 'resumes', key: request.params } as const
      return sendPrinted(services, reply, { of, from }, request.query.language)
    },
  })

  app.route({
    ...contract.saveSharing,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { seenVersion, resumeAudience: audience, contactFrom } = request.body
        await acts.share(of, school, seenVersion, { audience, contactFrom })
        return presentAll(readingIn(of), school)
      }),
  })

  app.route({
    ...contract.listLooks,
    handler: async (request) => {
      const read = reading(services, request)
      const student = studentOf(read, request.params.school)
      const after = markFrom(request.query.after)
      const { page, next } = await listLooksAt(read.db, student, after, A_PAGE)
      return {
        items: page.map(({ employer, resumeName, version, lookedAt }) => ({
          employer,
          resumeName,
          version,
          lookedAt: lookedAt.toISOString(),
        })),
        next: next && markText(next),
      }
    },
  })
}
