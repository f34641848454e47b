import type { ReportRow } from '../../../contracts/post-reports.ts'
import { isToLookAt, type ReportStatus } from '../../../domain/post-report/life.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { reportWords } from './words.ts'

type Reader = 'school' | 'student'
type Standable = Pick<ReportRow, 'status' | 'overdue' | 'isUrgent'>

const SETTLED: Record<ReportStatus, Standing> = {
  reported: 'theirs',
  upheld: 'done',
  dismissed: 'over',
  withdrawn: 'over',
}

function standingOf({ status, overdue, isUrgent }: Standable, reader: Reader): Standing {
  if (!isToLookAt(status)) return SETTLED[status]
  if (overdue || isUrgent) return 'wrong'
  return reader === 'school' ? 'mine' : SETTLED[status]
}

/** A report in a list: on a phone in two lines, else in columns. */
export function useReportBrief(reader: Reader) {
  const w = useWords(reportWords)
  const figures = useFigures()
  const stateOf = (row: Standable) => (
    <StateMark standing={standingOf(row, reader)}>
      {[
        isToLookAt(row.status) && row.isUrgent ? w.urgent : '',
        w.status[row.status],
        row.overdue ? w.overdue : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </StateMark>
  )
  const post: Column<ReportRow> = { title: w.post, show: ({ title }) => title }
  const reporter: Column<ReportRow> = {
    title: w.reporter,
    show: ({ student }) => `${student.name} ${student.studentNumber}`,
  }
  const columns: Column<ReportRow>[] = [
    post,
    { title: w.employer, show: ({ employer }) => employer },
    ...(reader === 'school' ? [reporter] : []),
    { title: w.about, show: ({ reportGround }) => w.ground[reportGround] },
    { title: w.reportedAt, show: ({ reportedAt }) => figures.dayOf(reportedAt) },
    { title: w.answerBy, show: ({ answerBy }) => figures.day(answerBy) },
    { title: w.state, show: stateOf },
  ]
  return {
    stateOf,
    columns,
    brief: (row: ReportRow) => ({
      who: row.title,
      what: row.employer,
      state: stateOf(row),
      due: isToLookAt(row.status) ? w.by(figures.day(row.answerBy)) : undefined,
    }),
  }
}
