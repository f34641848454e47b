import { useSuspenseQuery } from '@tanstack/react-query'
import type { Output } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listFairsToJoin } from '../../../contracts/fair-entries.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { EntryMark, FairMark } from './fair-mark.tsx'
import { useFairSaid } from './fair-said.ts'
import { fairWords } from './words.ts'

type Row = Output<typeof listFairsToJoin>['items'][number]

/** 双选会 of the schools that have admitted the employer, and those for which it has signed up. */
export function FairsToJoinPage() {
  const words = useWords(fairWords)
  const w = words.join
  const say = useFairSaid()
  const figures = useFigures()
  const nameOf = useNameOf()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; mine: '1' }>()
  const { data } = useSuspenseQuery(ask(listFairsToJoin, { query: shown }))
  const own = ({ status, booth }: Row) =>
    status === null ? w.notYet : <EntryMark of={{ status, booth }} reader="employer" />
  const state = ({ phase }: Row) => <FairMark phase={phase} />
  return (
    <ListPage<Row>
      title={words.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, mine: address.mine && w.mine }}
      onClear={change}
      to={({ school, id }) => caseAddress('employer', { kind: 'fair', school: school.code, id })}
      notes={<p>{w.lead}</p>}
      brief={(row) => ({
        who: row.title,
        what: nameOf(row.school),
        state: row.status === null ? state(row) : own(row),
        due: say.when(row.placed),
      })}
      columns={[
        { title: words.name.title ?? '', show: ({ title }) => title },
        { title: words.school, show: ({ school }) => nameOf(school) },
        { title: words.state, show: state },
        { title: words.when, show: ({ placed }) => say.when(placed) },
        { title: words.where, show: ({ placed }) => say.where(placed) },
        { title: words.name.applyUntil ?? '', show: ({ applyUntil }) => figures.day(applyUntil) },
        { title: w.ownState, show: own },
      ]}
      filters={
        <>
          <SearchField label={words.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<'1'>
            label={w.ownState}
            all={w.all}
            value={address.mine ?? ''}
            onChange={(mine) => change({ mine })}
            options={[{ value: '1', label: w.mine }]}
          />
        </>
      }
    />
  )
}
