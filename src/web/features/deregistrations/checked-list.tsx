import { useQueryClient } from '@tanstack/react-query'
import * as contract from '../../../contracts/deregistrations.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Note } from '../../ui/note.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedDay } from '../cases/asked-day.tsx'
import { SheetFaults } from '../sheets/sheet-faults.tsx'
import { deregistrationWords } from './words.ts'

type Props = { school: string; of: contract.CheckedDeregistrations; onEntered: () => void }

/** Which employers a list would note, and what of it is wrong; once its reader says so they are noted. */
export function CheckedDeregistrations({ school, of, onEntered }: Props) {
  const w = useWords(deregistrationWords).list
  const { number, day } = useFigures()
  if (of.missing.length > 0) return <Note type="error" title={w.missing(of.missing.join('、'))} />
  if (of.twice.length > 0) return <Note type="error" title={w.twice(of.twice.join('、'))} />
  return (
    <>
      <Note
        below={12}
        type="info"
        title={w.checked(number(of.rows.length + of.further), number(of.same), number(of.strangers))}
        description={of.further > 0 && w.further(number(of.further))}
      />
      {of.unread.length > 0 && <Note below={12} type="warning" title={w.unread(of.unread.join('、'))} />}
      {of.faults.length > 0 && <SheetFaults title={w.faulty(number(of.faultyRows))} of={of.faults} />}
      {of.rows.length > 0 && (
        <>
          <SmallTable
            label={w.rows}
            items={of.rows}
            keyOf={({ employerId }) => employerId}
            columns={[
              {
                title: w.employer,
                show: ({ name, calledThere }) => (
                  <>
                    {name}
                    {calledThere !== null && <p className="old">{w.calledThere(calledThere)}</p>}
                  </>
                ),
              },
              { title: w.code, show: ({ creditCode }) => <span className="mono">{creditCode}</span> },
              {
                title: w.day,
                show: ({ deregisteredOn }) => (deregisteredOn === null ? w.noDay : day(deregisteredOn)),
              },
              { title: w.row, show: ({ row }) => number(row) },
            ]}
          />
          <EnterButton school={school} rows={of.rows} onEntered={onEntered} />
        </>
      )}
    </>
  )
}

type Draft = { readonly readFrom: string; readonly usualDay: string }
type EnterProps = { school: string; rows: contract.CheckedDeregistrations['rows']; onEntered: () => void }

function EnterButton({ school, rows, onEntered }: EnterProps) {
  const { list: w, readFrom, readFromHint, readFromNeeded, dayNeeded } = useWords(deregistrationWords)
  const client = useQueryClient()
  const lacksDay = rows.some(({ deregisteredOn }) => deregisteredOn === null)
  return (
    <ActButton<Draft>
      {...w.enter}
      kind="primary"
      asked={{
        initial: { readFrom: '', usualDay: '' },
        names: { readFrom, struckOut: w.rows },
        faults: (draft) => ({
          readFrom: draft.readFrom.trim() ? null : readFromNeeded,
          usualDay: lacksDay && !draft.usualDay ? dayNeeded : null,
        }),
        show: (draft, put, at) => (
          <>
            <LineField
              at={at('readFrom')}
              label={readFrom}
              value={draft.readFrom}
              most={LONGEST.line}
              hint={readFromHint}
              onChange={(typed) => put({ readFrom: typed })}
            />
            {lacksDay && (
              <AskedDay
                at={at('usualDay')}
                name={w.usualDay}
                window="struck"
                value={draft.usualDay}
                onChange={(usualDay) => put({ usualDay })}
              />
            )}
          </>
        ),
      }}
      act={async (_reason, draft) => {
        const struckOut = rows.map(({ employerId, deregisteredOn }) => ({
          employerId,
          deregisteredOn: deregisteredOn ?? draft.usualDay,
        }))
        await call(contract.enterDeregistrations, {
          params: { school },
          body: { readFrom: draft.readFrom, struckOut },
        })
        onEntered()
      }}
      settled={() => void client.invalidateQueries()}
    />
  )
}
