import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Problem } from '../../contracts/problem.ts'
import { InvalidColumns } from '../../domain/export/template.ts'
import { type FieldFault, InvalidFields } from '../../domain/form.ts'
import { RefusedWording } from '../../domain/post/wording.ts'
import {
  REFUSAL_STATUS,
  Refusal,
  type RefusalCode,
  RefusedFields,
  RefusedForReasons,
} from '../../domain/refusal.ts'
import { InvalidRosterFields } from '../../domain/roster/read-values.ts'
import type { HiddenCharacter } from '../../domain/text.ts'
import { columnFaultText } from '../../words/exports.ts'
import { FAULT_WORDS } from '../../words/faults.ts'
import type { Language } from '../../words/language.ts'
import { ownFaultText } from '../../words/own-fields.ts'
import { findingText } from '../../words/post-wording.ts'
import { refusalText } from '../../words/refusals.ts'
import { faultAlone } from '../../words/roster.ts'
import { OutcomeUnknown } from '../db/database.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'

/**
 * Business rules that the database repeats, and what a person is told when it is the database that says no; where one field of
 * the form is what it says no to, with the name that this has in every body.
 */
const REFUSAL_OF_CONSTRAINT: Readonly<Record<string, RefusalCode | readonly [RefusalCode, field: string]>> = {
  invitations_one_live_per_pair: 'live-invitation-exists',
  // Taken off the roster in the second in which something began, or the other way round.
  placements_of_who_is_on_roster: 'content-changed',
  placements_one_per_student: 'student-already-placed',
  agreements_one_per_invitation: 'already-moved-on',
  destinations_one_declaration_per_student: 'content-changed',
  dissolutions_one_open_per_agreement: 'dissolution-open',
  agreement_serials_last_check: 'numbers-used-up',
  notice_texts_one_after_another: 'content-changed',
  notices_of_a_day_are_few: 'told-too-often',
  employers_one_per_credit_code: ['employer-registered', 'creditCode'],
  employers_keep_an_owner: 'last-owner',
  webhooks_one_per_address: ['webhook-address-taken', 'server'],
  api_tokens_one_per_name: ['token-name-taken', 'name'],
  term_templates_one_per_name: ['template-name-taken', 'name'],
  admissions_pkey: 'already-applied',
  // The student was moved to another college while this was about to begin.
  agreements_student: 'content-changed',
  dissolutions_student: 'content-changed',
  destinations_student: 'content-changed',
  corrections_student: 'content-changed',
  corrections_one_open_per_student: 'correction-open',
  privacy_requests_one_open: 'request-open',
  post_reports_one_open_each: 'post-reported',
  audit_signings_once: 'audit-signed',
  deregistrations_pkey: 'deregistered-already',
  figure_moments_one_at_a_time: ['moment-taken', 'when.time'],
  objections_one_open_each: 'objection-open',
  objections_not_by_whom_they_speak_of: 'objection-about-yourself',
  venues_once_by_name: ['venue-name-taken', 'name'],
  export_templates_once_by_name: ['export-name-taken', 'templateName'],
  // Whoever places an event holds its venue, and whoever signs up the talk: they are told more than the database knows.
  venue_bookings_one_at_a_time: 'content-changed',
  talks_have_places_enough: 'content-changed',
  fairs_have_places_enough: 'content-changed',
  // Whoever acts on a fair holds it.
  fair_entries_one_a_booth: 'content-changed',
  fair_entries_at_a_booth: 'content-changed',
  fair_entries_one_an_employer: 'fair-entered',
  applications_once_a_post: 'applied-already',
  interviews_slot_taken_once: ['interview-slot-taken', 'slotId'],
  interview_slots_keep_their_distance: ['interview-times-overlap', 'begins'],
  saved_searches_once_by_name: ['search-saved', 'searchName'],
  resumes_once_by_name: ['resume-name-taken', 'resumeName'],
  privacy_requests_one_open_of_user: 'request-open',
  // Who is told of the act has let the account go meanwhile.
  notifications_user_id_fkey: 'content-changed',
  privacy_requests_nobody_answers_themselves: 'own-request',
  // Of two members of staff in one second.
  paper_forms_one_out_per_student: 'content-changed',
  paper_forms_one_per_agreement: 'content-changed',
  paper_form_serials_suffice: 'numbers-used-up',
  transfers_one_stands: 'transfer-stands',
  transfers_one_per_try: 'content-changed',
  transfer_serials_suffice: 'numbers-used-up',
  transfers_one_per_parcel: ['transfer-number-taken', 'transferNumbers.tracking'],
  transfers_transfer_number_of_one: ['transfer-number-taken', 'transferNumbers.transfer'],
  transfers_verification_number_of_one: ['transfer-number-taken', 'transferNumbers.verification'],
  transfers_migration_number_of_one: ['transfer-number-taken', 'transferNumbers.migration'],
  recommendations_one_per_student: 'already-moved-on',
  privacy_notices_pkey: 'content-changed',
  // Of two tabs in one second.
  roster_filters_pkey: 'content-changed',
  schools_pkey: ['school-exists', 'code'],
  schools_one_per_host: ['host-taken', 'host'],
  colleges_pkey: ['college-exists', 'id'],
  majors_pkey: ['major-exists', 'majorCode'],
  users_one_per_login: ['login-taken', 'login'],
  passkeys_one_per_credential: 'passkey-refused',
  recoveries_one_open_per_student: 'recovery-open',
  recoveries_by_two_people: 'second-person-needed',
  // The college was removed while somebody was being given it.
  users_college: 'no-such-college',
}

/** The business "no" in an error, also where it is the database that says it; null for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const { constraint, message = '' } = error as { constraint?: string; message?: string }
  // From another place of a cluster only the words come, and the name bears the number of its shard.
  const name = (constraint ?? / constraint "(\w+)"/.exec(message)?.[1])?.replace(/_\d{6,}$/, '')
  const said = name === undefined ? undefined : REFUSAL_OF_CONSTRAINT[name]
  if (said === undefined) return null
  if (typeof said === 'string') return new Refusal(said)
  const [code, field] = said
  return new Refusal(code, { field })
}

const LOCALES = { 'zh-CN': z.locales.zhCN(), en: z.locales.en() }

export const languageOf = (request: FastifyRequest): Language => {
  const wanted = request.headers['accept-language']
  if (wanted) return /^en\b/i.test(wanted) ? 'en' : 'zh-CN'
  return request.person?.language ?? 'zh-CN'
}

/** What is too short, long, few, many, small or large, in words; null where it is something else. */
function boundOf(
  { keyword, params }: { keyword: string; params: object },
  language: Language,
): string | null {
  if (keyword !== 'too_small' && keyword !== 'too_big') return null
  const { origin, minimum, maximum } = params as { origin?: string; minimum?: number; maximum?: number }
  const bound = keyword === 'too_small' ? minimum : maximum
  const { answer, tooSmall, tooBig } = FAULT_WORDS[language]
  if (origin === 'string' && keyword === 'too_small' && bound === 1) return answer.needed
  const words: Readonly<Record<string, (n: number) => string>> = keyword === 'too_small' ? tooSmall : tooBig
  return words[origin === 'int' ? 'number' : (origin ?? '')]?.(bound ?? 0) ?? null
}

/** The character that a text field refused, where that is what was wrong. */
function hiddenIn({ params }: { params?: Partial<HiddenCharacter> }): HiddenCharacter | null {
  const { character, position } = params ?? {}
  return character !== undefined && position !== undefined ? { character, position } : null
}

/** One field's fault in the reader's language. A wrong type means, to a person, that the field was not filled in. */
function wordsOf(issue: { keyword: string; params: object; message?: string }, language: Language): string {
  const { answer, hidden } = FAULT_WORDS[language]
  if (issue.keyword === 'invalid_type') return answer.needed
  const found = hiddenIn(issue.params)
  if (found) return hidden(found.character, found.position)
  const bound = boundOf(issue, language)
  if (bound) return bound
  // A regular expression says nothing to most people, nor does a rule of our own.
  const isForm = issue.keyword === 'custom' || ('format' in issue.params && issue.params.format === 'regex')
  if (isForm) return answer['not-in-form']
  const words = LOCALES[language].localeError({
    code: issue.keyword,
    ...issue.params,
    input: '',
  } as z.core.$ZodRawIssue)
  return (typeof words === 'string' ? words : words?.message) ?? issue.message ?? ''
}

function answerText(wrong: FieldFault, language: Language): string {
  if ('own' in wrong) return ownFaultText(wrong.own, language)
  const { fault } = wrong
  return fault === 'evidence-needed' ? refusalText(fault, language) : FAULT_WORDS[language].answer[fault]
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
    if (error instanceof RefusedForReasons) problem.reasons = [...error.reasons]
    if (error instanceof InvalidFields)
      problem.errors = error.faults.map((wrong) => ({
        field: wrong.field,
        message: answerText(wrong, language),
      }))
    if (error instanceof InvalidRosterFields)
      problem.errors = error.faults.map(({ field, ...faulty }) => ({
        field,
        message: faultAlone(faulty, language),
      }))
    if (error instanceof InvalidColumns)
      problem.errors = error.faults.map((wrong) => ({
        field: `exportColumns.${wrong.column}.${wrong.part}`,
        message: columnFaultText(wrong, language),
      }))
    if (error instanceof RefusedWording)
      problem.errors = error.findings.map((found) => ({
        field: found.field,
        message: findingText(found, language),
      }))
    if (typeof refusal.details.field === 'string')
      problem.errors = [{ field: refusal.details.field, message: problem.title }]
    if (error instanceof RefusedFields)
      problem.errors = error.fields.map((field) => ({ field, message: problem.title }))
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
  if (error instanceof DatabaseUnavailable)
    return {
      type: 'urn:qianyue:problem:unavailable',
      title: FAULT_WORDS[language].unavailable,
      status: 503,
      code: 'unavailable',
    }
  const { statusCode, message } = error as FastifyError
  if (statusCode === 429) return about('too-many-requests')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { ...about('invalid-input', undefined, statusCode), errors: [{ field: 'body', message }] }
  }
  const [code, status, title] =
    error instanceof OutcomeUnknown
      ? (['outcome-unknown', 504, FAULT_WORDS[language].outcomeUnknown] as const)
      : (['internal', 500, FAULT_WORDS[language].internal] as const)
  return { type: `urn:qianyue:problem:${code}`, title, status, code }
}

/** Seconds in which a database that died is usually back. */
const RETRY_AFTER = 3

/** The one place that turns an error into an answer (RFC 9457). A bug says nothing to the outside and all to the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = { ...problemOf(error, languageOf(request)), requestId: request.id }
  const { seconds } = problem.details ?? {}
  if (typeof seconds === 'number') reply.header('retry-after', seconds)
  if (problem.code === 'unavailable') {
    reply.header('retry-after', RETRY_AFTER)
    request.log.warn({ err: error }, 'the database is not available')
  } else if (problem.status >= 500 && problem.code !== 'too-busy')
    request.log.error({ err: error }, 'unexpected error')
  reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}
