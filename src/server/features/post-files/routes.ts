import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/post-files.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { hangUpOnSilence, takeStreams } from '../../http/body-stream.ts'
import { reading } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { uploadTo } from '../evidence/uploading.ts'
import { addFile, finishFile, postFileKey } from './queries.ts'
import { takeAwayFile } from './removal.ts'
import { sendAttachment } from './showing.ts'

/** Files of an employer's, for its posts: they come before a post names them (decision 70). */
export const postFileRoutes: Slice = (app, services) => {
  const { db, now } = services
  takeStreams(app, (scope) => {
    scope.route({
      ...contract.uploadPostFile,
      handler: (request, reply) => {
        hangUpOnSilence(request, reply)
        const { userId, employer } = personOf(request)
        return uploadTo(services, request, userId, (mediaType) => {
          const name = fileNameOf(request.query.name, mediaType)
          const key = { employer: employer!.id, id: uuidv7() }
          return {
            key: postFileKey(key),
            begin: () => addFile(db, { ...key, name, userId }, now()),
            finish: (about) => finishFile(db, key, about),
            takeAway: () => takeAwayFile(services, key),
          }
        })
      },
    })
  })

  app.route({
    ...contract.readPostFile,
    handler: (request, reply) => {
      const { person } = reading(services, request)
      return sendAttachment(services, reply, person.employer!.id, request.params, request.query)
    },
  })
}
