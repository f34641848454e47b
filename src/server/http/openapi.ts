import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import * as absences from '../../contracts/absences.ts'
import * as accounts from '../../contracts/accounts.ts'
import * as activationCodes from '../../contracts/activation-codes.ts'
import * as admissions from '../../contracts/admissions.ts'
import * as agreements from '../../contracts/agreements.ts'
import * as announcements from '../../contracts/announcements.ts'
import * as apiTokens from '../../contracts/api-tokens.ts'
import * as applications from '../../contracts/applications.ts'
import * as atoms from '../../contracts/atoms.ts'
import * as audits from '../../contracts/audits.ts'
import * as cases from '../../contracts/case.ts'
import * as checkpoints from '../../contracts/checkpoints.ts'
import * as checks from '../../contracts/checks.ts'
import * as codeTables from '../../contracts/code-tables.ts'
import * as confirmations from '../../contracts/confirmations.ts'
import * as contacts from '../../contracts/contact.ts'
import * as corrections from '../../contracts/corrections.ts'
import * as deregistrations from '../../contracts/deregistrations.ts'
import * as desks from '../../contracts/desk.ts'
import * as destinations from '../../contracts/destinations.ts'
import * as dissolutions from '../../contracts/dissolutions.ts'
import * as documentTemplates from '../../contracts/document-templates.ts'
import * as employerData from '../../contracts/employer-facts.ts'
import * as employerRecords from '../../contracts/employer-records.ts'
import * as employers from '../../contracts/employers.ts'
import { BEGUN_BY, type Endpoint, IDEMPOTENCY_KEY } from '../../contracts/endpoint.ts'
import * as evidence from '../../contracts/evidence.ts'
import * as evidenceArchives from '../../contracts/evidence-archives.ts'
import * as evidencePackages from '../../contracts/evidence-package.ts'
import * as exportsByTemplate from '../../contracts/exports.ts'
import * as fairEntries from '../../contracts/fair-entries.ts'
import * as fairVisits from '../../contracts/fair-visits.ts'
import * as fairs from '../../contracts/fairs.ts'
import * as figures from '../../contracts/figures.ts'
import * as forgotten from '../../contracts/forgotten.ts'
import * as guests from '../../contracts/guests.ts'
import * as health from '../../contracts/health.ts'
import * as help from '../../contracts/help.ts'
import * as interviews from '../../contracts/interviews.ts'
import * as invitationBatches from '../../contracts/invitation-batches.ts'
import * as invitations from '../../contracts/invitations.ts'
import * as jobs from '../../contracts/jobs.ts'
import * as majors from '../../contracts/majors.ts'
import * as members from '../../contracts/members.ts'
import * as messageChannels from '../../contracts/message-channels.ts'
import * as messageReports from '../../contracts/message-reports.ts'
import * as moments from '../../contracts/moments.ts'
import * as noticeTexts from '../../contracts/notice-texts.ts'
import * as notifications from '../../contracts/notifications.ts'
import * as objections from '../../contracts/objections.ts'
import * as ownFields from '../../contracts/own-fields.ts'
import * as ownMessages from '../../contracts/own-messages.ts'
import * as paperForms from '../../contracts/paper-forms.ts'
import * as passkeys from '../../contracts/passkeys.ts'
import * as places from '../../contracts/places.ts'
import * as platform from '../../contracts/platform.ts'
import * as postFiles from '../../contracts/post-files.ts'
import * as postReports from '../../contracts/post-reports.ts'
import * as posts from '../../contracts/posts.ts'
import * as privacy from '../../contracts/privacy.ts'
import * as privacyRequests from '../../contracts/privacy-requests.ts'
import * as problems from '../../contracts/problem.ts'
import * as publicSite from '../../contracts/public-site.ts'
import * as recommendations from '../../contracts/recommendations.ts'
import * as recoveries from '../../contracts/recoveries.ts'
import * as resumes from '../../contracts/resumes.ts'
import * as retention from '../../contracts/retention.ts'
import * as reviews from '../../contracts/review.ts'
import * as roster from '../../contracts/roster.ts'
import * as rosterImports from '../../contracts/roster-imports.ts'
import * as schoolCopies from '../../contracts/school-copies.ts'
import * as schoolSignIn from '../../contracts/school-sign-in.ts'
import * as schools from '../../contracts/schools.ts'
import * as seals from '../../contracts/seals.ts'
import * as secondFactor from '../../contracts/second-factor.ts'
import * as schoolSettings from '../../contracts/settings.ts'
import * as sheets from '../../contracts/sheets.ts'
import * as signing from '../../contracts/signing.ts'
import * as staff from '../../contracts/staff.ts'
import * as standings from '../../contracts/standing.ts'
import * as students from '../../contracts/students.ts'
import * as takenFiles from '../../contracts/taken-files.ts'
import * as talkVisits from '../../contracts/talk-visits.ts'
import * as talks from '../../contracts/talks.ts'
import * as termTemplates from '../../contracts/term-templates.ts'
import * as terms from '../../contracts/terms.ts'
import * as trackRecords from '../../contracts/track-records.ts'
import * as transferPapers from '../../contracts/transfer-papers.ts'
import * as transferSheets from '../../contracts/transfer-sheets.ts'
import * as transfers from '../../contracts/transfers.ts'
import * as venues from '../../contracts/venues.ts'
import * as verification from '../../contracts/verification.ts'
import * as verificationCodes from '../../contracts/verification-codes.ts'
import * as webhooks from '../../contracts/webhooks.ts'
import type { TokenScope } from '../../domain/api-token/token.ts'
import { SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { VERSION } from '../services/version.ts'

const CONTRACTS: readonly object[] = [
  ...[
    absences,
    accounts,
    activationCodes,
    admissions,
    agreements,
    announcements,
    postFiles,
    posts,
    jobs,
    postReports,
    fairEntries,
    fairVisits,
    fairs,
    guests,
    talkVisits,
    talks,
    venues,
    applications,
    interviews,
    resumes,
    atoms,
    cases,
    checkpoints,
    codeTables,
    places,
    contacts,
    corrections,
    desks,
    destinations,
  ],
  ...[
    dissolutions,
    employerData,
    employerRecords,
    employers,
    evidence,
    evidenceArchives,
    takenFiles,
    schoolCopies,
    audits,
    deregistrations,
    evidencePackages,
    figures,
    moments,
    confirmations,
    help,
    objections,
    checks,
    exportsByTemplate,
    invitationBatches,
    health,
    invitations,
    majors,
    members,
    noticeTexts,
    notifications,
    ownFields,
    passkeys,
    privacy,
    paperForms,
    privacyRequests,
    recommendations,
    retention,
    platform,
    problems,
    publicSite,
  ],
  ...[
    forgotten,
    messageChannels,
    messageReports,
    ownMessages,
    recoveries,
    schoolSignIn,
    reviews,
    roster,
    rosterImports,
    schools,
    schoolSettings,
    secondFactor,
    sheets,
    signing,
    staff,
    standings,
    students,
    terms,
    apiTokens,
    webhooks,
    termTemplates,
    seals,
    documentTemplates,
    trackRecords,
    transferPapers,
    transferSheets,
    transfers,
    verification,
    verificationCodes,
  ],
]
const NAMED = new Map<string, unknown>(CONTRACTS.flatMap((file) => Object.entries(file)))

const isEndpoint = (value: object): value is Endpoint => 'method' in value && 'url' in value
const inCamelCase = (text: string) =>
  text.replace(/[-.](\w)/g, (_all, letter: string) => letter.toUpperCase())
/** Every endpoint under the name of its contract; the acts of a record as `invitationAccept`. */
const ENDPOINTS = [...NAMED].flatMap(([name, value]): [string, Endpoint][] => {
  if (typeof value !== 'object' || value === null) return []
  if (isEndpoint(value)) return [[name, value]]
  const within = Object.entries(value).filter(
    ([, one]) => typeof one === 'object' && one !== null && isEndpoint(one),
  )
  return within.map(([act, endpoint]) => [inCamelCase(`${name.replace(/Acts$/, '')}-${act}`), endpoint])
})
const NAME_OF = new Map(ENDPOINTS.map(([name, { method, url }]) => [`${method} ${url}`, name]))

/** What the contracts name is named in the document too; what stands in an address is said beside each. */
const inAddresses = new Set<unknown>(
  ENDPOINTS.flatMap(([, { schema }]) => [schema.params, schema.querystring]),
)
for (const [name, schema] of NAMED)
  if ((schema instanceof z.ZodObject || schema instanceof z.ZodEnum) && !inAddresses.has(schema))
    z.globalRegistry.add(schema, { ...schema.meta(), id: `${name[0]!.toUpperCase()}${name.slice(1)}` })

const told = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problems.problem } },
})
/** What every route of the contracts may answer beside what it is for (RFC 9457). */
export const PROBLEMS = {
  '4xx': told('A refusal: `code` says which, `title` says it in the reader’s language'),
  '5xx': told('A fault of ours; `outcome-unknown` where an act may have been done: ask again under its key'),
}

const HEADERS = {
  type: 'object',
  properties: {
    [BEGUN_BY]: {
      type: 'string',
      format: 'uuid',
      description:
        'The account that began the page; refused with `another-account` when another is signed in',
    },
  },
}
const ACT_HEADERS = {
  ...HEADERS,
  properties: {
    ...HEADERS.properties,
    [IDEMPOTENCY_KEY]: {
      type: 'string',
      pattern: '^[\\x21-\\x7e]{1,128}$',
      description:
        'Names this act: asked again under it within two days, it is answered the same and done once',
    },
  },
}

/** Every named schema is written as what is sent and as what is answered; those that nothing names go. */
function keepUsed(schemas: Record<string, unknown>, document: object): void {
  const text = JSON.stringify(document)
  const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))
  for (const name of unused) delete schemas[name]
  if (unused.length > 0) keepUsed(schemas, document)
}

/** By a session; where a token is let in, by one with that scope too. */
const doorsOf = (scope: TokenScope | undefined): Record<string, string[]>[] => [
  { session: [] },
  ...(scope ? [{ token: [scope] }] : []),
]

/** How `@fastify/swagger` tells of the contracts at `/openapi.json`. */
export const openApiOf = (baseUrl: string): FastifyDynamicSwaggerOptions => ({
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Qianyue',
      description: 'Employment agreements signed online by graduate and employer, certified by the school.',
      version: VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An API token of a school or an employer; each operation names the scope that it needs',
        },
      },
    },
  },
  transform: (given) => {
    const { schema, url } = jsonSchemaTransform(given)
    const { method, config } = given.route
    const isPersonal = config?.access !== undefined && config.access !== 'public'
    return {
      url,
      schema: {
        ...schema,
        operationId: NAME_OF.get(`${method} ${url}`) ?? inCamelCase(url.slice(1)),
        security: isPersonal ? doorsOf(config.token) : [],
        ...(isPersonal && { headers: method === 'GET' ? HEADERS : ACT_HEADERS }),
      },
    }
  },
  transformObject: (given) => {
    const document = jsonSchemaTransformObject(given)
    if ('components' in document) keepUsed(document.components?.schemas ?? {}, document)
    return document
  },
})
