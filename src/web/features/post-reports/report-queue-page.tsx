import { useSuspenseQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listReports, type ReportRow } from '../../../contracts/post-reports.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useReportBrief } from './report-brief.tsx'
import { reportWords } from './words.ts'

type Filter = { q: string; queue: 'mine' | 'all' }

/** 招聘信息举报 of the school's students, the next to answer first. */
export function ReportQueuePage() {
  const w = useWords(reportWords)
  const school = useMySchool()
  const { brief, columns } = useReportBrief('school')
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listReports, { params: { school }, query: shown }))
  const queue = address.queue ?? 'mine'
  return (
    <ListPage<ReportRow>
      title={w.title}
      page={data}
      empty={queue === 'mine' ? w.empty : w.emptyAll}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q }}
      onClear={change}
      to={({ id }) => caseAddress('school', { kind: 'post-report', school, id })}
      brief={brief}
      columns={columns}
      filters={
        <>
          <Segmented<Filter['queue']>
            value={queue}
            onChange={(next) => change({ queue: next === 'all' ? next : undefined })}
            options={[
              { value: 'mine', label: w.waiting },
              { value: 'all', label: w.all },
            ]}
          />
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
        </>
      }
    />
  )
}
