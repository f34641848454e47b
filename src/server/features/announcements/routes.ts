import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/announcements.ts'
import { announcementLife, isToCome, shownFrom } from '../../../domain/announcement/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import { hashOf, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { newShortId } from '../../services/new-code.ts'
import { takeEvidence } from '../evidence/queries.ts'
import { presentAnnouncement } from './present.ts'
import * as announcements from './queries.ts'
import { cleaned, type Written } from './written.ts'

/** The act's line in the journal, with what it says from now on where that changed. */
const journal = (
  { tx, actor }: Doing,
  { school, id }: Key,
  { action, at, ...step }: Step,
  data: Readonly<Record<string, string | boolean | null>>,
) =>
  record(tx, [
    {
      ...step,
      school,
      subject: subjectOf({ kind: 'announcement', id }),
      action: `announcement.${action}`,
      at,
      actor,
      data,
    },
  ])

/** Makes these files the announcement's; what the journal keeps of all that it says. */
async function take(
  { tx, person, acting: { at } }: Doing,
  of: announcements.AnnouncementRow,
  ids: readonly string[],
) {
  const subject = subjectOf({ kind: 'announcement', id: of.id })
  const files = await takeEvidence(tx, { school: of.school, subject, ids, userId: person.userId }, at)
  const { title, titleEn, body, bodyEn, author, pinned } = of
  const hash = hashOf({ title, titleEn, body, bodyEn, author, pinned })
  return { title, titleEn, body, bodyEn, author, pinned, hash, files: files.join(' ') }
}

/** 通知公告: staff write, publish and withdraw; what visitors read of them is `public-site/page-routes.ts`. */
export const announcementRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services
  const show = (read: Parameters<typeof presentAnnouncement>[0], of: announcements.AnnouncementRow) =>
    presentAnnouncement(read, of, baseUrl)

  app.route({
    ...contract.listAnnouncements,
    handler: async ({ params, query }) => {
      const { items, ...page } = await announcements.listAnnouncements(db, params.school, query)
      const at = now()
      return {
        ...page,
        items: items.map(({ shownFrom, changedAt, ...row }) => ({
          ...row,
          toCome: isToCome({ ...row, shownFrom }, at),
          shownFrom: shownFrom?.toISOString() ?? null,
          changedAt: changedAt.toISOString(),
        })),
      }
    },
  })

  app.route({
    ...contract.getAnnouncement,
    handler: async (request) => {
      const read = reading(services, request)
      return show(read, await announcements.findAnnouncement(db, request.params))
    },
  })

  app.route({
    ...contract.writeAnnouncement,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { role, at } = of.acting
        const { evidence, ...said }: Written = cleaned(request.body)
        const born = { version: 1, shownFrom: null }
        const step = announcementLife.begin(born, { action: 'write', role, at })
        const row = {
          ...said,
          ...born,
          school: request.params.school,
          id: uuidv7(),
          shortId: newShortId(),
          status: step.to,
          changedAt: at,
        }
        await announcements.addAnnouncement(of.tx, row)
        await journal(of, row, step, await take(of, row, evidence))
        return show(readingIn(of), row)
      }),
  })

  app.route({
    ...contract.announcementActs.edit,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { role, at } = of.acting
        const before = await announcements.lockAnnouncement(of.tx, request.params)
        const { seenVersion } = request.body
        const step = announcementLife.decide(before, { action: 'edit', role, at, seenVersion })
        const { evidence, ...said }: Written = cleaned(request.body)
        const after = { ...before, ...said, version: before.version + 1, changedAt: at }
        await announcements.saveAnnouncement(of.tx, after)
        await journal(of, after, step, await take(of, after, evidence))
        return show(readingIn(of), after)
      }),
  })

  app.route({
    ...contract.announcementActs.publish,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { role, at } = of.acting
        const before = await announcements.lockAnnouncement(of.tx, request.params)
        const { seenVersion, shownOn } = request.body
        const step = announcementLife.decide(before, { action: 'publish', role, at, seenVersion })
        const from = shownFrom(shownOn, at)
        const after = {
          ...before,
          status: step.to,
          shownFrom: from,
          version: before.version + 1,
          changedAt: at,
        }
        await announcements.saveAnnouncement(of.tx, after)
        await journal(of, after, step, { shownFrom: from.toISOString() })
        return show(readingIn(of), after)
      }),
  })

  app.route({
    ...contract.announcementActs.withdraw,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { role, at } = of.acting
        const before = await announcements.lockAnnouncement(of.tx, request.params)
        const step = announcementLife.decide(before, { ...request.body, action: 'withdraw', role, at })
        const after = { ...before, status: step.to, version: before.version + 1, changedAt: at }
        await announcements.saveAnnouncement(of.tx, after)
        await journal(of, after, step, {})
        return show(readingIn(of), after)
      }),
  })
}
