import { PUBLIC_TALKS, type TalkStatus } from '../../../domain/talk/life.ts'
import { serverNow } from '../../ui/server-now.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { talkWords } from './words.ts'

const OVER: Partial<Record<TalkStatus, Standing>> = {
  scheduled: 'done',
  turned_down: 'wrong',
  cancelled: 'wrong',
}

type Props = {
  of: {
    readonly status: TalkStatus
    readonly turn: 'school' | 'employer' | null
    readonly isPaused: boolean
    readonly placed: { readonly endsAt: string } | null
  }
  reader: 'school' | 'employer'
}
/** Where a talk stands, as its reader sees it. */
export function TalkMark({ of, reader }: Props) {
  const w = useWords(talkWords)
  const isOver =
    PUBLIC_TALKS.includes(of.status) && of.placed !== null && new Date(of.placed.endsAt) <= serverNow()
  if (isOver) return <StateMark standing="over">{w.over}</StateMark>
  if (of.isPaused) return <StateMark standing="wrong">{w.paused}</StateMark>
  const standing = of.turn === null ? (OVER[of.status] ?? 'over') : of.turn === reader ? 'mine' : 'theirs'
  return <StateMark standing={standing}>{w.status[of.status]}</StateMark>
}
