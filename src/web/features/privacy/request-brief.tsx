import type { RequestRow } from '../../../contracts/privacy-requests.ts'
import { isToAnswer } from '../../../domain/privacy-request/life.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { privacyWords } from './words.ts'

/** Late is wrong; what waits is somebody's turn, the school's. */
function standingOf({ status, overdue }: Pick<RequestRow, 'status' | 'overdue'>): Standing {
  if (overdue) return 'wrong'
  return isToAnswer(status) ? 'theirs' : 'done'
}

/** A request in a list: on a phone in two lines, else in columns. */
export function useRequestBrief() {
  const w = useWords(privacyWords)
  const figures = useFigures()
  const stateOf = (row: Pick<RequestRow, 'status' | 'overdue'>) => (
    <StateMark standing={standingOf(row)}>
      {row.overdue ? `${w.status[row.status]} · ${w.queue.overdue}` : w.status[row.status]}
    </StateMark>
  )
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
