import type { RequestRow } from '../../../contracts/privacy-requests.ts'
import { isToAnswer, type RequestStatus } from '../../../domain/privacy-request/life.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { privacyWords } from './words.ts'

const STANDS: Readonly<Record<RequestStatus, Standing>> = {
  asked: 'theirs',
  done: 'done',
  refused: 'over',
  withdrawn: 'over',
}
type Stood = Pick<RequestRow, 'status' | 'overdue'>

/** Late is wrong; what waits is the turn of whoever answers it. */
function standingOf({ status, overdue }: Stood, answers: boolean): Standing {
  if (overdue) return 'wrong'
  return answers && isToAnswer(status) ? 'mine' : STANDS[status]
}

/** A request in a list, for who made it or who answers it: on a phone in two lines, else in columns. */
export function useRequestBrief(reader: 'asks' | 'answers') {
  const w = useWords(privacyWords)
  const figures = useFigures()
  const stateOf = (row: Stood) => {
    const word = reader === 'answers' && isToAnswer(row.status) ? w.queue.mine : w.status[row.status]
    return (
      <StateMark standing={standingOf(row, reader === 'answers')}>
        {row.overdue ? `${word} · ${w.queue.overdue}` : word}
      </StateMark>
    )
  }
  const columns: Column<RequestRow>[] = [
    { title: w.queue.asker, show: ({ asker }) => `${asker.name} ${asker.number}` },
    { title: w.queue.from, show: ({ asker }) => w.page.who(w.queue.side[asker.side], asker.unit) },
    { title: w.about, show: ({ kind }) => w.kind[kind] },
    { title: w.queue.askedAt, show: ({ askedAt }) => figures.dayOf(askedAt) },
    { title: w.queue.answerBy, show: ({ answerBy }) => figures.day(answerBy) },
    { title: w.queue.state, show: stateOf },
  ]
  return {
    stateOf,
    columns,
    brief: (row: RequestRow) => ({
      who: row.asker.name,
      what: w.kind[row.kind],
      state: stateOf(row),
      due: figures.day(row.answerBy),
    }),
  }
}
