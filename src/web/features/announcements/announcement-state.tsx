import type { AnnouncementStatus } from '../../../domain/announcement/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { announcementWords } from './words.ts'

const STANDING: Record<AnnouncementStatus, Standing> = { draft: 'mine', published: 'done', withdrawn: 'over' }

/** Where an announcement stands; a published one that nobody reads yet says so. */
export function AnnouncementState({
  of,
}: {
  of: { readonly status: AnnouncementStatus; readonly toCome: boolean }
}) {
  const w = useWords(announcementWords)
  return of.toCome ? (
    <StateMark standing="theirs">{w.toCome}</StateMark>
  ) : (
    <StateMark standing={STANDING[of.status]}>{w.status[of.status]}</StateMark>
  )
}
