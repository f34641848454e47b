import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/deregistrations.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedDay } from '../cases/asked-day.tsx'
import { deregistrationWords } from './words.ts'

type Of = { readonly school: string; readonly id: string }

/** Whether the school has noted an employer as deregistered, and the act for the other. */
export function Deregistration(params: Of) {
  const w = useWords(deregistrationWords)
  const { day, instant } = useFigures()
  const client = useQueryClient()
  const settled = () => void client.invalidateQueries()
  const { deregistration: of } = useSuspenseQuery(ask(contract.getDeregistration, { params })).data
  if (of === null)
    return (
      <section className="card">
        <h2>{w.title}</h2>
        <p className="soft">{w.none}</p>
        <NoteButton of={params} settled={settled} />
      </section>
    )
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <p>
        <strong>{w.noted(day(of.deregisteredOn))}</strong>
      </p>
      <Facts
        of={[
          [w.readFrom, of.readFrom],
          [w.by, of.notedBy],
          [w.at, instant(of.notedAt)],
        ]}
      />
      <p>
        <Link to="/school/checks" search={{ checkRule: 'employer-deregistered', queue: 'all' }}>
          {w.toCases}
        </Link>
      </p>
      <ActButton
        {...w.withdraw}
        reason="needed"
        act={(reason) => call(contract.withdrawDeregistration, { params, body: { reason } })}
        settled={settled}
      />
    </section>
  )
}

type Draft = { readonly deregisteredOn: string; readonly readFrom: string }

function NoteButton({ of: params, settled }: { of: Of; settled: () => void }) {
  const w = useWords(deregistrationWords)
  return (
    <ActButton<Draft>
      {...w.note}
      asked={{
        initial: { deregisteredOn: '', readFrom: '' },
        names: { deregisteredOn: w.day, readFrom: w.readFrom },
        faults: ({ deregisteredOn, readFrom }) => ({
          deregisteredOn: deregisteredOn ? null : w.dayNeeded,
          readFrom: readFrom.trim() ? null : w.readFromNeeded,
        }),
        show: (draft, put, at) => (
          <>
            <AskedDay
              at={at('deregisteredOn')}
              name={w.day}
              window="struck"
              value={draft.deregisteredOn}
              onChange={(deregisteredOn) => put({ deregisteredOn })}
            />
            <LineField
              at={at('readFrom')}
              label={w.readFrom}
              value={draft.readFrom}
              most={LONGEST.line}
              hint={w.readFromHint}
              onChange={(readFrom) => put({ readFrom })}
            />
          </>
        ),
      }}
      act={(_reason, draft) => call(contract.noteDeregistration, { params, body: draft })}
      settled={settled}
    />
  )
}
