import type { DissolutionRow } from '../../../contracts/dissolutions.ts'
import { dayInChina, daysBetween } from '../../../domain/day.ts'
import { MEDIATED, UNANSWERED } from '../../../domain/dissolution/life.ts'
import { useFigures } from '../../ui/figures.ts'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { dissolutionWords } from './words.ts'
import './said.css'

/** Beside where a request stands, in every list: until when it is to be answered, or since which day it is late. */
export function AnswerDue({ of: { status, answerBy } }: { of: Pick<DissolutionRow, 'status' | 'answerBy'> }) {
  const w = useWords(dissolutionWords).due
  const { said } = useFigures()
  if (!answerBy || !UNANSWERED.includes(status)) return null
  const day = said.deadline(answerBy)
  if (!MEDIATED.includes(status)) return <span className="soft answer-due">{w.by(day)}</span>
  return (
    <span className="answer-due late">{w.late(day, daysBetween(answerBy, dayInChina(serverNow())))}</span>
  )
}
