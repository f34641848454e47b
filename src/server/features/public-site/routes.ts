import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/public-site.ts'
import { refuseUnlessReadable } from '../../../domain/contrast.ts'
import { refuseUnlessPicture } from '../../../domain/picture.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { colours } from '../../../looks/tokens.ts'
import { hashOf } from '../../db/journal.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listEvidence, takeEvidence } from '../evidence/queries.ts'
import { schoolOfRequest } from '../schools/host.ts'
import { lockSchool, pageOfSchools } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { footOf } from './foot.ts'
import { findPicture, findSite, type SchoolSite, saveSite } from './queries.ts'

const subjectOfSite = (id: string) => `site:${id}`
/** So many schools are shown to who has not said which. */
const MOST_FOUND = 24

async function present({ db, person }: Reading, site: SchoolSite, baseUrl: string) {
  const { code, id, version, colour, accent, content } = site
  const [picture = null] = id ? await listEvidence({ db, person }, code, subjectOfSite(id)) : []
  return {
    ...content,
    dates: [...content.dates],
    version,
    colour,
    accent,
    picture,
    address: wholeAddress(baseUrl, site),
  }
}

/** What a school says on its public site, for who runs it; and what every public page asks for. */
export const publicSiteRoutes: Slice = (app, services) => {
  const { db, baseUrl, demoLogins } = services

  app.route({
    ...contract.getOwnSite,
    handler: async (request) =>
      present(reading(services, request), await findSite(db, request.params.school), baseUrl),
  })

  app.route({
    ...contract.saveOwnSite,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { tx, person, actor, acting } = of
        const { school } = request.params
        const { seenVersion, colour, accent, pictureId, ...content } = request.body
        refuseUnlessReadable({ colour, accent }, [colours.white, colours.paper])
        await lockSchool(tx, school)
        const before = await findSite(tx, school)
        if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
        const id = before.id ?? uuidv7()
        const ids = pictureId === null ? [] : [pictureId]
        const taking = { school, subject: subjectOfSite(id), ids, userId: person.userId }
        const files = await takeEvidence(tx, taking, acting.at)
        await saveSite(tx, school, { id, version: seenVersion + 1, colour, accent, pictureId, content })
        if (pictureId) refuseUnlessPicture(await findPicture(tx, { school, id: pictureId }))
        const said = { colour, accent, ...content }
        await recordOnSchool({ tx, actor, at: acting.at }, school, 'school.save-site', {
          site: JSON.stringify(said),
          hash: hashOf(said),
          picture: files.join(' '),
        })
        return present(readingIn(of), await findSite(tx, school), baseUrl)
      }),
  })

  app.route({
    ...contract.getFoot,
    handler: async (request, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      const ofHost = await schoolOfRequest(services, request)
      const named = request.query.school ?? ofHost
      const site = named === null ? null : await findSite(db, named)
      const { records, ...foot } = footOf(services, site)
      return { ofHost, ...foot, records: [...records], demo: [...demoLogins] }
    },
  })

  app.route({
    ...contract.searchSchools,
    handler: async ({ query }, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      const { items, total } = await pageOfSchools(db, { ...query, page: 1, pageSize: MOST_FOUND })
      return {
        items: items.map(({ id, name, nameEn, suspendedAt }) => ({
          code: id,
          name,
          nameEn,
          suspended: suspendedAt !== null,
        })),
        total,
      }
    },
  })
}
