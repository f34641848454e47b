import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import { SITE_VERSION_HEADER, siteVersionOf } from '../../contracts/site-version.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sendFront } from '../features/public-site/page-routes.ts'
import { findSite } from '../features/public-site/queries.ts'
import { schoolOfRequest } from '../features/schools/host.ts'
import type { Services } from '../services/services.ts'
import { frameScripts } from './frame-scripts.ts'
import { languageOfPage, pageQuery } from './page.ts'
import { answerError } from './problems.ts'
import type { App } from './slice.ts'

const FIRST_SCRIPT = /<script type="module"[^>]* src="([^"]+)"/
/** Their names change with their content. */
const HASHED = /[\\/]assets[\\/]/
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_DAY = 'public, max-age=86400'
/** Kept, but asked for each time: an old page would ask for files that are gone. */
const ASKED_EACH_TIME = 'no-cache'

/** What they say is for a page that is opened; of a file that pages fetch it says nothing, and weighs half a kilobyte each time. */
const OF_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
] as const

const keptFor = (file: string) => {
  if (HASHED.test(file)) return FOR_EVER
  return /\.html(\.br|\.gz)?$/.test(file) ? ASKED_EACH_TIME : FOR_A_DAY
}

/** Whether a page is opened, or looked at by a probe or a preview that takes anything; a file that is gone is none. */
function opensPage({ method, url, headers: { accept = '*/*' } }: FastifyRequest): boolean {
  const path = url.split(/[?#]/, 1)[0]!
  if ((method !== 'GET' && method !== 'HEAD') || /^\/(api|assets)(\/|$)/.test(path)) return false
  return accept.includes('text/html') || (accept.includes('*/*') && !/\.\w+$/.test(path))
}

/**
 * The built site in a folder: its files, as they were compressed when it was built, and its one page for every other
 * address that a browser opens. Every answer to a page says which site is served now. Without a folder there is none.
 */
export async function serveSite(app: App, services: Services): Promise<void> {
  const { webRoot } = services
  if (webRoot) {
    const [, script = ''] = FIRST_SCRIPT.exec(readFileSync(join(webRoot, 'index.html'), 'utf8')) ?? []
    const version = siteVersionOf(script)
    app.addHook('onRequest', async ({ routeOptions }, reply) => {
      if (version && routeOptions.config.access) reply.header(SITE_VERSION_HEADER, version)
    })
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      globIgnore: ['**/*.{br,gz}'],
      preCompressed: true,
      cacheControl: false,
      // The first address of all is a school's front where the host name is a school's.
      index: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', keptFor(file))
        if (HASHED.test(file)) for (const name of OF_PAGES) reply.raw.removeHeader(name)
      },
    })
  }
  app.route({
    method: 'GET',
    url: '/',
    config: { access: 'public', isPage: true },
    schema: { hide: true, querystring: pageQuery },
    handler: async (request, reply) => {
      const school = await schoolOfRequest(services, request)
      if (school !== null) {
        const site = await findSite(services.db, school)
        return sendFront(services, request, reply, { site, language: languageOfPage(request.query) })
      }
      if (!webRoot) throw new Refusal('not-found')
      return reply.sendFile('index.html')
    },
  })
  const scriptsOf = webRoot ? frameScripts(webRoot) : () => null
  app.setNotFoundHandler((request, reply) => {
    if (webRoot && opensPage(request)) {
      const scripts = scriptsOf(request.url)
      if (scripts) reply.header('link', scripts)
      return reply.sendFile('index.html')
    }
    answerError(new Refusal('not-found'), request, reply)
  })
}
