import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { getAudit } from '../../../contracts/audits.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Loading } from '../../ui/loading.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { TakenFiles } from '../taken-files/taken-files.tsx'
import { SignOff } from './sign-off.tsx'
import { TakeAudit } from './take-audit.tsx'
import { auditWords } from './words.ts'

/** 核查档案: a year's nine topics, who has signed them, and the file that is handed over. */
export function AuditPage() {
  const w = useWords(auditWords)
  const figures = useFigures()
  const school = useMySchool()
  const { shown, change } = useListAddress<{ year: string }>()
  const { data } = useSuspenseQuery(
    ask(getAudit, { params: { school }, query: shown.year ? { year: shown.year } : {} }),
  )
  const { year, years, topics, maySign } = data
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        {maySign && (
          <div className="page-act">
            <TakeAudit year={year} />
          </div>
        )}
      </div>
      <p className="soft">{w.lead}</p>
      <Filters active={{}} onClear={change}>
        <ChoiceFilter
          label={w.year}
          value={String(year)}
          onChange={(chosen) => change({ year: chosen })}
          options={(years.includes(year) ? years : [year, ...years]).map((one) => ({
            value: String(one),
            label: w.of(one),
          }))}
        />
      </Filters>
      <section className="card">
        <h2>{w.topics}</h2>
        <SmallTable
          label={w.topics}
          items={topics}
          keyOf={({ topic }) => topic}
          columns={[
            {
              title: w.name,
              show: ({ topic }) => (
                <Link to="/school/audit/rows" search={{ year: String(year), topic }}>
                  {w.topic[topic]}
                </Link>
              ),
            },
            { title: w.what, show: ({ topic }) => w.about[topic] },
            { title: w.count, show: ({ count }) => figures.number(count) },
          ]}
        />
      </section>
      <Suspense fallback={<Loading />}>
        <SignOff of={data} />
      </Suspense>
      <TakenFiles kind="audit" />
    </>
  )
}
