import { useQuery } from '@tanstack/react-query'
import type { ComponentProps, ReactNode } from 'react'
import { employerWorkbench } from '../../../../contracts/employers.ts'
import { ask } from '../../../call.ts'
import type { useListAddress } from '../../../ui/list-address.ts'
import { ListPage } from '../../../ui/list-page.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { TabLinks } from '../../../ui/tab-links.tsx'
import { useWords } from '../../../words/language.tsx'
import { employerDissolutionsWords } from './employer-words.ts'

type Given<Row extends { id: string }> = Pick<
  ComponentProps<typeof ListPage<Row>>,
  'page' | 'empty' | 'to' | 'brief' | 'columns' | 'tick' | 'active' | 'children'
>
type Props<Row extends { id: string }> = Given<Row> & {
  tab: 'requests' | 'signed' | 'all'
  at: Pick<ReturnType<typeof useListAddress<{ q: string }>>, 'address' | 'change' | 'turn' | 'isTurning'>
  /** Beside the search: what else narrows it, or what ticks are for. */
  beside: ReactNode
}

/** One of the three lists of an employer's dissolutions, with how many wait for its answer. */
export function EmployerList<Row extends { id: string }>({
  tab,
  at: { address, change, turn, isTurning },
  active,
  beside,
  ...list
}: Props<Row>) {
  const w = useWords(employerDissolutionsWords)
  const { data: desk } = useQuery(ask(employerWorkbench))
  return (
    <ListPage<Row>
      {...list}
      title={w.title}
      notes={
        <TabLinks
          label={w.title}
          open={tab}
          of={[
            { tab: 'requests', name: w.tabs.requests, count: desk?.counts.dissolutions.employer },
            { tab: 'signed', name: w.tabs.signed },
            { tab: 'all', name: w.tabs.all },
          ]}
        />
      }
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, ...active }}
      onClear={change}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {beside}
        </>
      }
    />
  )
}
