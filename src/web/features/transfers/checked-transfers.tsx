import { useQueryClient } from '@tanstack/react-query'
import * as contract from '../../../contracts/transfer-sheets.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { SheetFaults } from '../sheets/sheet-faults.tsx'
import { sheetWords } from '../sheets/words.ts'
import { transferWords } from './words.ts'

type Props = { school: string; of: contract.CheckedTransfers; onEntered: () => void }

/** What a sheet would do to the records, and what of it is wrong; once its reader says so it is written. */
export function CheckedTransfers({ school, of, onEntered }: Props) {
  const w = useWords(transferWords).sheet
  const sheet = useWords(sheetWords)
  const register = TRANSFER_REGISTER[useLanguage().language]
  const client = useQueryClient()
  const { number } = useFigures()
  if (of.missing.length > 0) return <Note type="error" title={w.missing(of.missing.join('、'))} />
  if (of.twice.length > 0) return <Note type="error" title={w.twice(of.twice.join('、'))} />
  return (
    <>
      <Note below={12} type="info" title={w.checked(number(of.rows.length), number(of.same))} />
      {of.unread.length > 0 && <Note below={12} type="warning" title={w.unread(of.unread.join('、'))} />}
      {of.faults.length > 0 && <SheetFaults title={w.faulty(number(of.faultyRows))} of={of.faults} />}
      {of.rows.length > 0 && (
        <>
          <ul className="sheet-rows" aria-label={w.rows}>
            {of.rows.map(({ row, dispatchNumber, student, receiver, before, after, tracking }) => (
              <li key={row}>
                <strong>{sheet.row(row)}</strong> <span className="mono">{dispatchNumber}</span> {student}{' '}
                <span className="soft">{receiver}</span>{' '}
                {before === after ? (
                  register.status[after]
                ) : (
                  <>
                    <del>{register.status[before]}</del> → <ins>{register.status[after]}</ins>
                  </>
                )}{' '}
                {tracking && <span className="mono">{tracking}</span>}
              </li>
            ))}
          </ul>
          <ActButton
            {...w.enter}
            kind="primary"
            act={async () => {
              const transferRows = of.rows.map(({ brought }) => brought)
              await call(contract.enterTransfers, { params: { school }, body: { transferRows } })
              onEntered()
            }}
            settled={() => void client.invalidateQueries()}
          />
        </>
      )}
    </>
  )
}
