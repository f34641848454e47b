import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import * as contract from '../../../contracts/code-tables.ts'
import { CODE_STANDINGS, type CodeRow, type CodeStanding } from '../../../domain/code-row.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { AddCode, ChangeCode, TakeShipped } from './code-acts.tsx'
import { codeTablesWords } from './code-tables-words.ts'

/** One code table beside the product's own: what an operator changes, ends or adds. */
export function CodeTablePage() {
  const w = useWords(codeTablesWords)
  const { kind: asked } = useParams({ from: '/platform/code-tables/$kind' })
  const kind = contract.CODE_KINDS.find((one) => one === asked)
  return kind ? <Table kind={kind} /> : <p>{w.empty}</p>
}

function Table({ kind }: { kind: contract.CodeKind }) {
  const w = useWords(codeTablesWords)
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; standing: CodeStanding }>()
  const { data } = useSuspenseQuery(ask(contract.getCodeTable, { params: { kind }, query: shown }))
  const active = { q: address.q, standing: address.standing }
  return (
    <>
      <div className="page-head">
        <BackButton list="/platform/code-tables" />
        <h1>{w.kinds[kind]}</h1>
        <div className="page-act">
          <AddCode kind={kind} />
        </div>
      </div>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <Filters active={active} onClear={change}>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={w.standing}
            all={w.all}
            value={address.standing ?? ''}
            options={CODE_STANDINGS.map((value) => ({ value, label: w.standings[value] }))}
            onChange={(standing) => change({ standing })}
          />
        </Filters>
        {data.total === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <>
            <SmallTable
              label={w.kinds[kind]}
              items={data.items}
              keyOf={({ code }) => code}
              columns={[
                { title: w.name, show: ({ name }) => name },
                { title: w.code, show: ({ code }) => code },
                { title: w.nameEn, show: ({ nameEn }) => nameEn ?? '—' },
                { title: w.parent, show: ({ parentName }) => parentName ?? '—' },
                { title: w.years, show: (row) => <Years of={row} /> },
                { title: w.standing, show: (row) => <Standing of={row} /> },
              ]}
              acts={{
                title: w.acting,
                show: (row) => (
                  <>
                    <ChangeCode kind={kind} row={row} />
                    {row.standing === 'changed' && <TakeShipped kind={kind} row={row} />}
                  </>
                ),
              }}
            />
            <Pager of={data} onPage={turn} />
          </>
        )}
      </section>
      <History of={data.history} />
    </>
  )
}

function Years({ of: { validFrom, validUntil } }: { of: Pick<CodeRow, 'validFrom' | 'validUntil'> }) {
  const w = useWords(codeTablesWords)
  const said = [
    ...(validFrom === null ? [] : [w.from(validFrom)]),
    ...(validUntil === null ? [] : [w.until(validUntil)]),
  ]
  return said.length === 0 ? w.always : said.join(' ')
}

/** How the row stands beside the product's own, and what that says where it is another. */
function Standing({ of: { standing, shipped } }: { of: contract.CodeTablePage['items'][number] }) {
  const w = useWords(codeTablesWords)
  if (standing !== 'changed' || shipped === null) return w.standings[standing]
  return (
    <>
      {w.standings.changed}
      <br />
      <span className="soft">
        {w.shippedIs}: {shipped.name} · {shipped.nameEn ?? '—'} · <Years of={shipped} />
      </span>
    </>
  )
}

function History({ of }: { of: contract.CodeTablePage['history'] }) {
  const w = useWords(codeTablesWords)
  const { instant } = useFigures()
  const shown = (value: string | number | null) => (value === null || value === '' ? w.nothing : value)
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {of.length === 0 && <p className="soft">{w.noHistory}</p>}
      <ul className="small-rows">
        {of.map(({ at, by, code, name, act, changes }) => (
          <li key={`${at} ${code}`}>
            <strong>
              {w.acts[act]} {code} {name}
            </strong>
            <span className="soft">
              {instant(at)} {by}
            </span>
            {act !== 'add' &&
              changes.map(({ field, before, after }) => (
                <span key={field}>
                  {w.fields[field]}: {shown(before)} → {shown(after)}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
