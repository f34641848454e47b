import { Segmented } from 'antd'
import type { DataListProps } from './data-list.tsx'
import type { useListAddress } from './list-address.ts'
import { ListPage } from './list-page.tsx'
import { SearchField } from './search-field.tsx'

export type AnswerFilter = { q: string; queue: 'mine' | 'all' }

type Props<Row> = Pick<DataListProps<Row>, 'page' | 'to' | 'brief' | 'columns'> & {
  at: ReturnType<typeof useListAddress<AnswerFilter>>
  words: Readonly<Record<'title' | 'empty' | 'emptyAll' | 'mine' | 'all' | 'q', string>>
}

/** What a school answers by a day: what waits, the next to answer first, or all of it, the newest first. */
export function AnswerQueue<Row extends { id: string }>({ at, words: w, ...list }: Props<Row>) {
  const { address, change, turn, isTurning } = at
  const queue = address.queue ?? 'mine'
  return (
    <ListPage<Row>
      {...list}
      title={w.title}
      empty={queue === 'mine' ? w.empty : w.emptyAll}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q }}
      onClear={change}
      filters={
        <>
          <Segmented<AnswerFilter['queue']>
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
