import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dayInChina } from '../../../domain/day.ts'
import { normalCode } from '../../../domain/entered.ts'
import { originOf } from '../../../domain/network.ts'
import { REFUSAL_STATUS, Refusal } from '../../../domain/refusal.ts'
import { readVerificationCode } from '../../../domain/verification-code/code.ts'
import { coarseOrigin, type LookWay } from '../../../domain/verification-code/look.ts'
import { fileFinding } from '../../../domain/verification-code/standing.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { refusalText } from '../../../words/refusals.ts'
import { VERIFY_WORDS } from '../../../words/verify.ts'
import { readFormFile, takeForms } from '../../http/form-file.ts'
import { languageOfPage, pageQuery, sendPassing } from '../../http/page.ts'
import { answerError, refusalOf } from '../../http/problems.ts'
import type { Slice } from '../../http/slice.ts'
import type { Html } from '../../pages/html.ts'
import { countUses, settle } from '../accounts/attempts.ts'
import { footOf } from '../public-site/foot.ts'
import { findSite } from '../public-site/queries.ts'
import { nameIn } from '../public-site/said.ts'
import { schoolOfRequest } from '../schools/host.ts'
import { pathIn } from '../schools/site-addresses.ts'
import { type ReadFile, readingFile } from './file-reading.ts'
import { countLook } from './looks.ts'
import { type Found, findByCode, findByFile } from './queries.ts'
import {
  drawForm,
  drawNothing,
  drawNotOurs,
  drawVerified,
  MOST_BYTES,
  PATHS,
  SCRIPT,
  type Typed,
} from './verify-view.ts'

const config = { access: 'public', isPage: true } as const
const typedForm = z.object({ number: z.string().catch(''), code: z.string().catch('') })
const checkedForm = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), code: z.string().catch('') })

/** Who asks, in which language, and by whose name. */
type Asking = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly language: Language
  readonly school: string | null
  readonly at: Date
}

/**
 * Where anybody verifies a document: by the address in a QR code, by typing, by a file. Without scripts; one works a file's
 * fingerprint out in the browser. It answers for one document that whoever asks has the code or the file of, and lists none.
 */
export const verifyPageRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services
  const to = (language: Language) => (path: string) => pathIn(language, path)

  const asking = async (request: FastifyRequest, reply: FastifyReply): Promise<Asking> => ({
    request,
    reply,
    language: languageOfPage(pageQuery.parse(request.query)),
    school: await schoolOfRequest(services, request),
    at: now(),
  })

  /** `path`: of this page, where there is one to come back to in the other language. */
  async function send({ reply, language, school }: Asking, main: Html, path: string = PATHS.typed) {
    const site = school === null ? null : await findSite(db, school)
    const w = VERIFY_WORDS[language]
    return sendPassing(reply, {
      language,
      title: w.title,
      description: w.description,
      addresses: null,
      inOther: pathIn(language === 'en' ? 'zh-CN' : 'en', path),
      name: site ? nameIn(language, site) : PUBLIC_SITE_WORDS[language].platform,
      home: '/',
      colours: { colour: site?.colour ?? null, accent: site?.accent ?? null },
      main,
      foot: footOf(services, site),
      form: { script: SCRIPT },
    })
  }

  /** Says on the form what is wrong, with what was typed. */
  const sendForm = (of: Asking, wrong: string | null = null, typed?: Typed) =>
    send(of, drawForm(of.language, to(of.language), { wrong, ...(typed && { typed }) }))

  /** Whoever is wrong too often waits; a right code takes its own try off again. */
  const namesOf = ({ request, school }: Asking) => {
    const { network, range } = originOf(request.ip)
    return { verifiers: network, verifierRanges: range, verifications: school ?? 'platform' }
  }
  const admit = (of: Asking) => countUses({ db, secrets }, namesOf(of), of.at)
  async function welcome(of: Asking, { school, codeId }: Found, way: LookWay) {
    await settle({ db, secrets }, { forget: {}, takeOff: namesOf(of) })
    if (codeId === null) return
    const origin = coarseOrigin(originOf(of.request.ip).network)
    const look = { day: dayInChina(of.at), way, origin, lastAt: of.at }
    await countLook(db, { school, id: codeId }, look)
  }

  async function answerCode(of: Asking, sought: { code: string; number: string | null }, way: LookWay) {
    await admit(of)
    const { language, at, school } = of
    const found = await findByCode(db, secrets, { ...sought, school, today: dayInChina(at) })
    if (!found) {
      of.reply.code(REFUSAL_STATUS['not-found'])
      return send(of, drawNothing(language, to(language)))
    }
    await welcome(of, found, way)
    const main = drawVerified(language, to(language), found, { at, finding: null })
    return send(of, main, `${PATHS.typed}/${sought.code}`)
  }

  async function answerFile(of: Asking, file: ReadFile) {
    const { language, at, school } = of
    const found = await findByFile(db, secrets, { ...file, school })
    const finding = fileFinding({
      isSealed: found?.isSealed ?? false,
      isSuperseded: found?.supersededAt != null,
      namesCode: found !== null,
    })
    if (!found || finding === 'not-ours') return send(of, drawNotOurs(language, to(language)))
    await welcome(of, found, 'file')
    return send(of, drawVerified(language, to(language), found, { at, finding }))
  }

  const errorHandler = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error)
    const isForm = hasZodFastifySchemaValidationErrors(error)
    const { statusCode = 500 } = isForm ? { statusCode: 422 } : (error as { statusCode?: number })
    if (!refusal && statusCode >= 500) {
      answerError(error, request, reply)
      return reply
    }
    const { code, details } = refusal ?? new Refusal('invalid-input')
    reply.code(refusal ? REFUSAL_STATUS[code] : statusCode)
    if (typeof details.seconds === 'number') reply.header('retry-after', details.seconds)
    const of = await asking(request, reply)
    return sendForm(of, refusalText(code, of.language, details))
  }

  app.route({
    method: 'GET',
    url: PATHS.typed,
    config,
    errorHandler,
    schema: { hide: true, querystring: pageQuery },
    handler: async (request, reply) => sendForm(await asking(request, reply)),
  })

  app.route({
    method: 'GET',
    url: `${PATHS.typed}/:code`,
    config,
    errorHandler,
    schema: { hide: true, querystring: pageQuery, params: z.object({ code: z.string() }) },
    handler: async (request, reply) => {
      const of = await asking(request, reply)
      const code = readVerificationCode(request.params.code)
      if (code !== null) return answerCode(of, { code, number: null }, 'address')
      reply.code(REFUSAL_STATUS['invalid-input'])
      return sendForm(of, VERIFY_WORDS[of.language].mistyped)
    },
  })

  takeForms(app, (scope) => {
    scope.route({
      method: 'POST',
      url: PATHS.typed,
      config,
      errorHandler,
      schema: { hide: true, querystring: pageQuery, body: typedForm },
      handler: async (request, reply) => {
        const of = await asking(request, reply)
        const typed = request.body
        const w = VERIFY_WORDS[of.language]
        const [number, code] = [normalCode(typed.number), readVerificationCode(typed.code)]
        if (number !== '' && code !== null) return answerCode(of, { code, number }, 'typed')
        reply.code(REFUSAL_STATUS['invalid-input'])
        return sendForm(of, code === null ? w.mistyped : w.numberMissing, typed)
      },
    })

    scope.route({
      method: 'POST',
      url: PATHS.checked,
      config,
      errorHandler,
      schema: { hide: true, querystring: pageQuery, body: checkedForm },
      handler: async (request, reply) => {
        const of = await asking(request, reply)
        await admit(of)
        const { sha256, code } = request.body
        return answerFile(of, { sha256, code: readVerificationCode(code) })
      },
    })

    scope.route({
      method: 'POST',
      url: PATHS.file,
      config,
      errorHandler,
      schema: { hide: true, querystring: pageQuery },
      handler: async (request, reply) => {
        const of = await asking(request, reply)
        await admit(of)
        const file = readingFile()
        await readFormFile(request, reply, MOST_BYTES, file.take)
        return answerFile(of, file.read())
      },
    })
  })
}
