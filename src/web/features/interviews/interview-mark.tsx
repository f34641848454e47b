import {
  type InterviewStatus,
  isOpenInterview,
  WITH_EMPLOYER,
  WITH_STUDENT,
} from '../../../domain/interview/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { interviewWords } from './words.ts'

type Reader = 'student' | 'employer'

/** How an interview stands for its reader. */
export function InterviewMark({ status, reader }: { status: InterviewStatus; reader: Reader }) {
  const w = useWords(interviewWords)
  const words = reader === 'employer' ? w.toEmployer : w.status
  return <StateMark standing={standingOf(status, reader)}>{words[status]}</StateMark>
}
function standingOf(status: InterviewStatus, reader: Reader): Standing {
  if (!isOpenInterview(status)) return 'over'
  const [mine, theirs] = reader === 'student' ? [WITH_STUDENT, WITH_EMPLOYER] : [WITH_EMPLOYER, WITH_STUDENT]
  if (mine.includes(status)) return 'mine'
  return theirs.includes(status) ? 'theirs' : 'done'
}
