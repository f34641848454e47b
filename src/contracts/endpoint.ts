import type { z } from 'zod'
import type { TokenScope } from '../domain/api-token/token.ts'
import type { SignedAct } from '../domain/signing/bound.ts'

/**
 * Who may call: `public` nobody in particular; `entering` anybody signed in, whatever they still lack; `person` anybody who
 * lacks neither a second factor nor to have agreed to the privacy notice, verified or not; `newcomer` a student before
 * the first-login verification too; `student` a verified one; `concerned` a verified student, an employer member or staff,
 * each with what is theirs; `owner` an employer's; `reviewer` the school's own staff, not a college's; `administrator` the
 * school's; `operator` the platform's, who reads no case.
 */
export type Access =
  | 'public'
  | 'entering'
  | 'person'
  | 'newcomer'
  | 'student'
  | 'employer'
  | 'owner'
  | 'staff'
  | 'reviewer'
  | 'administrator'
  | 'concerned'
  | 'operator'

/** The account that a page was opened by: what it asks is not asked as whoever has signed in beside it since. */
export const BEGUN_BY = 'begun-by'
/** A name that the client makes for one act, so that asking again is not acting again. */
export const IDEMPOTENCY_KEY = 'idempotency-key'

/** Fastify's route options without the handler: the contract at both ends. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  /**
   * `signs`: the act that a signature is needed for, which `body.signature` names (`contracts/signing.ts`). `token`: what an
   * API token must be for to be let in; without it none is.
   */
  readonly config: { readonly access: Access; readonly signs?: SignedAct; readonly token?: TokenScope }
  readonly schema: {
    readonly tags: readonly string[]
    readonly summary: string
    readonly params?: z.ZodObject
    readonly querystring?: z.ZodObject
    readonly body?: z.ZodType
    /** The body's media types where it is not JSON: it is then read as a stream. */
    readonly consumes?: readonly string[]
    /** The answer's media types where it is not JSON. */
    readonly produces?: readonly string[]
    readonly response: Readonly<Record<number, z.ZodType>>
  }
}
