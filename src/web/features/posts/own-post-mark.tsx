import { type OwnPostStatus, POST_STANDINGS, type PostStanding, postTurn } from '../../../domain/post/life.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { PostMark } from './post-mark.tsx'
import { postWords } from './words.ts'

/** At how many schools a post stands how. */
type Counts = Readonly<Partial<Record<PostStanding, number>>>
export const countsOf = (schools: readonly { readonly status: PostStanding }[]): Counts =>
  Object.fromEntries(
    POST_STANDINGS.map((one) => [one, schools.filter(({ status }) => status === one).length]),
  )

/** How an employer's own post stands: at its schools, once it has been submitted. */
export function OwnPostMark({ status, counts }: { status: OwnPostStatus; counts: Counts }) {
  const w = useWords(postWords)
  const there = POST_STANDINGS.filter((one) => (counts[one] ?? 0) > 0)
  if (there.length === 0) return <StateMark standing="mine">{w.ownStatus[status]}</StateMark>
  return there.map((one) => {
    const of = { status: one, isChangeProposed: false }
    const schools = counts[one] ?? 0
    return (
      <span key={one}>
        <PostMark of={{ ...of, turn: postTurn(of) }} reader="employer" /> {schools > 1 && schools}
      </span>
    )
  })
}
