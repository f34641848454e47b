import { useSuspenseQuery } from '@tanstack/react-query'
import { listMoments } from '../../../contracts/moments.ts'
import { MOMENT_STATUSES, type MomentStatus } from '../../../domain/moment/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { MomentState } from './moment-state.tsx'
import { PlanButton } from './plan-button.tsx'
import { momentWords } from './words.ts'
import './moments.css'

/** 定格: moments at which the figures are or will be kept, the latest first. */
export function MomentsPage() {
  const w = useWords(momentWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{ status: MomentStatus }>()
  const { data } = useSuspenseQuery(ask(listMoments, { params: { school }, query: shown }))
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ status: address.status && w.status[address.status] }}
      onClear={change}
      to={({ id }) => `/school/moments/${id}`}
      act={data.mayPlan && <PlanButton school={school} />}
      notes={<p>{w.lead}</p>}
      brief={(row) => ({
        who: row.name,
        what: row.planner,
        state: <MomentState of={row.status} />,
        due: figures.instant(row.at),
      })}
      filters={
        <ChoiceFilter<MomentStatus>
          label={w.state}
          all={w.anyStatus}
          value={address.status ?? ''}
          onChange={(status) => change({ status })}
          options={MOMENT_STATUSES.map((value) => ({ value, label: w.status[value] }))}
        />
      }
      columns={[
        { title: w.name, show: (row) => row.name },
        { title: w.at, show: (row) => figures.instant(row.at) },
        { title: w.state, show: (row) => <MomentState of={row.status} /> },
        { title: w.planner, show: (row) => row.planner },
      ]}
    />
  )
}
