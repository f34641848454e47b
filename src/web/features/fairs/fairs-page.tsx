import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type FairRow, listFairs } from '../../../contracts/fairs.ts'
import { FAIR_STATUSES, type FairStatus } from '../../../domain/fair/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { FairMark } from './fair-mark.tsx'
import { useFairSaid } from './fair-said.ts'
import { fairWords } from './words.ts'

/** The school's 双选会, the latest to be held first. */
export function FairsPage() {
  const w = useWords(fairWords)
  const say = useFairSaid()
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; status: FairStatus }>()
  const { data } = useSuspenseQuery(ask(listFairs, { params: { school }, query: shown }))
  const state = ({ phase }: FairRow) => <FairMark phase={phase} />
  return (
    <ListPage<FairRow>
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, status: address.status && w.status[address.status] }}
      onClear={change}
      to={({ id }) => caseAddress('school', { kind: 'fair', school, id })}
      act={
        <PlainLink primary to="/school/fairs/new">
          {w.prepare}
        </PlainLink>
      }
      notes={<p>{w.lead}</p>}
      brief={(row) => ({
        who: row.title,
        what: say.where(row.placed),
        state: state(row),
        due: say.when(row.placed),
      })}
      columns={[
        { title: w.name.title ?? '', show: ({ title }) => title },
        { title: w.state, show: state },
        { title: w.when, show: ({ placed }) => say.when(placed) },
        { title: w.where, show: ({ placed }) => say.where(placed) },
        { title: w.applyPeriod, show: say.period },
        { title: w.boothsTaken, show: ({ admitted, booths }) => w.booths(admitted, booths) },
        { title: w.requested, show: ({ requested }) => requested },
        { title: w.students, show: ({ signedUp }) => signedUp },
      ]}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<FairStatus>
            label={w.state}
            all={w.anyStatus}
            value={address.status ?? ''}
            onChange={(status) => change({ status })}
            options={FAIR_STATUSES.map((value) => ({ value, label: w.status[value] }))}
          />
        </>
      }
    />
  )
}
