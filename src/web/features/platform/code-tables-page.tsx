import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/code-tables.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { codeTablesWords } from './code-tables-words.ts'
import { PlaceKinds } from './place-kinds.tsx'

/** All code tables, and how far each has gone from the product's own. */
export function CodeTablesPage() {
  const w = useWords(codeTablesWords)
  const { number } = useFigures()
  const { data } = useSuspenseQuery(ask(contract.listCodeTables))
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{w.hint}</p>
      <section className="card">
        <SmallTable
          label={w.title}
          items={data.items}
          keyOf={({ kind }) => kind}
          columns={[
            {
              title: w.table,
              show: ({ kind }) => (
                <Link to="/platform/code-tables/$kind" params={{ kind }}>
                  {w.kinds[kind]}
                </Link>
              ),
            },
            { title: w.rows, show: ({ rows }) => number(rows) },
            { title: w.changed, show: ({ changed }) => number(changed) },
            { title: w.own, show: ({ own }) => number(own) },
          ]}
        />
      </section>
      <PlaceKinds />
    </>
  )
}
