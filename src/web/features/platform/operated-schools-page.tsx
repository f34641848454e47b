import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as contract from '../../../contracts/platform.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import {
  type AdministratorDraft,
  AdministratorFields,
  administratorOf,
  NOBODY,
  useMissingAdministrator,
} from './administrator-fields.tsx'
import { SchoolState } from './school-state.tsx'
import { platformWords } from './words.ts'

type Draft = AdministratorDraft & { readonly code: string; readonly name: string; readonly nameEn: string }
const NEW: Draft = { ...NOBODY, code: '', name: '', nameEn: '' }

function SchoolFields({ of, change }: { of: Draft; change: (part: Partial<Draft>) => void }) {
  const w = useWords(platformWords)
  return (
    <>
      <LineField
        label={w.code}
        hint={w.codeHint}
        value={of.code}
        most={5}
        inputMode="numeric"
        onChange={(code) => change({ code })}
      />
      {(['name', 'nameEn'] as const).map((field) => (
        <LineField
          key={field}
          label={w[field]}
          value={of[field]}
          most={LONGEST.organisation}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
    </>
  )
}

/** All schools of the platform, and the way to open one. */
export function OperatedSchoolsPage() {
  const w = useWords(platformWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const client = useQueryClient()
  const navigate = useNavigate()
  const missingAdministrator = useMissingAdministrator()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string }>()
  const { data } = useSuspenseQuery(ask(contract.listOperatedSchools, { query: shown }))
  const rows = { ...data, items: data.items.map((row) => ({ ...row, id: row.code })) }
  const missing = (draft: Draft) => {
    if (!/^\d{5}$/.test(draft.code.trim())) return w.codeMissing
    if (!draft.name.trim()) return ui.needed(w.name)
    return draft.nameEn.trim() ? missingAdministrator(draft) : ui.needed(w.nameEn)
  }
  const open = ({ code, name, nameEn, ...administrator }: Draft) =>
    call(contract.openSchool, {
      body: { code: code.trim(), name, nameEn, administrator: administratorOf(administrator) },
    })
  return (
    <ListPage
      title={w.title}
      page={rows}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q }}
      onClear={change}
      notes={<p className="soft">{w.noPowers}</p>}
      to={({ code }) => `/platform/schools/${code}`}
      act={
        <ActButton<Draft>
          {...w.open}
          kind="primary"
          asked={{
            initial: NEW,
            names: {
              code: w.code,
              name: w.name,
              nameEn: w.nameEn,
              'administrator.login': w.administratorLogin,
              'administrator.name': w.administratorName,
            },
            missing,
            show: (draft, put) => (
              <>
                <SchoolFields of={draft} change={put} />
                <AdministratorFields of={draft} change={put} />
              </>
            ),
          }}
          act={async (_reason, draft) => {
            const { code } = await open(draft)
            // There the link is given by which its administrator begins.
            await navigate({ to: '/platform/schools/$code', params: { code } })
          }}
          settled={() => client.invalidateQueries()}
        />
      }
      brief={(row) => ({ who: row.name, what: row.code, state: <SchoolState of={row} /> })}
      filters={<SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />}
      columns={[
        { title: w.code, show: (row) => row.code },
        { title: w.name, show: (row) => row.name },
        { title: w.opened, show: (row) => figures.dayOf(row.openedAt) },
        {
          title: w.administrators,
          show: ({ administrators }) =>
            w.begunOf(
              administrators.filter(({ begun, disabled }) => begun && !disabled).length,
              administrators.length,
            ),
        },
        { title: w.state, show: (row) => <SchoolState of={row} /> },
      ]}
    />
  )
}
