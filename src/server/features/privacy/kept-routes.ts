import type { FastifyRequest } from 'fastify'
import { getKept, getKeptPage, type Kept } from '../../../contracts/privacy.ts'
import { CASE_KINDS } from '../../../domain/case.ts'
import { CASES } from '../../cases/all.ts'
import { personOf } from '../../http/person.ts'
import { languageOf } from '../../http/problems.ts'
import type { Slice } from '../../http/slice.ts'
import { findKept } from './kept.ts'
import { keptPage } from './kept-page.ts'

export const keptRoutes: Slice = (app, { db, now, secrets }) => {
  const tables = Object.fromEntries(CASE_KINDS.map((kind) => [kind, CASES[kind].table]))
  const keptOf = async (request: FastifyRequest): Promise<Kept> => {
    const { userId, studentId, school, name, login } = personOf(request)
    const found = await findKept(db, { userId, studentId, school: school?.code ?? null }, { secrets, tables })
    return { name, login, madeAt: now().toISOString(), ...found }
  }

  app.route({ ...getKept, handler: keptOf })

  app.route({
    ...getKeptPage,
    handler: async (request, reply) =>
      reply
        .header('content-disposition', 'attachment; filename="my-data.html"')
        .type('text/html; charset=utf-8')
        .send(keptPage(await keptOf(request), languageOf(request))),
  })
}
