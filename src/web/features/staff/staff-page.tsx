import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as contract from '../../../contracts/staff.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { caseWords } from '../cases/words.ts'
import { type DutyDraft, DutyFields, dutyOf, useMissingDuty } from './duty-fields.tsx'
import { StaffState } from './staff-state.tsx'
import { staffWords } from './words.ts'

type Draft = DutyDraft & { readonly login: string }
const NEW: Draft = { login: '', name: '', role: 'college_reviewer', collegeId: null }

/** The school's staff accounts, for its administrators. */
export function StaffPage() {
  const w = useWords(staffWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const missingDuty = useMissingDuty()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string }>()
  const { data } = useSuspenseQuery(ask(contract.listStaff, { params: { school }, query: shown }))
  const add = ({ login, ...duty }: Draft) =>
    call(contract.addStaff, { params: { school }, body: { login: login.trim(), ...dutyOf(duty) } })
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q }}
      onClear={change}
      to={({ id }) => `/school/staff/${id}`}
      act={
        <ActButton<Draft>
          {...w.add}
          kind="primary"
          asked={{
            initial: NEW,
            names: { login: w.login, name: w.name, role: w.role, collegeId: cases.college },
            missing: (draft) => (draft.login.trim() ? missingDuty(draft) : ui.needed(w.login)),
            show: (draft, put) => (
              <>
                <LineField
                  label={w.login}
                  value={draft.login}
                  most={LONGEST.login}
                  onChange={(login) => put({ login })}
                />
                <DutyFields of={draft} colleges={data.colleges} change={put} />
              </>
            ),
          }}
          act={async (_reason, draft) => {
            const { id } = await add(draft)
            // There the link is given by which the account begins.
            await navigate({ to: '/school/staff/$id', params: { id } })
          }}
          settled={() => client.invalidateQueries()}
        />
      }
      brief={(row) => ({
        who: row.name,
        what: row.login,
        state: <StaffState of={row} />,
        due: `${w.roles[row.role]}${row.college ? ` · ${row.college}` : ''}`,
      })}
      filters={<SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />}
      columns={[
        { title: w.name, show: (row) => <span className="whole">{row.name}</span> },
        { title: w.login, show: (row) => row.login },
        { title: w.role, show: (row) => w.roles[row.role] },
        { title: cases.college, show: (row) => row.college ?? ui.none },
        { title: w.state, show: (row) => <StaffState of={row} /> },
      ]}
    />
  )
}
