import type { ApplicantRow } from '../../../contracts/applications.ts'
import { isUnanswered } from '../../../domain/application/life.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { InterviewMark } from '../interviews/interview-mark.tsx'
import { applicationWords } from './words.ts'

/** Until when one is to be answered, in words; nothing of one that is. */
export function useAnswerDue(): (row: ApplicantRow) => string {
  const w = useWords(applicationWords)
  const figures = useFigures()
  return ({ status, noAnswerYet, answerBy }) =>
    isUnanswered(status) ? (noAnswerYet ? w.late : w.due)(figures.day(answerBy)) : ''
}

/** How far the interview that is arranged has come, and the invitation. */
export function Arranged({ of: { interview, invitation } }: { of: ApplicantRow }) {
  const w = useWords(applicationWords)
  const figures = useFigures()
  return (
    <>
      {interview && (
        <p>
          <InterviewMark status={interview.status} reader="employer" />
          {interview.beginsAt && interview.endsAt && (
            <span className="soft"> {figures.span(interview.beginsAt, interview.endsAt)}</span>
          )}
        </p>
      )}
      {invitation && <p className="soft">{w.invited[invitation]}</p>}
    </>
  )
}
