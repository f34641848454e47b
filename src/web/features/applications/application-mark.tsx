import type { ApplicationStatus } from '../../../domain/application/life.ts'
import { isGoingOn, isUnanswered } from '../../../domain/application/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { applicationWords } from './words.ts'

/** How an application stands for its reader: until there is an answer it is the employer's turn. */
export function ApplicationMark({
  status,
  reader,
}: {
  status: ApplicationStatus
  reader: 'student' | 'employer'
}) {
  const w = useWords(applicationWords)
  const words = reader === 'employer' ? w.toEmployer : w.status
  return <StateMark standing={standingOf(status, reader)}>{words[status]}</StateMark>
}
function standingOf(status: ApplicationStatus, reader: 'student' | 'employer'): Standing {
  if (!isGoingOn(status)) return 'over'
  if (isUnanswered(status)) return reader === 'employer' ? 'mine' : 'theirs'
  return 'done'
}
