import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listTransferCandidates, type TransferCandidate } from '../../../contracts/transfers.ts'
import { TRANSFER_KINDS } from '../../../domain/transfer/life.ts'
import { methodText } from '../../../words/transfer-register.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { Note } from '../../ui/note.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { PrepareButton } from './prepare-button.tsx'
import { useTransferBrief } from './transfer-brief.tsx'
import { transferWords } from './words.ts'

type Address = Readonly<Record<'kind' | 'year' | 'college' | 'ids' | 'after' | 'before', string>>

/** For whom records are made: graduates whose destination is certain, or those ticked on the roster; and what to look at. */
export function NewBatchPage() {
  const w = useWords(transferWords)
  const figures = useFigures()
  const { language } = useLanguage()
  const school = useMySchool()
  const { warningsOf } = useTransferBrief()
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const kind = TRANSFER_KINDS.find((one) => one === shown.kind) ?? 'file'
  const { year, college, ids, after, before, page } = shown
  const { data } = useSuspenseQuery(
    ask(listTransferCandidates, {
      params: { school },
      query: {
        kind,
        ...(ids ? { ids } : { ...(year && { year }), ...(college && { college }) }),
        ...(after && { after }),
        ...(before && { before }),
        ...(page && { page }),
      },
    }),
  )
  const narrow = (next: Partial<Address>) => change({ ...next, after: undefined, before: undefined })
  const turn = (to: number) =>
    change({
      after: to === data.page + 1 ? data.items[data.items.length - 1]?.id : undefined,
      before: to === data.page - 1 && to > 1 ? data.items[0]?.id : undefined,
      page: to > 1 ? String(to) : undefined,
    })
  const warned = data.items.filter(({ warnings }) => warnings.length > 0).length
  const whom = ids
    ? { students: [...new Set(ids.split(','))] }
    : { year: data.year, ...(college && { college }) }
  return (
    <ListPage<TransferCandidate>
      title={w.newBatch.title}
      act={data.total > 0 && <PrepareButton kind={kind} whom={whom} total={data.total} />}
      notes={
        <>
          <p className="soft">{w.newBatch.lead}</p>
          <TabLinks
            label={w.kindLabel}
            open={kind}
            of={TRANSFER_KINDS.map((tab) => ({ tab, name: w.kinds[tab] }))}
            searchOf={(tab) => ({ kind: tab, ...(ids && { ids }) })}
          />
          {ids && (
            <p>
              {w.newBatch.named(figures.number(ids.split(',').length))}{' '}
              <Link to="/school/transfers/new" search={{ kind }}>
                {w.newBatch.backToAll}
              </Link>
            </p>
          )}
          {warned > 0 && <Note below={12} type="warning" title={w.newBatch.warned(figures.number(warned))} />}
        </>
      }
      page={data}
      empty={ids ? w.newBatch.emptyNamed : w.newBatch.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ college: college && (data.colleges.find(({ id }) => id === college)?.name ?? college) }}
      onClear={narrow}
      filters={
        !ids && (
          <>
            <ChoiceFilter
              label={w.newBatch.year}
              value={String(data.year)}
              options={[...new Set([data.year, ...data.years])].map((one) => ({
                value: String(one),
                label: w.newBatch.of(one),
              }))}
              onChange={(one) => narrow({ year: one ?? '' })}
            />
            {data.colleges.length > 1 && (
              <ChoiceFilter
                label={w.collegeLabel}
                all={w.anyCollege}
                value={address.college ?? ''}
                options={data.colleges.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(one) => narrow({ college: one ?? '' })}
              />
            )}
          </>
        )
      }
      to={({ id }) => `/school/students/${school}/${id}`}
      brief={(row) => ({
        who: `${row.student.name} ${row.student.studentNumber}`,
        what: row.receiver || w.warning['no-receiver'],
        state: warningsOf(row) || w.inOrder,
        due: row.holder ?? '',
      })}
      columns={[
        { title: w.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
        { title: w.college, show: ({ student }) => student.college },
        { title: w.newBatch.holder, show: ({ holder }) => holder ?? '—' },
        ...(kind === 'file'
          ? [{ title: w.method, show: (row: TransferCandidate) => methodText(row.method, language) }]
          : []),
        { title: w.receiver, show: (row) => row.receiver || '—' },
        { title: w.addressOf[kind], show: (row) => row.address || '—' },
        { title: w.look, show: (row) => warningsOf(row) || w.inOrder },
      ]}
    />
  )
}
