import * as contract from '../../../contracts/privacy.ts'
import { lackingOf, refuseWhileLacking } from '../../../domain/lacking.ts'
import { isAgreedAnew } from '../../../domain/privacy-notice.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { hashOf } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { findSchool, lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { listConsents, saveConsent, withdrawConsents } from './consents.ts'
import { addNotice, findNotice, listVersions } from './notices.ts'
import { presentNotice } from './present.ts'

export const noticeRoutes: Slice = (app, services) => {
  const { db } = services
  const handlerOf = async (code: string) => {
    const { id, name, nameEn } = await findSchool(db, code)
    return { code: id, name, nameEn }
  }

  app.route({
    ...contract.getPublicNotice,
    handler: async ({ query: { school = null } }) => {
      const handler = school === null ? null : await handlerOf(school)
      return presentNotice(await findNotice(db, school), handler)
    },
  })

  app.route({
    ...contract.getMyNotice,
    handler: async (request) => {
      const { userId, school } = personOf(request)
      const [notice, consents] = await Promise.all([
        findNotice(db, school?.code ?? null),
        listConsents(db, userId),
      ])
      return {
        ...presentNotice(notice, school),
        consents: consents.map(({ school: publisher, version, agreedAt, withdrawnAt }) => ({
          publisher,
          version,
          agreedAt: agreedAt.toISOString(),
          withdrawnAt: withdrawnAt?.toISOString() ?? null,
        })),
      }
    },
  })

  app.route({
    ...contract.agreeToNotice,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        refuseWhileLacking(person.lacks === 'notice' ? null : person.lacks)
        const { publisher, version } = request.body
        const now = await findNotice(tx, person.school?.code ?? null)
        if (now.school !== publisher || now.version !== version) throw new Refusal('content-changed')
        await saveConsent(tx, person.userId, { school: publisher, version }, { ...actor, at })
        return meOf({ ...person, lacks: lackingOf(null, true) })
      }),
  })

  app.route({
    ...contract.withdrawConsent,
    handler: (request) =>
      doing(services, request, async ({ tx, person, acting: { at } }) => {
        await withdrawConsents(tx, person.userId, at)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.listNotices,
    handler: async ({ params: { school } }) => {
      const [notice, versions, handler] = await Promise.all([
        findNotice(db, school),
        listVersions(db, school),
        handlerOf(school),
      ])
      return {
        now: presentNotice(notice, handler),
        items: versions.map(({ school: _, publishedAt, ...own }) => ({
          ...own,
          publishedAt: publishedAt.toISOString(),
        })),
      }
    },
  })

  app.route({
    ...contract.publishNotice,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { school } = request.params
        const { seenNotice, material, declaration, declarationEn, responsible } = request.body
        const texts = { text: declaration, textEn: declarationEn, responsible }
        await lockSchool(tx, school)
        const [last] = await listVersions(tx, school)
        const version = (last?.version ?? 0) + 1
        if (seenNotice !== version - 1) throw new Refusal('content-changed', { version: version - 1 })
        const next = {
          ...texts,
          school,
          version,
          publishedAt: at,
          publishedBy: person.name,
          material: isAgreedAnew(version, material),
        }
        await addNotice(tx, next)
        // Who publishes a text has read it.
        await saveConsent(tx, person.userId, { school, version }, { ...actor, at })
        await recordOnSchool({ tx, actor, at }, school, 'school.publish-notice', {
          version,
          material: next.material,
          hash: hashOf(texts),
        })
        return presentNotice(next, person.school)
      }),
  })
}
