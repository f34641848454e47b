import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import {
  handOverTransfers,
  listTransfers,
  MOST_HANDED_OVER,
  type TransferRow,
  takeTransfers,
} from '../../../contracts/transfers.ts'
import { dayInChina } from '../../../domain/day.ts'
import { isTransferOpen, TRANSFER_KINDS } from '../../../domain/transfer/life.ts'
import { ask, call, fetchFile } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { TabLinks } from '../../ui/tab-links.tsx'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { AskedDay } from '../cases/asked-day.tsx'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { useTransferBrief } from './transfer-brief.tsx'
import { type TransferAddress, TransferFilters, transferFilterOf } from './transfer-filters.tsx'
import { transferWords } from './words.ts'

const FROM_THE_FIRST = { after: undefined, before: undefined } as const

/** A batch that is handed over on one day: who is told, and how many are to be looked at. */
function HandOver({ of, onDone }: { of: readonly TransferRow[]; onDone: () => void }) {
  const w = useWords(transferWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const client = useQueryClient()
  const { label, title, warned, ...words } = w.handOver
  const toLookAt = of.filter(({ warnings }) => warnings.length > 0).length
  return (
    <ActButton<{ readonly sentOn: string }>
      {...words}
      label={label(of.length)}
      title={title(of.length)}
      kind="primary"
      asked={{
        initial: { sentOn: dayInChina(serverNow()) },
        names: { sentOn: w.sentOn },
        faults: ({ sentOn }) => ({ sentOn: sentOn ? null : ui.needed(w.sentOn) }),
        show: ({ sentOn }, put, at) => (
          <AskedDay
            at={at('sentOn')}
            name={w.sentOn}
            window="signed"
            value={sentOn}
            onChange={(on) => put({ sentOn: on })}
          />
        ),
      }}
      act={async (_reason, { sentOn }) => {
        const transfers = of.map(({ id, version }) => ({ id, seenVersion: version }))
        await call(handOverTransfers, { params: { school }, body: { transfers, sentOn } })
        onDone()
      }}
      settled={() => void client.invalidateQueries()}
    >
      {toLookAt > 0 && (
        <p>
          <strong>{warned(toLookAt)}</strong>
        </p>
      )}
    </ActButton>
  )
}

/** 档案户口转递: what was sent within the reader's scope, the latest first. */
export function TransfersPage() {
  const w = useWords(transferWords)
  const school = useMySchool()
  const { stateOf, warningsOf, register } = useTransferBrief()
  const { address, shown, change, isTurning } = useListAddress<TransferAddress>()
  const filter = transferFilterOf(shown)
  const { after, before, page } = shown
  const { data } = useSuspenseQuery(
    ask(listTransfers, {
      params: { school },
      query: { ...filter, ...(after && { after }), ...(before && { before }), ...(page && { page }) },
    }),
  )
  const isOpen = ({ status }: TransferRow) => isTransferOpen(status)
  const [chosen, choose] = useTicks<TransferRow>(data.items, JSON.stringify(shown), isOpen)
  const narrow = (next: Partial<TransferAddress>) => change({ ...next, ...FROM_THE_FIRST })
  const turn = (to: number) =>
    change({
      after: to === data.page + 1 ? data.items[data.items.length - 1]?.id : undefined,
      before: to === data.page - 1 && to > 1 ? data.items[0]?.id : undefined,
      page: to > 1 ? String(to) : undefined,
    })
  const toggle = (row: TransferRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    choose(next)
  }
  const { kind } = filter
  const open = transferFilterOf(address)
  return (
    <ListPage<TransferRow>
      title={w.title}
      act={
        <div className="list-acts">
          {data.total > 0 && (
            <FileForPurpose
              words={w.take}
              name={`${register.sheet[kind]}.xlsx`}
              get={(asked) =>
                fetchFile(takeTransfers, { params: { school }, body: { ...asked, transferFilter: open } })
              }
            />
          )}
          <PlainLink to="/school/transfers/import">{w.toImport}</PlainLink>
          <PlainLink primary to={`/school/transfers/new?kind=${kind}`}>
            {w.toNew}
          </PlainLink>
        </div>
      }
      notes={
        <>
          <p className="soft">{w.lead}</p>
          <TabLinks
            label={w.kindLabel}
            open={kind}
            of={TRANSFER_KINDS.map((tab) => ({ tab, name: w.kinds[tab] }))}
            searchOf={(tab) => ({ kind: tab })}
          />
        </>
      }
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: filter.q,
        status: filter.status && register.status[filter.status],
        channel: filter.channel && register.channel[filter.channel],
        college:
          filter.college && (data.colleges.find(({ id }) => id === filter.college)?.name ?? filter.college),
        batch: filter.batch && `${w.batchLabel} ${filter.batch}`,
        only: filter.only && w.unconfirmed,
      }}
      onClear={narrow}
      filters={<TransferFilters of={data} filter={open} onNarrow={narrow} />}
      to={({ id }) => caseAddress('school', { kind: 'transfer', school, id })}
      brief={(row) => ({
        who: `${row.student.name} ${row.student.studentNumber}`,
        what: row.receiver || w.warning['no-receiver'],
        state: stateOf(row),
        due: row.numbers.tracking || row.dispatchNumber,
      })}
      tick={{
        title: w.select,
        show: (row) => (
          <Checkbox
            aria-label={`${w.select} ${row.dispatchNumber} ${row.student.name}`}
            disabled={!isOpen(row) || (chosen.size >= MOST_HANDED_OVER && !chosen.has(row.id))}
            checked={chosen.has(row.id)}
            onChange={() => toggle(row)}
          />
        ),
      }}
      columns={[
        { title: w.dispatch, show: (row) => <span className="mono">{row.dispatchNumber}</span> },
        { title: w.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
        { title: w.receiver, show: (row) => row.receiver || '—' },
        { title: w.channel, show: (row) => register.channel[row.channel] },
        { title: register.number.tracking, show: (row) => row.numbers.tracking || '—' },
        { title: w.state, show: stateOf },
        { title: w.look, show: (row) => warningsOf(row) || '—' },
      ]}
    >
      {chosen.size > 0 && (
        <TickBar text={w.chosen(chosen.size, MOST_HANDED_OVER)}>
          <Button onClick={() => choose(new Map())}>{w.none}</Button>
          <HandOver of={[...chosen.values()]} onDone={() => choose(new Map())} />
        </TickBar>
      )}
    </ListPage>
  )
}
