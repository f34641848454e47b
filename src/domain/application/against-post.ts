import type { Fen } from '../money.ts'
import type { PostContent } from '../post/content.ts'
import type { Terms } from '../terms.ts'

/** Where terms say otherwise than the post by which the student came (AT-20). Money in fen a month. */
export type AgainstPost =
  | { readonly code: 'pay-against-post'; readonly pay: Fen; readonly from: Fen; readonly to: Fen }
  | { readonly code: 'place-against-post'; readonly place: string }

const FEN = 100
/** 420111 lies in 420100 and in 420000. */
const liesIn = (region: string, around: string) => region.startsWith(around.replace(/(00)+$/, ''))

/** Nothing here stands in the way of signing: it is what to ask about. */
export function againstPost(
  { regularPay: pay, regionCode, regionName: place }: Pick<Terms, 'regularPay' | 'regionCode' | 'regionName'>,
  post: Pick<PostContent, 'pay' | 'regions'> | null,
): AgainstPost[] {
  if (post === null) return []
  const from = (post.pay.from ?? 0) * FEN
  const to = post.pay.to === null ? null : post.pay.to * FEN
  const isOther = pay < from || (to !== null && pay > to)
  const isElsewhere = post.regions.length > 0 && !post.regions.some((around) => liesIn(regionCode, around))
  return [
    ...(isOther ? [{ code: 'pay-against-post', pay, from, to: to ?? from } as const] : []),
    ...(isElsewhere ? [{ code: 'place-against-post', place } as const] : []),
  ]
}
