import { z } from 'zod'
import { schoolCode } from '../../../contracts/atoms.ts'
import { FAIR_WORDS } from '../../../words/fairs.ts'
import { listedSpan } from '../../../words/figures.ts'
import { venuesText } from '../../../words/venue-said.ts'
import { markFrom } from '../../db/mark.ts'
import { languageOfPage, pageQuery, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { namesOf } from '../posts/names.ts'
import { findSiteHere, frameOf, onPage } from '../public-site/page-routes.ts'
import { nameIn } from '../public-site/said.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { listStands } from './entries.ts'
import { findOpenFair, listOpenFairs } from './open.ts'
import { drawFair, drawFairs, fairEvent } from './views.ts'

const A_PAGE = 20
/** Characters that search engines and previews show. */
const DESCRIBED = 110

const ofSchool = z.object({ school: schoolCode })
const ofFair = ofSchool.extend({ shortId: z.string().regex(/^[a-z0-9]{8}$/) })
/** What an address says that no list knows is passed over: an address that was passed on still opens. */
const asked = pageQuery.extend({
  past: z.enum(['1']).nullable().catch(null),
  after: z.string().catch(''),
})

/** A school's fairs as anybody reads them, without scripts. */
export const fairPageRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services
  const config = { access: 'public', isPage: true } as const
  const errorHandler = onPage(services)

  app.route({
    method: 'GET',
    url: '/s/:school/fairs',
    config,
    errorHandler,
    schema: { hide: true, params: ofSchool, querystring: asked },
    handler: async (request, reply) => {
      const { school } = request.params
      const language = languageOfPage(request.query)
      const isPast = request.query.past !== null
      const after = markFrom(request.query.after)
      const [site, { page, next }] = await Promise.all([
        findSiteHere(services, request, school),
        listOpenFairs(db, school, { after, most: A_PAGE, isPast }, now()),
      ])
      const w = FAIR_WORDS[language]
      const name = nameIn(language, site)
      return sendPage(request, reply, {
        ...frameOf(services, site, language, isPast ? '/fairs?past=1' : '/fairs'),
        title: w.ofSchool(name),
        description: w.about(name),
        main: drawFairs(school, { items: page, next, isFirst: after === null, isPast }, language),
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/fairs/:shortId',
    config,
    errorHandler,
    schema: { hide: true, params: ofFair, querystring: pageQuery },
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        findOpenFair(db, school, shortId),
      ])
      const stands = await listStands(db, { school, id: of.id })
      const names = await namesOf(
        db,
        stands.flatMap(({ content }) => content.posts),
      )
      const when = listedSpan(of.startsAt.toISOString(), of.endsAt.toISOString(), language)
      const facts = [when, venuesText(of.placed, language)].join(' · ')
      return sendPage(request, reply, {
        ...frameOf(services, site, language, `/fairs/${shortId}`),
        title: of.content.title,
        description: beginningOf(`${facts} ${of.content.description}`, DESCRIBED),
        about: fairEvent(of, nameIn(language, site), wholeAddress(baseUrl, site, `/fairs/${shortId}`)),
        main: drawFair(school, of, { stands, names }, language, now()),
      })
    },
  })
}
