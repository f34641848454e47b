import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyReports } from '../../../contracts/post-reports.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useReportBrief } from './report-brief.tsx'
import { reportWords } from './words.ts'

/** What the student has reported, and what came of it. */
export function MyReports() {
  const w = useWords(reportWords)
  const school = useMySchool()
  const { brief, columns } = useReportBrief('student')
  const { shown, turn } = useListAddress()
  const query = shown.page === undefined ? {} : { page: shown.page }
  const { data } = useSuspenseQuery(ask(listMyReports, { params: { school }, query }))
  return (
    <section className="card">
      <DataList
        label={w.mine}
        page={data}
        empty={w.none}
        onPage={turn}
        to={({ id }) => caseAddress('student', { kind: 'post-report', school, id })}
        brief={brief}
        columns={columns}
      />
    </section>
  )
}
