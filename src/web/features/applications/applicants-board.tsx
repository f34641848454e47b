import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import type { ApplicantRow, boardOfApplications } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { actTo, EMPLOYER_READS } from '../../../domain/application/life.ts'
import { useIsPhone } from '../../ui/narrow.ts'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { Begun } from '../cases/begun.ts'
import { CaseActs } from '../cases/case-acts.tsx'
import { ApplicantCard } from './applicant-card.tsx'
import type { Address } from './applicant-filters.tsx'
import type { Tick } from './applicants-frame.tsx'
import { ACTS } from './application-acts.tsx'
import { BoardColumn } from './board-column.tsx'
import { applicationWords } from './words.ts'
import './applicants-board.css'

type Action = ApplicantRow['actions'][number]
type Props = Output<typeof boardOfApplications> & { address: Partial<Address>; tick: Tick }

/** Applicants in a column for each state: where a card is dragged to, or what its menu says, is done in the dialog of that act. */
export function ApplicantsBoard({ columns, counts, address, tick }: Props) {
  const w = useWords(applicationWords)
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const [dragged, drag] = useState<ApplicantRow | null>(null)
  const [begun, begin] = useState<{ readonly row: ApplicantRow; readonly action: Action } | null>(null)
  const act = (row: ApplicantRow, action: Action) => {
    const { school, id } = row
    const of = { kind: 'application', school: school.code, id } as const
    if (action === 'invite') void navigate({ to: caseAddress('employer', of, action) })
    else begin({ row, action })
  }
  // One at a time on a phone: that which is asked for, or the first with somebody in it.
  const first = columns.find(({ items }) => items.length > 0)
  const shown = isPhone ? columns.filter((column) => column === first) : columns
  return (
    <>
      {isPhone ? (
        <TabLinks
          label={w.state}
          open={first?.status ?? ''}
          of={EMPLOYER_READS.map((status) => ({
            tab: status,
            name: w.toEmployer[status],
            count: counts[status],
          }))}
          searchOf={(status) => ({ ...address, status })}
        />
      ) : (
        <p className="soft">{w.board.hint}</p>
      )}
      <div className="board">
        {shown.map(({ status, items }) => {
          const dropped = dragged && actTo(status, dragged)
          return (
            <BoardColumn
              key={status}
              status={status}
              total={counts[status] ?? 0}
              shown={items.length}
              address={address}
              isClosed={dragged !== null && !dropped}
              onDrop={dragged && dropped ? () => act(dragged, dropped) : null}
            >
              {items.map((row) => (
                <ApplicantCard key={row.id} of={row} tick={tick} onDrag={drag} onAct={act} />
              ))}
            </BoardColumn>
          )
        })}
      </div>
      {begun && (
        <Begun value={{ of: `${begun.row.applicant.name} · ${begun.row.title}`, onEnd: () => begin(null) }}>
          <CaseActs
            kind="application"
            of={{ ...begun.row, actions: [begun.action] }}
            acts={ACTS}
            words={w.act}
          />
        </Begun>
      )}
    </>
  )
}
