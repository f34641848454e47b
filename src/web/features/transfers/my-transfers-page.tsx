import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyTransfers } from '../../../contracts/transfers.ts'
import { TRANSFER_KINDS } from '../../../domain/transfer/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useTransferBrief } from './transfer-brief.tsx'
import { transferWords } from './words.ts'

/** Where the student's file and household certificate are, in words (AT-42); and every record of them. */
export function MyTransfersPage() {
  const w = useWords(transferWords)
  const figures = useFigures()
  const school = useMySchool()
  const { stateOf, whereOf, register } = useTransferBrief()
  const { data } = useSuspenseQuery(ask(listMyTransfers, { params: { school } }))
  const latest = TRANSFER_KINDS.flatMap((kind) => data.items.find((one) => one.kind === kind) ?? [])
  return (
    <CasePage title={w.page.mine} back="/student" state={null}>
      {latest.length === 0 && (
        <section className="card">
          <p>{w.mine.empty}</p>
        </section>
      )}
      {latest.map((of) => (
        <section className="card" key={of.id}>
          <h2>{register.kind[of.kind]}</h2>
          <p>{whereOf(of)}</p>
          {of.warnings.includes('destination-changed') && (
            <Note below={12} type="warning" title={w.page.myChange} />
          )}
        </section>
      ))}
      {latest.length > 0 && (
        <section className="card">
          <h2>{w.mine.all}</h2>
          <p className="soft">{w.mine.lead}</p>
          <DataList
            label={w.mine.all}
            page={{ items: data.items, page: 1, pageSize: data.items.length, total: data.items.length }}
            empty={null}
            onPage={() => {}}
            to={({ id }) => caseAddress('student', { kind: 'transfer', school, id })}
            brief={(of) => ({
              who: register.kind[of.kind],
              what: of.receiver || of.dispatchNumber,
              state: stateOf(of),
              due: figures.dayOf(of.preparedAt),
            })}
            columns={[
              { title: w.dispatch, show: (of) => <span className="mono">{of.dispatchNumber}</span> },
              { title: w.kindLabel, show: (of) => register.kind[of.kind] },
              { title: w.receiver, show: (of) => of.receiver || '—' },
              { title: w.channel, show: (of) => register.channel[of.channel] },
              { title: w.sentOn, show: (of) => (of.sentOn ? figures.day(of.sentOn) : '—') },
              { title: w.state, show: stateOf },
            ]}
          />
        </section>
      )}
    </CasePage>
  )
}
