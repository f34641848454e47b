import { useSuspenseQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listPrivacyRequests, type RequestRow } from '../../../contracts/privacy-requests.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useRequestBrief } from './request-brief.tsx'
import { privacyWords } from './words.ts'

type Filter = { q: string; queue: 'mine' | 'all' }

/** 个人信息申请: what people ask the school to do with their data, the next to answer first. */
export function RequestQueuePage() {
  const w = useWords(privacyWords).queue
  const school = useMySchool()
  const { brief, columns } = useRequestBrief('answers')
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listPrivacyRequests, { params: { school }, query: shown }))
  const queue = address.queue ?? 'mine'
  return (
    <ListPage<RequestRow>
      title={w.title}
      page={data}
      empty={queue === 'mine' ? w.empty : w.emptyAll}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q }}
      onClear={change}
      to={({ id }) => caseAddress('school', { kind: 'privacy-request', school, id })}
      brief={brief}
      columns={columns}
      filters={
        <>
          <Segmented<Filter['queue']>
            value={queue}
            onChange={(next) => change({ queue: next === 'all' ? next : undefined })}
            options={[
              { value: 'mine', label: w.mine },
              { value: 'all', label: w.all },
            ]}
          />
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
        </>
      }
    />
  )
}
