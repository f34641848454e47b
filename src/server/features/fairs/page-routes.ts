import { FAIR_WORDS } from '../../../words/fairs.ts'
import { listedSpan } from '../../../words/figures.ts'
import { venuesText } from '../../../words/venue-said.ts'
import { languageOfPage, pageQuery, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { namesOf } from '../posts/names.ts'
import { findSiteHere, frameOf, onPage } from '../public-site/page-routes.ts'
import { nameIn } from '../public-site/said.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { findQuota } from '../visits/guests.ts'
import { eventListRoute, eventParams } from '../visits/list-routes.ts'
import { DESCRIBED } from '../visits/listed.ts'
import { listStands } from './entries.ts'
import { findOpenFair, listOpenFairs } from './open.ts'
import { drawFair, drawFairList, fairEvent } from './views.ts'

/** A school's fairs as anybody reads them, without scripts. */
export const fairPageRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services
  const config = { access: 'public', isPage: true } as const
  const errorHandler = onPage(services)

  eventListRoute({
    folder: '/fairs',
    words: FAIR_WORDS,
    list: (school, page, at) => listOpenFairs(db, school, page, at),
    draw: drawFairList,
  })(app, services)

  app.route({
    method: 'GET',
    url: '/s/:school/fairs/:shortId',
    config,
    errorHandler,
    schema: { hide: true, params: eventParams, querystring: pageQuery },
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        findOpenFair(db, school, shortId),
      ])
      const key = { school, id: of.id }
      const [stands, quota] = await Promise.all([listStands(db, key, now()), findQuota(db, key)])
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
        main: drawFair(school, of, { stands, names, quota }, language, now()),
      })
    },
  })
}
