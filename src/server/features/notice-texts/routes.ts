import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/notice-texts.ts'
import type { NoticeKind, NoticeWords } from '../../../domain/notice-text.ts'
import { refuseUnlessNew } from '../../../domain/notice-text.ts'
import { OUR_NOTICES } from '../../../words/notice-texts.ts'
import type { Db } from '../../db/database.ts'
import { hashOf } from '../../db/journal.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { type Person, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { isAdmittedBy } from '../admissions/standing.ts'
import { refuseUnlessParty } from '../agreements/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { addVersion, findNotice, listVersions } from './queries.ts'

type Key = { readonly school: string; readonly notice: NoticeKind }

const shown = <Row extends { readonly savedAt: Date }>({ savedAt, ...row }: Row) => ({
  ...row,
  savedAt: savedAt.toISOString(),
})
const present = async (db: Db, { school, notice }: Key) => shown(await findNotice(db, school, notice))

/** A new version beside those there were, journaled by its fingerprint. */
async function word(
  { tx, actor, acting: { at } }: Doing,
  { school, notice: kind }: Key,
  seenVersion: number,
  next: NoticeWords & { readonly ours: boolean },
): Promise<void> {
  const now = await findNotice(tx, school, kind)
  refuseUnlessNew(now, seenVersion, next)
  const version = now.version + 1
  await addVersion(tx, { ...next, school, kind, id: uuidv7(), version, savedAt: at, savedBy: actor.name })
  await recordOnSchool({ tx, actor, at }, school, 'school.word-notice', {
    kind,
    version,
    ours: next.ours,
    hash: hashOf({ zh: next.zh, en: next.en }),
  })
}

/** Of employers those read it who may invite there, or have an agreement there. */
async function refuseStranger(db: Db, school: string, person: Person): Promise<void> {
  const mayInvite = person.employer !== null && (await isAdmittedBy(db, school, person.employer.id))
  if (!mayInvite) await refuseUnlessParty(db, school, person)
}

export const noticeTextRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({
    ...contract.getNoticeText,
    handler: async (request) => {
      await refuseStranger(db, request.params.school, personOf(request))
      return present(db, request.params)
    },
  })

  app.route({
    ...contract.listNoticeVersions,
    handler: async ({ params: { school, notice }, query }) => {
      const { items, ...page } = await listVersions(db, school, notice, query)
      return { ...page, items: items.map(shown) }
    },
  })

  app.route({
    ...contract.saveNoticeText,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { seenVersion, ...words } = request.body
        await word(of, request.params, seenVersion, { ...words, ours: false })
        return present(of.tx, request.params)
      }),
  })

  app.route({
    ...contract.restoreNoticeText,
    handler: (request) =>
      doing(services, request, async (of) => {
        const ours = { ...OUR_NOTICES[request.params.notice], ours: true }
        await word(of, request.params, request.body.seenVersion, ours)
        return present(of.tx, request.params)
      }),
  })
}
