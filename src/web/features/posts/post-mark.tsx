import type { PostStatus } from '../../../domain/post/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { postWords } from './words.ts'

const OVER: Partial<Record<PostStatus, Standing>> = {
  published: 'done',
  rejected: 'wrong',
  taken_down: 'wrong',
}

/** Where a post stands at a school, as its reader sees it. */
export function PostMark({
  of,
  reader,
}: {
  of: {
    readonly status: PostStatus
    readonly turn: 'school' | 'employer' | null
    readonly isChangeProposed: boolean
  }
  reader: 'school' | 'employer'
}) {
  const w = useWords(postWords)
  const standing = of.turn === null ? (OVER[of.status] ?? 'over') : of.turn === reader ? 'mine' : 'theirs'
  return (
    <StateMark standing={standing}>{of.isChangeProposed ? w.changeWaits : w.status[of.status]}</StateMark>
  )
}
