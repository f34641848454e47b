import { useQueryClient } from '@tanstack/react-query'
import * as contract from '../../../contracts/majors.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { SheetFaults } from '../sheets/sheet-faults.tsx'
import { sheetWords } from '../sheets/words.ts'
import { majorWords } from './words.ts'

type Row = contract.CheckedMajors['rows'][number]
type Props = { school: string; of: contract.CheckedMajors; onEntered: () => void }

/** What a sheet would do to the list, and what of it is wrong; once its reader says so it is written. */
export function CheckedMajors({ school, of, onEntered }: Props) {
  const w = useWords(majorWords).sheet
  const client = useQueryClient()
  const { number } = useFigures()
  if (of.missing.length > 0) return <Note type="error" title={w.missing(of.missing.join('、'))} />
  if (of.twice.length > 0) return <Note type="error" title={w.twice(of.twice.join('、'))} />
  const added = of.rows.filter(({ before }) => before === null).length
  return (
    <>
      <Note type="info" title={w.checked(number(added), number(of.rows.length - added), number(of.same))} />
      {of.unread.length > 0 && <Note type="warning" title={w.unread(of.unread.join('、'))} />}
      {of.faults.length > 0 && <SheetFaults title={w.faulty(number(of.faultyRows))} of={of.faults} />}
      {of.rows.length > 0 && (
        <>
          <ul className="sheet-rows" aria-label={w.rows}>
            {of.rows.map((row) => (
              <SaidRow key={row.row} of={row} />
            ))}
          </ul>
          <ActButton
            {...w.enter}
            kind="primary"
            act={async () => {
              const listed = of.rows.map(({ brought }) => brought)
              await call(contract.enterMajors, { params: { school }, body: { listed } })
              onEntered()
            }}
            settled={() => client.invalidateQueries()}
          />
        </>
      )}
    </>
  )
}

/** A row of the list as it is to be: all of what is new, of what is changed each part that is. */
function SaidRow({ of: { row, brought, before, after } }: { of: Row }) {
  const w = useWords(majorWords)
  const sheet = useWords(sheetWords)
  const parts = (said: NonNullable<Row['before']>) => [
    [w.name, said.name] as const,
    [w.level, said.educationLevel] as const,
    [w.colleges, said.colleges.join('、') || w.none] as const,
    [w.state, w.using[said.inUse ? 'yes' : 'no']] as const,
  ]
  const was = before && parts(before)
  return (
    <li>
      <p>
        <strong>{sheet.row(row)}</strong> {brought.majorCode} {after.name}{' '}
        <span className="soft">{before ? w.sheet.isChanged : w.sheet.isNew}</span>
      </p>
      <ul>
        {parts(after).map(([name, is], nth) => {
          const old = was?.[nth]?.[1]
          if (old === is) return null
          return (
            <li key={name}>
              {name} {old !== undefined && <del>{old}</del>} {old !== undefined && '→'} <ins>{is}</ins>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
