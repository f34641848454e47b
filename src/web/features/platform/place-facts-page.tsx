import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type PlaceFactsPage as Facts, getPlaceFacts } from '../../../contracts/places.ts'
import { PLACE_FACT_KINDS, type PlaceFactKind } from '../../../domain/place/fact.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { SavePlaceFact } from './place-fact-acts.tsx'
import { placesWords } from './places-words.ts'
import { UploadPlaces } from './upload-places.tsx'

/** Minimum wages, or the places of one tag: what an operator enters, ends, or brings in a sheet. */
export function PlaceFactsPage() {
  const w = useWords(placesWords)
  const { kind: asked } = useParams({ from: '/platform/places/$kind' })
  const kind = PLACE_FACT_KINDS.find((one) => one === asked)
  return kind ? <Table kind={kind} /> : <p>{w.empty}</p>
}

function Table({ kind }: { kind: PlaceFactKind }) {
  const w = useWords(placesWords)
  const { money } = useFigures()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string }>()
  const { data } = useSuspenseQuery(ask(getPlaceFacts, { params: { figure: kind }, query: shown }))
  return (
    <>
      <div className="page-head">
        <BackButton list="/platform/code-tables" />
        <h1>{w.kinds[kind]}</h1>
        <div className="page-act">
          <SavePlaceFact kind={kind} />
        </div>
      </div>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <Filters active={{ q: address.q }} onClear={change}>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
        </Filters>
        {data.total === 0 ? (
          <div className="empty">
            {address.q ? w.empty : kind === 'minimum-wage' ? w.withoutWages : w.withoutTag}
          </div>
        ) : (
          <>
            <SmallTable
              label={w.kinds[kind]}
              items={data.items}
              keyOf={({ id }) => id}
              columns={[
                { title: w.region, show: ({ name, region }) => `${name} ${region}` },
                ...(kind === 'minimum-wage'
                  ? [
                      {
                        title: w.amount,
                        show: ({ amount }: Facts['items'][number]) => (amount === null ? '' : money(amount)),
                      },
                    ]
                  : []),
                { title: w.since, show: ({ since }) => since },
                { title: w.until, show: ({ until }) => until ?? w.open },
                { title: w.from, show: ({ isShipped }) => (isShipped ? w.shipped : w.own) },
              ]}
              acts={{ title: w.acting, show: (row) => <SavePlaceFact kind={kind} row={row} /> }}
            />
            <Pager of={data} onPage={turn} />
          </>
        )}
      </section>
      <section className="card">
        <UploadPlaces kind={kind} />
      </section>
      <History of={data.history} />
    </>
  )
}

function History({ of }: { of: Facts['history'] }) {
  const w = useWords(placesWords)
  const { instant, money } = useFigures()
  const said = ({ amount, until }: { amount: number | null; until: string | null }) =>
    [...(amount === null ? [] : [money(amount)]), until ?? w.open].join(' · ')
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {of.length === 0 && <p className="soft">{w.noHistory}</p>}
      <ul className="small-rows">
        {of.map(({ at, by, region, since, name, before, after }) => (
          <li key={`${at} ${region} ${since}`}>
            <strong>
              {name} {since}
            </strong>
            <span className="soft">
              {instant(at)} {by}
            </span>
            <span>{before ? `${said(before)} → ${said(after)}` : said(after)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
