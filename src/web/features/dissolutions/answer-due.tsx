import type { DissolutionRow } from '../../../contracts/dissolutions.ts'
import { MEDIATED, UNANSWERED } from '../../../domain/dissolution/life.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { dissolutionWords } from './words.ts'
import './said.css'

/** Beside where a request stands, in every list: until when it is to be answered, or since which day it is late. */
export function AnswerDue({ of: { status, answerBy } }: { of: Pick<DissolutionRow, 'status' | 'answerBy'> }) {
  const w = useWords(dissolutionWords).due
  const { said } = useFigures()
  if (!answerBy || !UNANSWERED.includes(status)) return null
  const day = said.nearDeadline(answerBy)
  return MEDIATED.includes(status) ? (
    <span className="answer-due late">{w.late(day)}</span>
  ) : (
    <span className="soft answer-due">{w.by(day)}</span>
  )
}
