import { randomBytes } from 'node:crypto'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifySwagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, LogController, type RouteOptions } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { BEGUN_BY } from '../../contracts/endpoint.ts'
import { Refusal } from '../../domain/refusal.ts'
import { absenceRoutes } from '../features/absences/routes.ts'
import { entryRoutes } from '../features/accounts/entry-routes.ts'
import { forgottenRoutes } from '../features/accounts/forgotten-routes.ts'
import { linkRoutes } from '../features/accounts/link-routes.ts'
import { passkeyEntryRoutes } from '../features/accounts/passkey-entry-routes.ts'
import { passkeyRoutes } from '../features/accounts/passkey-routes.ts'
import { accountRoutes } from '../features/accounts/routes.ts'
import { secondFactorRoutes } from '../features/accounts/second-factor-routes.ts'
import { findPerson, SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { staffRoutes } from '../features/accounts/staff-routes.ts'
import { admissionRoutes } from '../features/admissions/routes.ts'
import { agreementDocumentRoutes } from '../features/agreements/document-routes.ts'
import { paperRoutes } from '../features/agreements/paper-routes.ts'
import { agreementRoutes } from '../features/agreements/routes.ts'
import { announcementRoutes } from '../features/announcements/routes.ts'
import { bearerIn, findBearer } from '../features/api-tokens/bearer.ts'
import { tokenMeter } from '../features/api-tokens/meter.ts'
import { apiTokenRoutes } from '../features/api-tokens/routes.ts'
import { applicationRoutes } from '../features/applications/routes.ts'
import { auditRoutes } from '../features/audits/routes.ts'
import { checkRoutes } from '../features/checks/routes.ts'
import { codeTableRoutes } from '../features/codes/routes.ts'
import { confirmationRoutes } from '../features/confirmations/routes.ts'
import { correctionRoutes } from '../features/corrections/routes.ts'
import { deregistrationRoutes } from '../features/deregistrations/routes.ts'
import { destinationRoutes } from '../features/destinations/routes.ts'
import { registrationSheetRoutes } from '../features/destinations/sheet-routes.ts'
import { certificateRoutes } from '../features/dissolutions/certificate-routes.ts'
import { proofRoutes } from '../features/dissolutions/proof-routes.ts'
import { dissolutionRoutes } from '../features/dissolutions/routes.ts'
import { documentTemplateRoutes } from '../features/document-templates/routes.ts'
import { employerRoutes } from '../features/employers/routes.ts'
import { evidenceRoutes } from '../features/evidence/routes.ts'
import { evidenceArchiveRoutes } from '../features/evidence-archives/routes.ts'
import { evidencePackageRoutes } from '../features/evidence-packages/routes.ts'
import { returnedFileRoutes } from '../features/exports/returned-routes.ts'
import { exportRoutes } from '../features/exports/routes.ts'
import { fairEntryRoutes } from '../features/fair-entries/routes.ts'
import { fairPageRoutes } from '../features/fairs/page-routes.ts'
import { fairRoutes } from '../features/fairs/routes.ts'
import { fairVisitRoutes } from '../features/fairs/visit-routes.ts'
import { favouriteRoutes } from '../features/favourites/routes.ts'
import { figureRoutes } from '../features/figures/routes.ts'
import { guestRoutes } from '../features/guests/routes.ts'
import { helpRoutes } from '../features/help/routes.ts'
import { interviewRoutes } from '../features/interviews/routes.ts'
import { invitationBatchRoutes } from '../features/invitation-batches/routes.ts'
import { invitationRoutes } from '../features/invitations/routes.ts'
import { majorRoutes } from '../features/majors/routes.ts'
import { memberRoutes } from '../features/members/routes.ts'
import { messageChannelRoutes } from '../features/messages/channel-routes.ts'
import { ownMessageRoutes } from '../features/messages/own-routes.ts'
import { messageReportRoutes } from '../features/messages/report-routes.ts'
import { momentReportRoutes } from '../features/moments/report-routes.ts'
import { momentRoutes } from '../features/moments/routes.ts'
import { noticeTextRoutes } from '../features/notice-texts/routes.ts'
import { addressRoutes } from '../features/notifications/address-routes.ts'
import { notificationRoutes } from '../features/notifications/routes.ts'
import { objectionRoutes } from '../features/objections/routes.ts'
import { ownFieldRoutes } from '../features/own-fields/routes.ts'
import { paperFormRoutes } from '../features/paper-forms/routes.ts'
import { placeRoutes } from '../features/places/routes.ts'
import { platformHealthRoutes } from '../features/platform/health-routes.ts'
import { platformRoutes } from '../features/platform/routes.ts'
import { postFileRoutes } from '../features/post-files/routes.ts'
import { postReportRoutes } from '../features/post-reports/routes.ts'
import { ownPostRoutes } from '../features/posts/own-routes.ts'
import { jobPageRoutes } from '../features/posts/page-routes.ts'
import { postRoutes } from '../features/posts/routes.ts'
import { jobRoutes } from '../features/posts/student-routes.ts'
import { keptRoutes } from '../features/privacy/kept-routes.ts'
import { noticeRoutes } from '../features/privacy/notice-routes.ts'
import { privacyRequestRoutes } from '../features/privacy-requests/routes.ts'
import { publicPageRoutes } from '../features/public-site/page-routes.ts'
import { publicSiteRoutes } from '../features/public-site/routes.ts'
import { recommendationRoutes } from '../features/recommendations/routes.ts'
import { recoveryRoutes } from '../features/recoveries/routes.ts'
import { resumeRoutes } from '../features/resumes/routes.ts'
import { shownResumeRoutes } from '../features/resumes/shown-routes.ts'
import { retentionRoutes } from '../features/retention/routes.ts'
import { reviewRoutes } from '../features/reviews/routes.ts'
import { rosterImportRoutes } from '../features/roster-imports/routes.ts'
import { savedSearchRoutes } from '../features/saved-searches/routes.ts'
import { schoolCopyRoutes } from '../features/school-copies/routes.ts'
import { schoolSignInRoutes } from '../features/school-sign-in/routes.ts'
import { collegeRoutes } from '../features/schools/college-routes.ts'
import { schoolRoutes } from '../features/schools/routes.ts'
import { sealRoutes } from '../features/seals/routes.ts'
import { settingsRoutes } from '../features/settings/routes.ts'
import { signingRoutes } from '../features/signing/routes.ts'
import { historyRoutes } from '../features/student-files/history-routes.ts'
import { studentFileRoutes } from '../features/student-files/routes.ts'
import { unmaskingRoutes } from '../features/student-files/unmasking-routes.ts'
import { activationRoutes } from '../features/students/activation-routes.ts'
import { contactRoutes } from '../features/students/contact-routes.ts'
import { rosterRoutes } from '../features/students/roster-routes.ts'
import { studentRoutes } from '../features/students/routes.ts'
import { verificationRoutes } from '../features/students/verification-routes.ts'
import { takenFileRoutes } from '../features/taken-files/routes.ts'
import { talkPageRoutes } from '../features/talks/page-routes.ts'
import { talkRoutes } from '../features/talks/routes.ts'
import { talkVisitRoutes } from '../features/talks/visit-routes.ts'
import { termTemplateRoutes } from '../features/term-templates/routes.ts'
import { trackRecordRoutes } from '../features/track-records/routes.ts'
import { transferPaperRoutes } from '../features/transfer-papers/routes.ts'
import { transferRoutes } from '../features/transfers/routes.ts'
import { transferSheetRoutes } from '../features/transfers/sheet-routes.ts'
import { checkpointPageRoutes } from '../features/transparency/page-routes.ts'
import { checkpointRoutes } from '../features/transparency/routes.ts'
import { venueRoutes } from '../features/venues/routes.ts'
import { verifyPageRoutes } from '../features/verification-codes/page-routes.ts'
import { verificationCodeRoutes } from '../features/verification-codes/routes.ts'
import { webhookRoutes } from '../features/webhooks/routes.ts'
import type { Services } from '../services/services.ts'
import { refuseAnotherAccount, refuseBeyondToken, refuseUnlessMay } from './access.ts'
import { refuseDaysNotMeant } from './days-meant.ts'
import { healthRoutes } from './health.ts'
import { answerFailure, refuseUnusableKey } from './kept-answers.ts'
import { openApiOf, PROBLEMS } from './openapi.ts'
import { refuseForeignOrigin } from './origin.ts'
import { refuseUnprinted } from './printed-texts.ts'
import { logAnswers } from './request-log.ts'
import { serveSite } from './site.ts'
import type { App, Slice } from './slice.ts'

const SLICES: readonly Slice[] = [
  entryRoutes,
  accountRoutes,
  linkRoutes,
  forgottenRoutes,
  secondFactorRoutes,
  passkeyRoutes,
  passkeyEntryRoutes,
  signingRoutes,
  staffRoutes,
  platformRoutes,
  platformHealthRoutes,
  codeTableRoutes,
  placeRoutes,
  schoolRoutes,
  schoolSignInRoutes,
  collegeRoutes,
  majorRoutes,
  settingsRoutes,
  ownFieldRoutes,
  noticeTextRoutes,
  verificationRoutes,
  studentRoutes,
  rosterRoutes,
  contactRoutes,
  activationRoutes,
  recoveryRoutes,
  studentFileRoutes,
  unmaskingRoutes,
  historyRoutes,
  figureRoutes,
  momentRoutes,
  momentReportRoutes,
  confirmationRoutes,
  helpRoutes,
  objectionRoutes,
  checkRoutes,
  exportRoutes,
  returnedFileRoutes,
  rosterImportRoutes,
  apiTokenRoutes,
  webhookRoutes,
  termTemplateRoutes,
  sealRoutes,
  documentTemplateRoutes,
  trackRecordRoutes,
  transferPaperRoutes,
  transferRoutes,
  transferSheetRoutes,
  invitationBatchRoutes,
  employerRoutes,
  admissionRoutes,
  ownPostRoutes,
  postFileRoutes,
  postRoutes,
  jobPageRoutes,
  jobRoutes,
  resumeRoutes,
  shownResumeRoutes,
  favouriteRoutes,
  savedSearchRoutes,
  postReportRoutes,
  venueRoutes,
  talkRoutes,
  talkVisitRoutes,
  talkPageRoutes,
  fairRoutes,
  fairEntryRoutes,
  fairVisitRoutes,
  guestRoutes,
  fairPageRoutes,
  absenceRoutes,
  applicationRoutes,
  interviewRoutes,
  memberRoutes,
  invitationRoutes,
  agreementRoutes,
  agreementDocumentRoutes,
  evidenceArchiveRoutes,
  takenFileRoutes,
  schoolCopyRoutes,
  deregistrationRoutes,
  auditRoutes,
  evidencePackageRoutes,
  paperRoutes,
  dissolutionRoutes,
  proofRoutes,
  certificateRoutes,
  registrationSheetRoutes,
  destinationRoutes,
  correctionRoutes,
  reviewRoutes,
  evidenceRoutes,
  notificationRoutes,
  addressRoutes,
  messageChannelRoutes,
  ownMessageRoutes,
  messageReportRoutes,
  noticeRoutes,
  keptRoutes,
  paperFormRoutes,
  privacyRequestRoutes,
  recommendationRoutes,
  retentionRoutes,
  announcementRoutes,
  checkpointRoutes,
  checkpointPageRoutes,
  publicSiteRoutes,
  publicPageRoutes,
  verificationCodeRoutes,
  verifyPageRoutes,
]

const newApp = ({ log, trustedProxies }: Services) =>
  Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Short enough to be read out over the telephone, and of no other request.
    genReqId: () => randomBytes(6).toString('hex'),
    logController: new LogController({ disableRequestLogging: true }),
    // An empty list believes nobody's X-Forwarded-For.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: 256 * 1024,
    // Long enough for the largest file over a poor line; nobody may keep a connection by sending for ever.
    requestTimeout: 5 * 60_000,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()

/** Whether it is text once decoded, and text that PostgreSQL keeps: no browser writes another address. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

/** Milliseconds that open requests are given when the site closes. */
const LAST_CALL = 5_000

/** Compressed as they are sent are JSON and pages: no stream of events, no file of evidence; the site's files come compressed. */
const isCompressed = ({ url, schema, config }: RouteOptions) =>
  url === '/openapi.json' || config?.isPage || (url.startsWith('/api/') && !(schema && 'produces' in schema))

/** The whole HTTP server, not listening yet. */
export async function buildApp(services: Services): Promise<App> {
  const { db, now, baseUrl } = services
  const app = newApp(services)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => answerFailure(services, error, request, reply))
  app.decorateRequest('person', null)
  app.decorateRequest('hasActed', false)
  logAnswers(app)
  // Browsers open connections ahead and send nothing on them: Node would wait a minute for each.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_CALL).unref()
  })

  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      if (body === '') return done(null, undefined)
      done(null, JSON.parse(body as string))
    } catch {
      done(new Refusal('invalid-input', { field: 'body' }))
    }
  })

  app.addHook('onRoute', (route) => {
    if (!isCompressed(route)) route.compress = false
  })
  await app.register(fastifyCompress, { globalDecompression: false, encodings: ['br', 'gzip'] })
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
    route.schema = { ...route.schema, response: { ...(route.schema.response as object), ...PROBLEMS } }
  })
  await app.register(fastifySwagger, openApiOf(baseUrl))

  const meter = tokenMeter()
  app.addHook('onRequest', async (request, reply) => {
    const { access, token: scope } = request.routeOptions.config
    if (access === undefined) return
    // What is said to one person is nobody else's to find on this computer; what all may keep says so itself.
    // Pages set their clocks by this one, by which days and deadlines are judged.
    reply.header('cache-control', 'no-store').header('date', now().toUTCString())
    if (!isReadable(request.url)) throw new Refusal('invalid-input', { field: 'url' })
    refuseForeignOrigin(request, baseUrl)
    const { school } = request.params as { school?: string }
    const bearer = bearerIn(request)
    const session = request.cookies[SESSION_COOKIE]
    if (access !== 'public' && bearer) request.person = await findBearer({ db, meter }, bearer, school, now())
    else if (access !== 'public' && session) request.person = await findPerson(db, session, now())
    refuseUnlessMay(access, request.person, school)
    refuseBeyondToken(request.person, scope)
    refuseAnotherAccount(request.person, request.headers[BEGUN_BY])
    refuseUnusableKey(request)
  })

  refuseDaysNotMeant(app, now)
  refuseUnprinted(app, services.printed)
  for (const slice of SLICES) slice(app, services)
  healthRoutes(app, services)
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())

  await serveSite(app, services)
  return app
}
