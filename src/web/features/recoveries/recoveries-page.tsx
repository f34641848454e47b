import { useSuspenseQuery } from '@tanstack/react-query'
import { listRecoveries } from '../../../contracts/recoveries.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { RecoveryState } from './recovery-state.tsx'
import { recoveryWords } from './words.ts'

/** New passwords of students through the school; each opens the student's file, where it goes on. */
export function RecoveriesPage() {
  const w = useWords(recoveryWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{ open: '1' }>()
  const { data } = useSuspenseQuery(ask(listRecoveries, { params: { school }, query: shown }))
  return (
    <ListPage
      title={w.title}
      notes={<p>{w.lead}</p>}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ open: address.open && w.onlyOpen }}
      onClear={change}
      to={({ studentId }) => `/school/students/${school}/${studentId}`}
      brief={(row) => ({
        who: row.name,
        what: row.studentNumber,
        state: <RecoveryState of={row.status} />,
        due: figures.instant(row.startedAt ?? row.askedAt ?? row.endsAt),
      })}
      filters={
        <ChoiceFilter
          label={w.filter}
          all={w.all}
          value={address.open ?? ''}
          options={[{ value: '1', label: w.onlyOpen }]}
          onChange={(open) => change({ open })}
        />
      }
      columns={[
        { title: w.student, show: (row) => <span className="whole">{row.name}</span> },
        { title: w.number, show: (row) => row.studentNumber },
        { title: cases.college, show: (row) => row.college },
        { title: w.since, show: (row) => figures.instant(row.startedAt ?? row.askedAt ?? row.endsAt) },
        { title: w.startedBy, show: (row) => row.startedBy ?? ui.none },
        { title: w.approvedBy, show: (row) => row.approvedBy ?? ui.none },
        { title: w.state, show: (row) => <RecoveryState of={row.status} /> },
      ]}
    />
  )
}
