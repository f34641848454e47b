import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import Fastify, { type FastifyRequest, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { problem } from '../../contracts/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { entryRoutes } from '../features/accounts/entry-routes.ts'
import { accountRoutes } from '../features/accounts/routes.ts'
import { findPerson, SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { paperRoutes } from '../features/agreements/paper-routes.ts'
import { agreementRoutes } from '../features/agreements/routes.ts'
import { destinationRoutes } from '../features/destinations/routes.ts'
import { proofRoutes } from '../features/dissolutions/proof-routes.ts'
import { dissolutionRoutes } from '../features/dissolutions/routes.ts'
import { employerRoutes } from '../features/employers/routes.ts'
import { evidenceRoutes } from '../features/evidence/routes.ts'
import { invitationRoutes } from '../features/invitations/routes.ts'
import { addressRoutes } from '../features/notifications/address-routes.ts'
import { notificationRoutes } from '../features/notifications/routes.ts'
import { schoolRoutes } from '../features/schools/routes.ts'
import { studentFileRoutes } from '../features/student-files/routes.ts'
import { contactRoutes } from '../features/students/contact-routes.ts'
import { studentRoutes } from '../features/students/routes.ts'
import { verificationRoutes } from '../features/students/verification-routes.ts'
import type { Services } from '../services/services.ts'
import { refuseUnlessMay } from './access.ts'
import { healthRoutes } from './health.ts'
import { answerError } from './problems.ts'
import type { App, Slice } from './slice.ts'

const SLICES: readonly Slice[] = [
  entryRoutes,
  accountRoutes,
  schoolRoutes,
  verificationRoutes,
  studentRoutes,
  contactRoutes,
  studentFileRoutes,
  employerRoutes,
  invitationRoutes,
  agreementRoutes,
  paperRoutes,
  dissolutionRoutes,
  proofRoutes,
  destinationRoutes,
  evidenceRoutes,
  notificationRoutes,
  addressRoutes,
]

const newApp = ({ logLevel, trustedProxies }: Services) =>
  Fastify({
    logger: { level: logLevel, redact: ['req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    // An empty list believes nobody's X-Forwarded-For.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: 256 * 1024,
    // Long enough for the largest file over a poor line; nobody may keep a connection by sending for ever.
    requestTimeout: 5 * 60_000,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()

/** A page of another site cannot make our reader's browser act: unsafe requests must come from our own pages. */
function refuseForeignOrigin(request: FastifyRequest, baseUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin === undefined || origin === baseUrl) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new Refusal('foreign-origin')
}

/** Whether it is text once decoded, and text that PostgreSQL keeps: no browser writes another address. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

/** PostgreSQL keeps no NUL and no half of a character pair: neither is anything a person types. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i

/** Milliseconds that open requests are given when the site closes. */
const LAST_CALL = 5_000

/** The whole HTTP server, not listening yet. */
export async function buildApp(services: Services): Promise<App> {
  const { db, now, baseUrl, webRoot } = services
  const app = newApp(services)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.decorateRequest('person', null)
  // Browsers open connections ahead and send nothing on them: Node would wait a minute for each.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_CALL).unref()
  })

  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      if (body === '') return done(null, undefined)
      const value: unknown = JSON.parse(body as string)
      if (UNSTORABLE.test(body as string) && JSON.stringify(value).match(UNSTORABLE))
        throw new SyntaxError('characters')
      done(null, value)
    } catch {
      done(new Refusal('invalid-input', { field: 'body' }))
    }
  })

  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        // Ant Design writes its styles at run time; scripts come from our own files only.
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: baseUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: baseUrl.startsWith('https:'),
  })
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/') || !route.schema) return
    route.schema = { ...route.schema, response: { ...(route.schema.response as object), '4xx': problem } }
  })
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Qianyue', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  })

  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    if (!isReadable(request.url)) throw new Refusal('invalid-input', { field: 'url' })
    refuseForeignOrigin(request, baseUrl)
    const token = request.cookies[SESSION_COOKIE]
    if (token && access !== 'public') request.person = await findPerson(db, token, now())
    const { school } = request.params as { school?: string }
    refuseUnlessMay(access, request.person, school)
  })

  for (const slice of SLICES) slice(app, services)
  healthRoutes(app, services)
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())

  if (webRoot) await app.register(fastifyStatic, { root: webRoot, wildcard: false, maxAge: '1h' })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      request.headers.accept?.includes('text/html')
    if (webRoot && isPage)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0 })
    answerError(new Refusal('not-found'), request, reply)
  })
  return app
}
