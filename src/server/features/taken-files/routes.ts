import * as contract from '../../../contracts/taken-files.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { listTaken } from './queries.ts'

const MOST_SHOWN = 20

/** 下载记录: what has left the product as a file, whichever page it was taken on. */
export const takenFileRoutes: Slice = (app, { db }) => {
  app.route({
    ...contract.listTakenFiles,
    handler: (request) => {
      const { userId, collegeId } = personOf(request)
      const { kind, after } = request.query
      const by = collegeId === null ? null : userId
      return listTaken(db, { school: request.params.school, kind: kind || null, by, after }, MOST_SHOWN)
    },
  })
}
