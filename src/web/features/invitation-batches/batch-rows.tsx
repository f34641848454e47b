import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listBatchRows } from '../../../contracts/invitation-batches.ts'
import type { RowStanding } from '../../../domain/invitation-batch/batch.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { SheetFault, SheetRows, useSheetPage } from '../sheets/sheet-rows.tsx'
import { sheetWords } from '../sheets/words.ts'
import { batchWords } from './words.ts'

type Of = { readonly school: string; readonly id: string }

/** Rows of which the same has become, with every faulty cell or the letter that was sent. */
export function BatchRows({ of: { school, id }, standing }: { of: Of; standing: RowStanding }) {
  const w = useWords(batchWords)
  const sheet = useWords(sheetWords)
  const query = { standing, ...useSheetPage() }
  const { data } = useSuspenseQuery(ask(listBatchRows, { params: { school, id }, query }))
  return (
    <SheetRows page={data} lead={w.explained[standing]} none={w.none[standing]}>
      {data.items.map(({ row, studentNumber, name, position, invitationId, faults }) => (
        <li key={row}>
          <p>
            <strong>{sheet.row(row)}</strong> {studentNumber} {name} <span className="soft">{position}</span>{' '}
            {invitationId && (
              <Link to="/employer/invitations/$school/$id" params={{ school, id: invitationId }}>
                {w.see}
              </Link>
            )}
          </p>
          {faults.length > 0 && (
            <ul>
              {faults.map((fault) => (
                <SheetFault key={`${fault.name} ${fault.said}`} of={fault} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </SheetRows>
  )
}
