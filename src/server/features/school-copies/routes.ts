import { create as contentDisposition } from 'content-disposition'
import * as contract from '../../../contracts/school-copies.ts'
import { dayInChina } from '../../../domain/day.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { FILES } from '../../../words/school-copies/tables.ts'
import { COPY_WORDS } from '../../../words/school-copies/zip.ts'
import { inTransaction } from '../../db/database.ts'
import { hungUp } from '../../http/hung-up.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { recordTakenEach, recordTakenOf } from '../students/acts.ts'
import { fileOf } from './columns.ts'
import { copied } from './copying.ts'
import { weighCopy } from './queries.ts'

const ZIP = 'application/zip'
const INCLUDED = Object.entries(FILES).map(([table, [name, nameEn]]) => ({
  file: fileOf(table),
  name,
  nameEn,
}))

/** 学校全部数据: what it has, and all of it as one zip, for its administrators; who has taken it and why is journaled first. */
export const schoolCopyRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.weighCopy,
    handler: async ({ params }) => ({ ...(await weighCopy(db, params.school)), included: INCLUDED }),
  })

  app.route({
    ...contract.takeCopy,
    handler: async (request, reply) => {
      const { school } = request.params
      const { whole: isWhole, withFiles, language, ...looking } = request.body
      if (looking.reason === '') throw new Refusal('reason-needed', { field: 'reason' })
      const { userId, school: own } = personOf(request)
      const by = { at: now(), actor: actorOf(request) }
      await countUse({ db, secrets }, 'downloads', userId, by.at)
      const { students, files } = await weighCopy(db, school)
      const taken = { school, of: 'everything' as const }
      const what = { students, whole: isWhole, files: withFiles ? files : 0 }
      await inTransaction(db, (tx) => recordTakenOf(tx, { ...taken, what }, looking, by))
      const tell = (ids: readonly string[]) =>
        inTransaction(db, (tx) => recordTakenEach(tx, { ...taken, ids }, looking, by))
      const name = COPY_WORDS[language].file(own!.name, dayInChina(by.at))
      reply.type(ZIP).header('content-disposition', contentDisposition(fileNameOf(name, ZIP)))
      const of = { school, language, at: by.at, isWhole, withFiles }
      return reply.send(copied({ ...of, services, gone: hungUp(reply), tell }))
    },
  })
}
