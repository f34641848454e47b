import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OwnSeal } from '../../../contracts/seals.ts'
import * as contract from '../../../contracts/seals.ts'
import { sealsBorne } from '../../../domain/agreement/seals.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { MOST_SEAL_BYTES } from '../../../domain/seal/picture.ts'
import type { SealChoice, SealMark, SealPicture } from '../../../domain/seal/seal.ts'
import { mayChangeSettings } from '../../../domain/settings.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Owner } from '../../db/owner.ts'
import type { Paging } from '../../db/page.ts'
import { type Bounds, hangUpOnSilence, receiveBody, takeStreams, tooLarge } from '../../http/body-stream.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import { type Person, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { factsOf } from '../agreements/document.ts'
import { findAgreement } from '../agreements/queries.ts'
import { findDestination } from '../destinations/queries.ts'
import { findDissolution } from '../dissolutions/queries.ts'
import { findSeal, sealIn } from '../documents/queries.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { countUpload } from '../evidence/uploads.ts'
import { findRecommendation } from '../recommendations/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { type ChosenSeal, drawSeal, setSeal } from './acts.ts'
import { findCurrent, findOwnPicture, findPicture, pageOfSeals } from './queries.ts'

const BOUNDS: Bounds = {
  mostBytes: MOST_SEAL_BYTES,
  empty: 'evidence-empty',
  tooLarge: 'evidence-too-large',
  brokenOff: 'evidence-broken-off',
}

/** A version stays what it is, and is nobody's but who may see it. */
const sendPicture = (reply: FastifyReply, { mediaType, bytes }: SealPicture, isVersion: boolean) =>
  reply
    .type(mediaType)
    .header('content-security-policy', `${HARMLESS}; sandbox`)
    .header('cache-control', isVersion ? 'private, max-age=31536000, immutable' : 'no-store')
    .send(bytes)

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > BOUNDS.mostBytes) throw tooLarge(BOUNDS)
    parts.push(chunk)
  }
  if (size === 0) throw new Refusal(BOUNDS.empty)
  return Buffer.concat(parts)
}

/** Whose it is, for whoever reads. */
type Of = { readonly owner: Owner; readonly name: string; readonly mayChange: boolean }

/** The same page for both kinds of owner. */
const present = async ({ db }: Reading, { owner, name, mayChange }: Of, paging: Paging): Promise<OwnSeal> => {
  const [current, versions] = await Promise.all([findCurrent(db, owner), pageOfSeals(db, owner, paging)])
  return { ...versions, current, name, mayChange }
}
const FIRST: Paging = { page: 1, pageSize: 20 }

type FindMark = (db: Db, key: Key, person: Person) => Promise<SealMark | null | undefined>

/** Which seal each bears, as its reader finds it. */
const BORNE: Record<keyof typeof contract.borneSeal, FindMark> = {
  employer: async (db, key, person) => {
    const facts = await factsOf(db, await findAgreement(db, key, person))
    return sealsBorne(facts).find(({ party }) => party === 'employer')?.seal
  },
  agreement: async (db, key, person) =>
    sealIn((await findAgreement(db, key, person)).seals, 'agreement')?.seal,
  dissolving: async (db, key, person) =>
    sealIn((await findDissolution(db, key, person)).seals, 'dissolving')?.seal,
  dissolved: async (db, key, person) =>
    sealIn((await findDissolution(db, key, person)).seals, 'dissolved')?.seal,
  registration: async (db, key, person) => {
    const { schoolId: school, id } = await findDestination(db, key, person)
    return (await findSeal(db, { school, kind: 'registration', id }))?.seal
  },
  recommendation: async (db, key, person) => {
    const { schoolId: school, id } = await findRecommendation(db, key, person)
    return (await findSeal(db, { school, kind: 'recommendation', id }))?.seal
  },
}

/** Seals of employers and schools: what is used now, what was used before, and another from now on. */
export const sealRoutes: Slice = (app, services) => {
  const { db, examiner } = services

  /** Counted as an upload, received whole, and opened where it can do no harm. */
  const receive = async (request: FastifyRequest, reply: FastifyReply): Promise<ChosenSeal> => {
    hangUpOnSilence(request, reply)
    const { userId } = personOf(request)
    const file = await receiveBody(request, BOUNDS, () => countUpload(db, userId, services.now()), bytesOf)
    return { made: 'uploaded', picture: { mediaType: 'image/png', bytes: await examiner.examineSeal(file) } }
  }
  const choose = async (made: SealChoice, name: string): Promise<ChosenSeal> =>
    made === 'none' ? { made } : { made, name, picture: await drawSeal(services, name) }

  const employerOf = (request: FastifyRequest): Of => {
    const { employer, employerRole } = personOf(request)
    return { owner: { employerId: employer!.id }, name: employer!.name, mayChange: employerRole === 'owner' }
  }
  const schoolOf = async (request: FastifyRequest, school: string): Promise<Of> => {
    const { name } = await findSchool(db, school)
    const { staffRole } = personOf(request)
    return { owner: { schoolId: school }, name, mayChange: mayChangeSettings(staffRole) }
  }
  const set = (request: FastifyRequest, of: Of, chosen: ChosenSeal) =>
    doing(services, request, async (act) => {
      await setSeal(act, of.owner, chosen)
      return present(readingIn(act), of, FIRST)
    })

  app.route({
    ...contract.employerSeal.get,
    handler: (request) => present(reading(services, request), employerOf(request), request.query),
  })
  app.route({
    ...contract.employerSeal.picture,
    handler: async (request, reply) =>
      sendPicture(reply, await findOwnPicture(db, employerOf(request).owner, request.params.id), true),
  })
  app.route({
    ...contract.employerSeal.preview,
    handler: async (request, reply) =>
      sendPicture(reply, await drawSeal(services, employerOf(request).name), false),
  })
  app.route({
    ...contract.employerSeal.choose,
    handler: async (request) => {
      const of = employerOf(request)
      return set(request, of, await choose(request.body.made, of.name))
    },
  })

  app.route({
    ...contract.schoolSeal.get,
    handler: async (request) =>
      present(reading(services, request), await schoolOf(request, request.params.school), request.query),
  })
  app.route({
    ...contract.schoolSeal.picture,
    handler: async ({ params: { school, id } }, reply) =>
      sendPicture(reply, await findOwnPicture(db, { schoolId: school }, id), true),
  })
  app.route({
    ...contract.schoolSeal.preview,
    handler: async (request, reply) => {
      const { name } = await schoolOf(request, request.params.school)
      return sendPicture(reply, await drawSeal(services, name), false)
    },
  })
  app.route({
    ...contract.schoolSeal.choose,
    handler: async (request) => {
      const of = await schoolOf(request, request.params.school)
      return set(request, of, await choose(request.body.made, of.name))
    },
  })

  takeStreams(app, (scope) => {
    scope.route({
      ...contract.employerSeal.upload,
      handler: async (request, reply) => set(request, employerOf(request), await receive(request, reply)),
    })
    scope.route({
      ...contract.schoolSeal.upload,
      handler: async (request, reply) => {
        const chosen = await receive(request, reply)
        return set(request, await schoolOf(request, request.params.school), chosen)
      },
    })
  })

  for (const [name, markIn] of Object.entries(BORNE) as [keyof typeof BORNE, FindMark][])
    app.route({
      ...contract.borneSeal[name],
      handler: async (request, reply) => {
        const { db, person } = reading(services, request)
        const mark = await markIn(db, request.params, person)
        if (!mark) throw new Refusal('not-found')
        return sendPicture(reply, await findPicture(db, mark.id), false)
      },
    })
}
