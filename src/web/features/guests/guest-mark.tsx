import type { GuestEvent } from '../../../contracts/guests.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { VisitMark } from '../visits/own-visit.tsx'
import { guestWords } from './words.ts'

/** What became of a student's part in an event of another school. */
export function GuestMark({ of }: { of: Pick<GuestEvent, 'isOff' | 'isPaused' | 'cameAt' | 'standing'> }) {
  const w = useWords(guestWords)
  if (of.standing === 'limited' && !of.isOff && !of.isPaused)
    return <StateMark standing="theirs">{w.standing.limited}</StateMark>
  return <VisitMark of={{ ...of, isMine: of.standing !== null }} />
}
