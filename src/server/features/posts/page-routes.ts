import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { schoolCode, uuid } from '../../../contracts/atoms.ts'
import { verificationAt } from '../../../domain/admission/verification.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { POST_EDUCATIONS, POST_KINDS } from '../../../domain/post/content.ts'
import { POST_SORTS } from '../../../domain/post/search.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { normalLine, withoutHidden } from '../../../domain/text.ts'
import { JOB_WORDS } from '../../../words/jobs.ts'
import { isKnown, languageOfPage, pageQuery, sendDrawn, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { drawPage } from '../../pages/frame.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { onceAtATime } from '../../services/once-at-a-time.ts'
import { findVerification } from '../admissions/standing.ts'
import { findAnswerRate } from '../applications/answer-rate.ts'
import { findEmployer } from '../employers/queries.ts'
import { listOpenFairsOf } from '../fairs/open.ts'
import { drawFairList } from '../fairs/views.ts'
import { sendAttachment } from '../post-files/showing.ts'
import { findSiteHere, frameOf, onPage } from '../public-site/page-routes.ts'
import { nameIn } from '../public-site/said.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { listOpenTalksOf } from '../talks/open.ts'
import { drawTalkList } from '../talks/views.ts'
import { choicesOf } from './choices.ts'
import { namesOf } from './names.ts'
import { findOpenPost, listOpenOf, searchOf, searchPosts } from './search.ts'
import { drawEmployer, drawJob, drawJobs, jobPosting, jobsPath, payOf, placesOf } from './views.ts'

const A_PAGE = 20
/** Of one employer as many are shown: whoever has more is searched for. */
const OF_EMPLOYER = 50
/** Characters that search engines and previews show. */
const DESCRIBED = 110

/** What an address says that no search knows is passed over: an address that was passed on still opens. */
const asked = pageQuery.extend({
  q: z
    .string()
    .transform(withoutHidden)
    .transform(normalLine)
    .transform((q) => q.slice(0, LONGEST.search))
    .catch(''),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .catch(''),
  category: z
    .string()
    .regex(/^\d{2}$/)
    .catch(''),
  industry: z
    .string()
    .regex(/^\d{2}$/)
    .catch(''),
  nature: z
    .string()
    .regex(/^\d{2}$/)
    .catch(''),
  kind: z.enum(POST_KINDS).nullable().catch(null),
  education: z.enum(POST_EDUCATIONS).nullable().catch(null),
  major: z
    .string()
    .regex(/^[0-9]{2,6}[a-zA-Z]{0,2}$/)
    .catch(''),
  pay: z.coerce.number<string>().int().min(1).max(10_000_000).nullable().catch(null),
  since: z.coerce.number<string>().int().min(1).max(365).nullable().catch(null),
  sort: z.enum(POST_SORTS).nullable().catch(null),
  after: z.string().catch(''),
})
type Asked = z.output<typeof asked>
const ofSchool = z.object({ school: schoolCode })
/** What of the address is kept from page to page. */
const addressOf = ({ lang: _, page: __, ...of }: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)]],
    ),
  )

/** A school's job posts as anybody reads them: without scripts, for whoever searches and whatever does (decision 54). */
export const jobPageRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services
  const config = { access: 'public', isPage: true } as const
  const errorHandler = onPage(services)
  const share = onceAtATime<ReturnType<typeof drawPage>>()

  /** A page of the list, whole: of it nothing depends on who reads. */
  async function drawList(
    request: FastifyRequest<{ Params: z.output<typeof ofSchool>; Querystring: Asked }>,
  ) {
    const { school } = request.params
    const at = now()
    const language = languageOfPage(request.query)
    const { lang: _, page: __, ...query } = request.query
    const of = searchOf({ ...query, reader: 'anybody' }, at)
    const address = addressOf(request.query)
    const [site, { items, next }, choices] = await Promise.all([
      findSiteHere(services, request, school),
      searchPosts(db, school, of, at, A_PAGE),
      choicesOf(db, of.region),
    ])
    const names = await namesOf(
      db,
      items.map(({ content }) => content),
    )
    const name = nameIn(language, site)
    const w = JOB_WORDS[language]
    return drawPage({
      ...frameOf(services, site, language, jobsPath(address)),
      title: `${of.q ? `${of.q} · ` : ''}${w.title} · ${name}`,
      description: w.about(name),
      form: {},
      main: drawJobs(school, { items, next, names, choices, address, of }, language),
    })
  }

  app.route({
    method: 'GET',
    url: '/s/:school/jobs',
    config,
    errorHandler,
    schema: { hide: true, params: ofSchool, querystring: asked },
    handler: async (request, reply) =>
      sendDrawn(request, reply, await share(request.hostname + request.url, () => drawList(request))),
  })

  const ofPost = z.object({ school: schoolCode, shortId: z.string().regex(/^[a-z0-9]{8}$/) })
  app.route({
    method: 'GET',
    url: '/s/:school/jobs/:shortId',
    config,
    errorHandler,
    schema: { hide: true, params: ofPost, querystring: pageQuery },
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      const language = languageOfPage(request.query)
      const [site, of] = await Promise.all([
        findSiteHere(services, request, school),
        findOpenPost(db, { school, shortId, reader: 'anybody' }, now()),
      ])
      const names = await namesOf(db, [of.content], [of])
      const facts = [of.employer, placesOf(names, of.content, language), payOf(of.content, language)]
      return sendPage(request, reply, {
        ...frameOf(services, site, language, `/jobs/${shortId}`),
        title: `${of.content.title} · ${of.employer}`,
        description: beginningOf(`${facts.join(' · ')} ${of.content.description}`, DESCRIBED),
        about: jobPosting(of, names, wholeAddress(baseUrl, site, `/jobs/${shortId}`)),
        main: drawJob(of, names, language),
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/jobs/:shortId/attachment',
    config: { access: 'public' },
    errorHandler,
    schema: { hide: true, params: ofPost, querystring: pageQuery },
    handler: async (request, reply) => {
      const { school, shortId } = request.params
      await findSiteHere(services, request, school)
      const { employerId, content } = await findOpenPost(db, { school, shortId, reader: 'anybody' }, now())
      // Whoever has the file asks again whether the post still has it.
      const tag = `"${content.attachment?.sha256}"`
      reply.header('cache-control', 'no-cache').header('etag', tag)
      if (isKnown(request, tag)) return reply.code(304).send()
      return sendAttachment(services, reply, employerId, content.attachment, { download: '1' })
    },
  })

  app.route({
    method: 'GET',
    url: '/s/:school/employers/:id',
    config,
    errorHandler,
    schema: { hide: true, params: z.object({ school: schoolCode, id: uuid }), querystring: pageQuery },
    handler: async (request, reply) => {
      const { school, id } = request.params
      const language = languageOfPage(request.query)
      const site = await findSiteHere(services, request, school)
      const { admitted, verifyDue } = await findVerification(db, school, id)
      if (!admitted) throw new Refusal('not-found')
      const at = now()
      const [{ inEffect }, items, rate, talks, fairs] = await Promise.all([
        findEmployer(db, id),
        listOpenOf(db, school, id, at, OF_EMPLOYER),
        findAnswerRate(db, school, id, at),
        listOpenTalksOf(db, { school, id }, at, OF_EMPLOYER),
        listOpenFairsOf(db, { school, id }, at, OF_EMPLOYER),
      ])
      const names = await namesOf(
        db,
        items.map(({ content }) => content),
        [inEffect],
      )
      return sendPage(request, reply, {
        ...frameOf(services, site, language, `/employers/${id}`),
        title: `${inEffect.name} · ${JOB_WORDS[language].title}`,
        description: JOB_WORDS[language].ofEmployer(inEffect.name),
        main: drawEmployer(
          school,
          { ...inEffect, id, rate, verifyDue, verification: verificationAt(verifyDue, at) },
          {
            items,
            names,
            talks: talks.length === 0 ? null : drawTalkList(school, talks, language),
            fairs: fairs.length === 0 ? null : drawFairList(school, fairs, language),
          },
          language,
        ),
      })
    },
  })
}
