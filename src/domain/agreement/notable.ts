import { type AgainstPost, againstPost } from '../application/against-post.ts'
import type { Fen } from '../money.ts'
import { type MinimumWage, type WageDoubt, wageDoubt } from '../place/minimum-wage.ts'
import type { PostContent } from '../post/content.ts'
import { type Terms, type TermWarning, warningsOf } from '../terms.ts'

/** What a reviewer compares an agreement with. */
export type Usual = {
  /** The middle regular pay among the college's latest certified agreements; null while there are too few to tell. */
  readonly usualPay: Fen | null
  /** Other agreements of this employer that this school has certified; null for one that is not on the platform. */
  readonly certifiedOfEmployer: number | null
  /** Agreements of this school that were dissolved by this employer's fault. */
  readonly faultsOfEmployer: number
  /** Earlier agreements of these two that were certified and are over. */
  readonly formerOfPair: number
  /** Earlier agreements of this student that were dissolved, with whomever. */
  readonly dissolvedOfStudent: number
  /** Of the place of work in the month in which it begins; null where none is known. */
  readonly minimumWage: MinimumWage | null
  /** How often the terms were replaced since the invitation was sent. */
  readonly revisions: number
  /** The post by which the student came to this employer; null where none. */
  readonly post: Pick<PostContent, 'pay' | 'regions'> | null
}

/** What differs from the usual, for the reviewer to read first. Money in fen. */
export type Notable =
  | { readonly code: TermWarning | 'employer-new' }
  | ({ readonly code: 'pay-below-minimum' } & WageDoubt)
  | AgainstPost
  | { readonly code: 'pay-low'; readonly pay: Fen; readonly usual: Fen }
  | { readonly code: 'penalty-high'; readonly penalty: Fen; readonly pay: Fen }
  | {
      readonly code: 'employer-at-fault' | 'signed-before' | 'student-dissolved' | 'revised'
      readonly times: number
    }

/** Below this many per cent of what is usual, pay is worth a question. */
const LOW_PERCENT = 70

/** Nothing here stands in the way of passing: it is what to look at. In the order of weight. */
export function notablesOf(
  terms: Pick<
    Terms,
    'probationDays' | 'probationPay' | 'regularPay' | 'penalty' | 'regionCode' | 'regionName'
  >,
  usual: Usual,
): Notable[] {
  const { regularPay: pay, penalty } = terms
  const { usualPay } = usual
  const doubt = wageDoubt(terms, usual.minimumWage)
  const counted = (
    code: 'employer-at-fault' | 'signed-before' | 'student-dissolved' | 'revised',
    times: number,
  ) => (times > 0 ? [{ code, times }] : [])
  return [
    ...(doubt ? [{ code: 'pay-below-minimum', ...doubt } as const] : []),
    ...againstPost(terms, usual.post),
    ...(usualPay !== null && pay * 100 < usualPay * LOW_PERCENT
      ? [{ code: 'pay-low', pay, usual: usualPay } as const]
      : []),
    ...(penalty > pay ? [{ code: 'penalty-high', penalty, pay } as const] : []),
    ...warningsOf(terms).map((code) => ({ code })),
    ...counted('employer-at-fault', usual.faultsOfEmployer),
    ...(usual.certifiedOfEmployer === 0 ? [{ code: 'employer-new' } as const] : []),
    ...counted('signed-before', usual.formerOfPair),
    ...counted('student-dissolved', usual.dissolvedOfStudent),
    ...counted('revised', usual.revisions),
  ]
}
