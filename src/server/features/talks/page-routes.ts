import { create as contentDisposition } from 'content-disposition'
import { z } from 'zod'
import { schoolCode } from '../../../contracts/atoms.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { listedSpan } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { TALK_WORDS } from '../../../words/talks.ts'
import { venueText } from '../../../words/venue-said.ts'
import { languageOfPage, pageQuery, sendKept, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { fairAsEvent, listFairsSince } from '../fairs/open.ts'
import { findSiteHere, frameOf, onPage } from '../public-site/page-routes.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { drawEventFeed, eventCalendar } from '../visits/feeds.ts'
import { findQuota } from '../visits/guests.ts'
import { eventListRoute, eventParams } from '../visits/list-routes.ts'
import { DESCRIBED } from '../visits/listed.ts'
import { findOpenTalk, listOpenTalks, listTalksSince, talkAsEvent } from './open.ts'
import { drawTalk, drawTalkList, talkEvent } from './views.ts'

/** In a feed or a calendar, and from how long ago on: a calendar keeps what it has seen. */
const IN_FEED = 200
const SINCE = 30 * 24 * 3600_000
const CALENDAR = 'text/calendar; charset=utf-8'
const ofSchool = z.object({ school: schoolCode })

/** A school's talks as anybody reads them: without scripts, and for calendars and readers of feeds (decision 54). */
export const talkPageRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services
  const config = { access: 'public', isPage: true } as const
  const errorHandler = onPage(services)
  const schema = <P extends z.ZodObject>(params: P) =>
    ({ hide: true, params, querystring: pageQuery }) as const

  /** Talks and fairs together: whoever subscribes learns of both. */
  const eventsSince = async (school: string, ago: number, language: Language) => {
    const at = now()
    const since = new Date(at.getTime() - ago)
    const [talks, fairs] = await Promise.all([
      listTalksSince(db, school, { since, at }, IN_FEED),
      listFairsSince(db, school, since, IN_FEED),
    ])
    return [
      ...talks.map((of) => talkAsEvent(of, language)),
      ...fairs.map((of) => fairAsEvent(of, language)),
    ].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  }

  eventListRoute({
    folder: '/talks',
    words: TALK_WORDS,
    list: (school, page, at) => listOpenTalks(db, school, page, at),
    draw: drawTalkList,
  })(app, services)

  app.route({
    method: 'GET',
    url: '/s/:school/talks/:shortId',
    config,
    errorHandler,
    schema: schema(eventParams),
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        findOpenTalk(db, school, shortId, now()),
      ])
      const quota = await findQuota(db, { school, id: of.id })
      const when = listedSpan(of.startsAt.toISOString(), of.endsAt.toISOString(), language)
      const facts = [when, venueText(of.venue, language)].join(' · ')
      return sendPage(request, reply, {
        ...frameOf(services, site, language, `/talks/${shortId}`),
        title: `${of.content.title} · ${of.employer}`,
        description: beginningOf(`${facts} ${of.content.description}`, DESCRIBED),
        about: talkEvent(of, wholeAddress(baseUrl, site, `/talks/${shortId}`)),
        main: drawTalk(school, of, quota, language, now()),
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/talks/:shortId/calendar.ics',
    config,
    errorHandler,
    schema: schema(eventParams),
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        findOpenTalk(db, school, shortId, now()),
      ])
      reply.header('content-disposition', contentDisposition(fileNameOf(of.content.title, 'text/calendar')))
      return sendKept(request, reply, {
        text: eventCalendar({ baseUrl, site, language }, [talkAsEvent(of, language)]),
        type: CALENDAR,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/talks.ics',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const { school } = request.params
      const language = languageOfPage(request.query)
      const [site, items] = await Promise.all([
        findSiteHere(services, request, school),
        eventsSince(school, SINCE, language),
      ])
      return sendKept(request, reply, {
        text: eventCalendar({ baseUrl, site, language }, items),
        type: CALENDAR,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/talks.rss',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const { school } = request.params
      const language = languageOfPage(request.query)
      const [site, items] = await Promise.all([
        findSiteHere(services, request, school),
        eventsSince(school, 0, language),
      ])
      const text = String(drawEventFeed({ baseUrl, site, language }, items))
      return sendKept(request, reply, { text, type: 'application/rss+xml; charset=utf-8' })
    },
  })
}
