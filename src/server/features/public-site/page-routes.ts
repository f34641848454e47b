import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { schoolCode, uuid } from '../../../contracts/atoms.ts'
import { REFUSAL_STATUS, Refusal, type RefusalCode } from '../../../domain/refusal.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { refusalText } from '../../../words/refusals.ts'
import { isKnown, languageOfPage, pageQuery, sendKept, sendPage } from '../../http/page.ts'
import { answerError, refusalOf } from '../../http/problems.ts'
import type { App, Slice } from '../../http/slice.ts'
import type { Frame } from '../../pages/frame.ts'
import { html } from '../../pages/html.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import type { Services } from '../../services/services.ts'
import * as announcements from '../announcements/queries.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { listFiles } from '../evidence/queries.ts'
import { sendShown } from '../evidence/sent.ts'
import { showFile } from '../evidence/showing.ts'
import { listFairsInMap } from '../fairs/open.ts'
import { listInMap } from '../posts/search.ts'
import { schoolOfRequest } from '../schools/host.ts'
import { listHosts } from '../schools/queries.ts'
import { pathIn, sitePath, wholeAddress, wholeAddresses } from '../schools/site-addresses.ts'
import { listTalksInMap } from '../talks/open.ts'
import { drawAnnouncement, drawAnnouncements } from './announcement-views.ts'
import { drawFeed, drawSiteMap, drawSiteMapIndex, robots } from './feeds.ts'
import { footOf } from './foot.ts'
import { drawFront } from './front-view.ts'
import { findPicture, findSite, type SchoolSite } from './queries.ts'
import { inLanguage, nameIn } from './said.ts'

/** On a front, on a page of the list, in a feed; and as many as a map of one site may name (sitemaps.org). */
const ON_FRONT = 7
const A_PAGE = 20
const IN_FEED = 30
const IN_MAP = { announcements: 5_000, jobs: 15_000, talks: 5_000, fairs: 1_000 }
/** Characters that search engines and previews show. */
const DESCRIBED = 110
const FOR_EVER = 'public, max-age=31536000, immutable'

const shortId = z.string().regex(/^[a-z0-9]{8}$/)
const schema = <P extends z.ZodObject>(params: P) => ({ hide: true, params, querystring: pageQuery }) as const
const config = { access: 'public', isPage: true } as const
const ofSchool = z.object({ school: schoolCode })

/** What every page of a school has around what it says. */
export function frameOf(
  services: Pick<Services, 'baseUrl' | 'platform'>,
  site: SchoolSite,
  language: Language,
  below: string,
): Omit<Frame, 'title' | 'description' | 'main'> {
  const { code, colour, accent, pictureId } = site
  return {
    language,
    addresses: wholeAddresses(services.baseUrl, site, below),
    inOther: pathIn(language === 'en' ? 'zh-CN' : 'en', sitePath(code, below)),
    name: nameIn(language, site),
    home: pathIn(language, sitePath(code)),
    colours: { colour, accent },
    image: pictureId ? wholeAddress(services.baseUrl, site, `/picture/${pictureId}`) : undefined,
    feed: wholeAddresses(services.baseUrl, site, '/announcements.rss')[language],
    foot: footOf(services, site),
  }
}

/** What no page shows, in its words: what is not there, or is not shown just now. */
function missingWords(code: RefusalCode, language: Language) {
  const { missing, missingHint, paused } = PUBLIC_SITE_WORDS[language]
  return PAUSED.includes(code)
    ? { title: paused, hint: refusalText(code, language) }
    : { title: missing, hint: missingHint }
}

/** What goes wrong with a page is said on a page; what is no page is answered as everywhere. */
export const onPage =
  (services: Services) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const isUnreadable = (error as { validation?: unknown }).validation !== undefined
    const code = isUnreadable ? 'not-found' : refusalOf(error)?.code
    if (code === undefined || !NOT_SHOWN.includes(code)) {
      answerError(error, request, reply)
      return reply
    }
    const language = languageOfPage(pageQuery.parse(request.query))
    const { title, hint } = missingWords(code, language)
    return sendPage(request, reply.code(REFUSAL_STATUS['not-found']), {
      language,
      title,
      description: hint,
      addresses: null,
      inOther: '/',
      name: PUBLIC_SITE_WORDS[language].platform,
      home: '/',
      colours: { colour: null, accent: null },
      main: html`<div class="wide reading"><div class="paper"><h1>${title}</h1><p class="soft">${hint}</p></div></div>`,
      foot: footOf(services, null),
    })
  }
const PAUSED: readonly RefusalCode[] = ['post-paused', 'event-paused']
const NOT_SHOWN: readonly RefusalCode[] = ['not-found', 'invalid-input', ...PAUSED]

/** By a school's own host name nothing is found but that school's. */
export async function findSiteHere(
  services: Services,
  request: FastifyRequest,
  school: string,
): Promise<SchoolSite> {
  const [site, ofHost] = await Promise.all([
    findSite(services.db, school),
    schoolOfRequest(services, request),
  ])
  if (ofHost !== null && ofHost !== school) throw new Refusal('not-found')
  return site
}

/** The front of a school, wherever it is asked for. */
export async function sendFront(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { site, language }: { readonly site: SchoolSite; readonly language: Language },
): Promise<FastifyReply> {
  const at = services.now()
  const w = PUBLIC_SITE_WORDS[language]
  const news = await announcements.firstReadable(services.db, site.code, at, ON_FRONT)
  const name = nameIn(language, site)
  return sendPage(request, reply, {
    ...frameOf(services, site, language, ''),
    title: w.front(name),
    description: inLanguage(language, site.content.intro, site.content.introEn).text || w.description(name),
    main: drawFront(site, news, language, at),
  })
}

/** A school's public site: server-rendered, without scripts, for whoever reads and whatever searches. */
export const publicPageRoutes: Slice = (app: App, services) => {
  const { db, now, baseUrl } = services
  const errorHandler = onPage(services)

  app.route({
    method: 'GET',
    url: '/s/:school',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const site = await findSiteHere(services, request, request.params.school)
      return sendFront(services, request, reply, { site, language: languageOfPage(request.query) })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/announcements',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const { school } = request.params
      const language = languageOfPage(request.query)
      const w = PUBLIC_SITE_WORDS[language]
      const paging = { page: request.query.page, pageSize: A_PAGE }
      const [site, page] = await Promise.all([
        findSiteHere(services, request, school),
        announcements.pageOfReadable(db, school, now(), paging),
      ])
      const name = nameIn(language, site)
      const below = page.page > 1 ? `/announcements?page=${page.page}` : '/announcements'
      return sendPage(request, reply, {
        ...frameOf(services, site, language, below),
        title: `${w.announcements} · ${name}`,
        description: w.description(name),
        main: drawAnnouncements(school, page, language),
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/announcements/:shortId',
    config,
    errorHandler,
    schema: schema(ofSchool.extend({ shortId })),
    handler: async (request, reply) => {
      const { school } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        announcements.findReadable(db, school, request.params.shortId, now()),
      ])
      const files = await listFiles(db, school, `announcement:${of.id}`)
      return sendPage(request, reply, {
        ...frameOf(services, site, language, `/announcements/${of.shortId}`),
        title: `${inLanguage(language, of.title, of.titleEn).text} · ${nameIn(language, site)}`,
        description: beginningOf(inLanguage(language, of.body, of.bodyEn).text, DESCRIBED),
        main: drawAnnouncement(of, files, language),
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/announcements/:shortId/files/:file',
    config: { access: 'public' },
    errorHandler,
    schema: schema(ofSchool.extend({ shortId, file: uuid })),
    handler: async (request, reply) => {
      const { school } = request.params
      await findSiteHere(services, request, school)
      const file = await announcements.findReadableFile(db, school, request.params, now())
      const tag = `"${file.sha256}"`
      reply.header('cache-control', 'no-cache').header('etag', tag)
      if (isKnown(request, tag)) return reply.code(304).send()
      return sendShown(services, reply, await showFile(services, file, 'view'), '1')
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/picture/:id',
    config: { access: 'public' },
    errorHandler,
    schema: schema(ofSchool.extend({ id: uuid })),
    handler: async (request, reply) => {
      const shown = await showFile(services, await findPicture(db, request.params), 'view')
      const bytes = await services.files.read(shown.key)
      return reply
        .type(shown.mediaType)
        .header('cache-control', FOR_EVER)
        .header('content-length', shown.size)
        .header('content-security-policy', `${HARMLESS}; sandbox`)
        .send(bytes)
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/announcements.rss',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const { school } = request.params
      const [site, items] = await Promise.all([
        findSiteHere(services, request, school),
        announcements.newestReadable(db, school, now(), IN_FEED),
      ])
      const text = String(drawFeed(baseUrl, site, items, languageOfPage(request.query)))
      return sendKept(request, reply, { text, type: 'application/rss+xml; charset=utf-8' })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/sitemap.xml',
    config,
    errorHandler,
    schema: schema(ofSchool),
    handler: async (request, reply) => {
      const { school } = request.params
      const at = now()
      const [site, told, jobs, talks, fairs] = await Promise.all([
        findSiteHere(services, request, school),
        announcements.firstReadable(db, school, at, IN_MAP.announcements),
        listInMap(db, school, at, IN_MAP.jobs),
        listTalksInMap(db, school, at, IN_MAP.talks),
        listFairsInMap(db, school, IN_MAP.fairs),
      ])
      const text = String(drawSiteMap(baseUrl, site, { announcements: told, jobs, talks, fairs }))
      return sendKept(request, reply, { text, type: 'application/xml; charset=utf-8' })
    },
  })

  /** By a school's own name its map alone: what other schools have here is not to be found there. */
  app.route({
    method: 'GET',
    url: '/sitemap.xml',
    config,
    schema: { hide: true },
    handler: async (request, reply) => {
      const [ofHost, all] = await Promise.all([schoolOfRequest(services, request), listHosts(db)])
      const told = all.filter(({ code, host }) => (ofHost === null ? host === null : code === ofHost))
      const text = String(drawSiteMapIndex(baseUrl, told))
      return sendKept(request, reply, { text, type: 'application/xml; charset=utf-8' })
    },
  })

  app.route({
    method: 'GET',
    url: '/robots.txt',
    config,
    schema: { hide: true },
    handler: async (request, reply) => {
      const ofHost = await schoolOfRequest(services, request)
      const site = ofHost === null ? null : await findSite(db, ofHost)
      const map = site ? wholeAddress(baseUrl, site, '/sitemap.xml') : `${baseUrl}/sitemap.xml`
      return sendKept(request, reply, { text: robots(map), type: 'text/plain; charset=utf-8' })
    },
  })
}
