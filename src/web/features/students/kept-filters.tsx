import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import type { RosterFilter, RosterView } from '../../../contracts/roster.ts'
import { forgetRosterFilter, getRosterView, saveRosterFilter } from '../../../contracts/roster.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { filterIn, type Narrow } from './roster-address.ts'
import { rosterListWords } from './roster-list-words.ts'
import './kept-filters.css'

type Props = {
  school: string
  of: RosterView['filters']
  /** What the list is narrowed by now. */
  now: Narrow
  onTake: (filter: RosterFilter) => void
}

/** The reader's own filters, by their names, and where the one of now is kept. */
export function KeptFilters({ school, of, now, onTake }: Props) {
  const w = useWords(rosterListWords).kept
  const client = useQueryClient()
  const params = { school }
  const shown = (view: RosterView) => client.setQueryData(ask(getRosterView, { params }).queryKey, view)
  const filter = filterIn(now)
  const forget = async (name: string) => {
    try {
      shown(await call(forgetRosterFilter, { params, body: { name } }))
    } catch (error) {
      if (error instanceof Error) said.warning(error.message)
    }
  }
  const isNarrowed = Object.keys(filter).length > 0
  if (of.length === 0 && !isNarrowed) return null
  return (
    <section className="kept-filters" aria-label={w.title}>
      {of.length > 0 && <span className="soft">{w.title}</span>}
      {of.map((one) => (
        <span key={one.name} className="kept-filter">
          <button type="button" className="chip" onClick={() => onTake(one.filter)}>
            {one.name}
          </button>
          <button
            type="button"
            className="chip"
            aria-label={w.forget(one.name)}
            onClick={() => forget(one.name)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
      {isNarrowed && (
        <ActButton<{ name: string }>
          label={w.save}
          title={w.saveTitle}
          text={w.hint}
          done={w.done}
          asked={{
            initial: { name: '' },
            faults: ({ name }) => ({ name: name.trim() ? null : w.missing }),
            names: { name: w.name },
            show: ({ name }, change, at) => (
              <div>
                <label htmlFor={at('name').id}>{w.name}</label>
                <Input
                  id={at('name').id}
                  maxLength={LONGEST.personName}
                  value={name}
                  onChange={({ target }) => change({ name: target.value })}
                />
                <FieldFault of={at('name')} />
              </div>
            ),
          }}
          act={async (_, { name }) => shown(await call(saveRosterFilter, { params, body: { name, filter } }))}
          settled={() => {}}
        />
      )}
    </section>
  )
}
