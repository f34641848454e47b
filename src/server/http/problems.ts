import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Problem } from '../../contracts/endpoint.ts'
import type { Reason } from '../../domain/eligibility.ts'
import type { AnswerFault } from '../../domain/form.ts'
import { REFUSAL_STATUS, Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { type Language, refusalText } from '../../words/refusals.ts'

/** Accepting was refused: carries every reason that stands in the way (R27), the first as its code. */
export class NotEligible extends Refusal {
  readonly reasons: readonly Reason[]
  constructor(reasons: readonly [Reason, ...Reason[]]) {
    super(reasons[0].code, reasons[0].details)
    this.reasons = reasons
  }
}

export type FieldFault = { readonly field: string; readonly fault: AnswerFault | 'evidence-needed' }

/** Input that only the form in the code table can judge: every field that is not right, at once. */
export class InvalidFields extends Refusal {
  readonly faults: readonly FieldFault[]
  constructor(faults: readonly FieldFault[]) {
    super('invalid-input')
    this.faults = faults
  }
}

/** Business rules that the database repeats, and what a person is told when it is the database that says no. */
const REFUSAL_OF_CONSTRAINT: Readonly<Record<string, RefusalCode>> = {
  invitations_one_live_per_pair: 'live-invitation-exists',
  placements_one_per_student: 'student-already-placed',
  agreements_one_per_invitation: 'already-moved-on',
  destinations_one_declaration_per_student: 'content-changed',
  dissolutions_one_open_per_agreement: 'dissolution-open',
}

/** The business "no" in an error, also where it is the database that says it; null for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const { constraint } = error as { constraint?: string }
  const code = constraint === undefined ? undefined : REFUSAL_OF_CONSTRAINT[constraint]
  return code ? new Refusal(code) : null
}

const LOCALES = { 'zh-CN': z.locales.zhCN(), en: z.locales.en() }
/** For a regular expression, which says nothing to most people, and for a rule of our own. */
const NOT_IN_FORM = { 'zh-CN': '格式不正确', en: 'This is not in the right form' }
const NEEDED = { 'zh-CN': '请填写此项', en: 'This is needed' }
const FAULT_WORDS: Record<AnswerFault, Record<Language, string>> = {
  needed: NEEDED,
  'not-in-form': NOT_IN_FORM,
  'not-in-table': { 'zh-CN': '请从列表中选择', en: 'Choose from the list' },
  'not-asked': { 'zh-CN': '表单中没有这一项', en: 'The form has no such field' },
}

export const languageOf = (request: FastifyRequest): Language => {
  const wanted = request.headers['accept-language']
  if (wanted) return /^en\b/i.test(wanted) ? 'en' : 'zh-CN'
  return request.person?.language ?? 'zh-CN'
}

const BOUNDS: Record<Language, Record<'too_small' | 'too_big', (n: number) => Record<string, string>>> = {
  'zh-CN': {
    too_small: (n) => ({ string: `至少 ${n} 个字`, array: `至少 ${n} 项`, number: `不能小于 ${n}` }),
    too_big: (n) => ({ string: `最多 ${n} 个字`, array: `最多 ${n} 项`, number: `不能大于 ${n}` }),
  },
  en: {
    too_small: (n) => ({
      string: `At least ${n} characters`,
      array: `At least ${n}`,
      number: `At least ${n}`,
    }),
    too_big: (n) => ({ string: `At most ${n} characters`, array: `At most ${n}`, number: `At most ${n}` }),
  },
}

/** What is too short, long, few, many, small or large, in words; null where it is something else. */
function boundOf(
  { keyword, params }: { keyword: string; params: object },
  language: Language,
): string | null {
  if (keyword !== 'too_small' && keyword !== 'too_big') return null
  const { origin, minimum, maximum } = params as { origin?: string; minimum?: number; maximum?: number }
  const bound = keyword === 'too_small' ? minimum : maximum
  if (origin === 'string' && keyword === 'too_small' && bound === 1) return NEEDED[language]
  return BOUNDS[language][keyword](bound ?? 0)[origin === 'int' ? 'number' : (origin ?? '')] ?? null
}

/** One field's fault in the reader's language. A wrong type means, to a person, that the field was not filled in. */
function wordsOf(issue: { keyword: string; params: object; message?: string }, language: Language): string {
  if (issue.keyword === 'invalid_type') return NEEDED[language]
  const bound = boundOf(issue, language)
  if (bound) return bound
  const isForm = issue.keyword === 'custom' || ('format' in issue.params && issue.params.format === 'regex')
  if (isForm) return NOT_IN_FORM[language]
  const words = LOCALES[language].localeError({
    code: issue.keyword,
    ...issue.params,
    input: '',
  } as z.core.$ZodRawIssue)
  return (typeof words === 'string' ? words : words?.message) ?? issue.message ?? ''
}

function problemOf(error: unknown, language: Language): Problem {
  const about = (
    code: RefusalCode,
    details?: Problem['details'],
    status: number = REFUSAL_STATUS[code],
  ): Problem => ({
    type: `urn:qianyue:problem:${code}`,
    title: refusalText(code, language, details),
    status,
    code,
    ...(details && Object.keys(details).length > 0 && { details }),
  })
  const refusal = refusalOf(error)
  if (refusal) {
    const problem = about(refusal.code, { ...refusal.details })
    if (error instanceof NotEligible) problem.reasons = [...error.reasons]
    if (error instanceof InvalidFields)
      problem.errors = error.faults.map(({ field, fault }) => ({
        field,
        message: fault === 'evidence-needed' ? refusalText(fault, language) : FAULT_WORDS[fault][language],
      }))
    if (typeof refusal.details.field === 'string')
      problem.errors = [{ field: refusal.details.field, message: problem.title }]
    return problem
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return {
      ...about('invalid-input'),
      errors: error.validation.map((issue) => ({
        field: issue.instancePath.slice(1).replaceAll('/', '.') || String(error.validationContext ?? 'body'),
        message: wordsOf(issue, language),
      })),
    }
  }
  const { statusCode, message } = error as FastifyError
  if (statusCode === 429) return about('too-many-requests')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { ...about('invalid-input', undefined, statusCode), errors: [{ field: 'body', message }] }
  }
  return {
    type: 'urn:qianyue:problem:internal',
    title:
      language === 'en'
        ? 'Something went wrong on our side; nothing was changed'
        : '系统出错了，您的操作没有生效，请稍后重试',
    status: 500,
    code: 'internal',
  }
}

/** The one place that turns an error into an answer (RFC 9457). A bug says nothing to the outside and all to the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, languageOf(request))
  if (problem.status >= 500) request.log.error({ err: error }, 'unexpected error')
  reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}
