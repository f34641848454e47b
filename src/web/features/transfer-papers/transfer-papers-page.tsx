import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import {
  checkTransfers,
  printAddressLabels,
  printTransferSlips,
  type TransferBrief,
} from '../../../contracts/transfer-papers.ts'
import { LABEL_COLUMNS, LABEL_ROWS, LABELS_ON_SHEET } from '../../../domain/transfer/labels.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { transferWords } from './words.ts'

/** Slips and labels for the students in the address, after what is to be looked at. */
export function TransferPapersPage() {
  const w = useWords(transferWords)
  const { ids: chosen = '' } = useAddressText()
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {chosen === '' ? (
        <div className="empty">
          <p>{w.nobody}</p>
          <PlainLink to="/school/students">{w.toRoster}</PlainLink>
        </div>
      ) : (
        <Papers ids={chosen} />
      )}
    </>
  )
}

function Papers({ ids }: { ids: string }) {
  const w = useWords(transferWords)
  const figures = useFigures()
  const params = { school: useMySchool() }
  const { data } = useSuspenseQuery(ask(checkTransfers, { params, query: { ids } }))
  const warned = data.items.filter(({ warnings }) => warnings.length > 0).length
  const labels = data.items.filter(({ hasLabel }) => hasLabel).length
  return (
    <>
      {warned > 0 ? (
        <Note type="warning" below={12} title={w.warned(figures.number(warned))} />
      ) : (
        <Note type="info" below={12} title={w.fine} />
      )}
      <section className="card">
        <SmallTable<TransferBrief>
          label={w.title}
          items={data.items}
          keyOf={({ id }) => id}
          columns={[
            { title: w.student, show: (row) => `${row.name} ${row.studentNumber}` },
            { title: w.receiver, show: ({ file }) => file?.receiver || '—' },
            {
              title: w.address,
              show: ({ file }) => [file?.address, file?.postcode].filter(Boolean).join(' ') || '—',
            },
            {
              title: w.contact,
              show: ({ file }) => [file?.contactName, file?.contactPhone].filter(Boolean).join(' ') || '—',
            },
            { title: w.look, show: (row) => <Warnings of={row} /> },
          ]}
        />
      </section>
      <section className="card">
        <div className="actions">
          <Button
            type="primary"
            href={addressOf(printTransferSlips, { params, query: { ids } })}
            target="_blank"
            rel="noopener"
          >
            {w.slips(figures.number(data.items.length))}
          </Button>
          <PlainLink to={`/school/transfers/new?ids=${ids}`}>{w.toRecords}</PlainLink>
        </div>
        {labels > 0 && <Labels ids={ids} count={labels} />}
      </section>
    </>
  )
}

function Warnings({ of: { file, warnings, hasLabel } }: { of: TransferBrief }) {
  const w = useWords(transferWords)
  if (warnings.length === 0) return <span className="soft">{w.inOrder}</span>
  const said = [
    ...(file ? warnings.map((warning) => w.warning[warning]) : [w.noAgreement]),
    ...(hasLabel ? [] : [w.noLabel]),
  ]
  return <span>{said.join(' · ')}</span>
}

function Labels({ ids, count }: { ids: string; count: number }) {
  const w = useWords(transferWords)
  const figures = useFigures()
  const params = { school: useMySchool() }
  const id = useId()
  const [start, setStart] = useState(1)
  return (
    <>
      <p>
        <label htmlFor={id}>{w.start}</label>
        <br />
        <InputNumber
          id={id}
          min={1}
          max={LABELS_ON_SHEET}
          precision={0}
          inputMode="numeric"
          value={start}
          onChange={(value) => setStart(value ?? 1)}
          aria-describedby={`${id}-hint`}
        />
      </p>
      <p id={`${id}-hint`} className="soft">
        {w.startHint(figures.number(LABEL_ROWS), figures.number(LABEL_COLUMNS))}
      </p>
      <div className="actions">
        <Button
          href={addressOf(printAddressLabels, { params, query: { ids, start } })}
          target="_blank"
          rel="noopener"
        >
          {w.labels(figures.number(count))}
        </Button>
      </div>
    </>
  )
}
