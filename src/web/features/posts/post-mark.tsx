import { dayInChina } from '../../../domain/day.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import { isPublicPost, type PostStanding } from '../../../domain/post/life.ts'
import { serverNow } from '../../ui/server-now.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { postWords } from './words.ts'

const OVER: Partial<Record<PostStanding, Standing>> = {
  published: 'done',
  paused: 'wrong',
  rejected: 'wrong',
  taken_down: 'wrong',
}

/** Whether it is for anybody, so that the public pages have it. */
export const isPublic = (of: PostContent, at: Showing): boolean => of.audience === 'anybody' && isShown(at)

type Showing = { readonly status: PostStanding; readonly shownFrom: string | null }
/** Whether visitors read it by now. A later beginning is that of a day: what was published this second is not a second early. */
const isShown = ({ status, shownFrom }: Showing): boolean =>
  isPublicPost(status) && shownFrom !== null && dayInChina(new Date(shownFrom)) <= dayInChina(serverNow())
/** Published, from a later day on. */
const isToCome = (of: Showing) => isPublicPost(of.status) && !isShown(of)

/** Where a post stands at a school, as its reader sees it. */
export function PostMark({
  of,
  reader,
}: {
  of: {
    readonly status: PostStanding
    readonly turn: 'school' | 'employer' | null
    readonly isChangeProposed: boolean
    /** Where it is known. */
    readonly shownFrom?: string | null
  }
  reader: 'school' | 'employer'
}) {
  const w = useWords(postWords)
  const standing = of.turn === null ? (OVER[of.status] ?? 'over') : of.turn === reader ? 'mine' : 'theirs'
  const { status, shownFrom } = of
  const said = shownFrom !== undefined && isToCome({ status, shownFrom }) ? w.toCome : w.status[status]
  return <StateMark standing={standing}>{of.isChangeProposed ? w.changeWaits : said}</StateMark>
}
