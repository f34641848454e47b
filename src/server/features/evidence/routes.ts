import { uploadForAdmission } from '../../../contracts/admissions.ts'
import * as contract from '../../../contracts/evidence.ts'
import { refuseUnlessAskedForReason } from '../../../domain/evidence.ts'
import { hangUpOnSilence, takeStreams } from '../../http/body-stream.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { refuseUnlessParty } from '../agreements/queries.ts'
import { saveOpening } from './openings.ts'
import { takeAway } from './removal.ts'
import { findEvidence } from './seeing.ts'
import { sendShown } from './sent.ts'
import { showFile } from './showing.ts'
import { upload } from './uploading.ts'
import { startRemoval } from './uploads.ts'

export const evidenceRoutes: Slice = (app, services) => {
  const { db, files } = services
  takeStreams(app, (scope) => {
    scope.route({
      ...contract.uploadEvidence,
      handler: async (request, reply) => {
        hangUpOnSilence(request, reply)
        const person = personOf(request)
        await refuseUnlessParty(db, request.params.school, person)
        const { userId, portal } = person
        return upload(services, request, { ...request.params, ...request.query, userId, portal })
      },
    })
    scope.route({
      ...uploadForAdmission,
      handler: async (request, reply) => {
        hangUpOnSilence(request, reply)
        const { userId, portal } = personOf(request)
        return upload(services, request, { ...request.query, userId, portal })
      },
    })
  })

  app.route({
    ...contract.readEvidence,
    handler: async (request, reply) => {
      const { as = 'view', download } = request.query
      const file = await findEvidence(db, request.params, personOf(request))
      return sendShown(services, reply, await showFile(services, file, as), download)
    },
  })

  app.route({
    ...contract.openOriginal,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const file = await findEvidence(tx, request.params, person)
        refuseUnlessAskedForReason(file)
        await saveOpening(tx, file, { actor, userId: person.userId, reason: request.body.reason, at })
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.removeEvidence,
    handler: async (request) => {
      const answer = await doing(services, request, async ({ tx, person: { userId } }) => {
        await startRemoval(tx, request.params, userId)
        return { done: true as const }
      })
      await takeAway({ db, files }, request.params)
      return answer
    },
  })
}
