import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { SHEET_FORMS, takePicture } from '../../../contracts/figures.ts'
import {
  type Comparison,
  compareMoments,
  downloadComparison,
  listMoments,
} from '../../../contracts/moments.ts'
import { DIMENSIONS } from '../../../domain/figures/dimensions.ts'
import { graduatesIn, MEASURE_NAMES, type Measure, STANDINGS } from '../../../domain/figures/parts.ts'
import { isKept } from '../../../domain/moment/life.ts'
import { ask, call, fetchFile } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { comparisonChart } from '../figures/chart-options.ts'
import { FigureChart } from '../figures/figure-chart.tsx'
import { saidFigures } from '../figures/said-figures.ts'
import { SaveButton } from '../figures/save-button.tsx'
import { ComparedFigures, ComparedGroups } from './compared-tables.tsx'
import { useComparison } from './comparison-address.ts'
import { Moves } from './moves.tsx'
import { saidReport } from './said-report.ts'
import { momentWords } from './words.ts'
import '../figures/figures.css'
import './moments.css'

/** The moments that are later than the one shown, and now. */
function useLater(school: string, { was }: Comparison) {
  const w = useWords(momentWords)
  const { instant } = useFigures()
  const { data } = useSuspenseQuery(
    ask(listMoments, { params: { school }, query: { status: 'kept', pageSize: 100 } }),
  )
  const later = data.items.filter((one) => isKept(one.status) && one.at > was.at)
  return [
    { value: NOW, label: w.withNow },
    ...later.map(({ id, name, at }) => ({ value: id, label: w.rows.of(name, instant(at)) })),
  ]
}
const NOW = 'now'

/** A moment beside a later one, or beside now: figure by figure, by one dimension, and who changed class. */
export function ComparisonPage() {
  const w = useWords(momentWords)
  const said = useWords(saidFigures)
  const { sheet } = useWords(saidReport).comparison
  const { language } = useLanguage()
  const { instant } = useFigures()
  const { address, shown, change, isTurning, params, asked } = useComparison('/school/moments/$id/comparison')
  const by = DIMENSIONS.find((one) => one === shown.by) ?? 'college'
  const measure: Measure = MEASURE_NAMES.find((one) => one === shown.measure) ?? 'placed'
  const { data } = useSuspenseQuery(ask(compareMoments, { params, query: { ...asked, by } }))
  const later = useLater(params.school, data)
  const { year, total } = data
  const groupsTitle = w.comparison.groups(said.dimension[by], said.measure[measure])
  const isEmpty = graduatesIn(total.was) + graduatesIn(total.is) === 0
  const nameOf = ({ name }: { name: string | null }) => name ?? w.withNow
  return (
    <>
      <div className="page-head">
        <BackButton list={`/school/moments/${params.id}`} />
        <h1>{w.comparison.title}</h1>
      </div>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <p>{w.comparison.from(nameOf(data.was), instant(data.was.at))}</p>
        <p>{w.comparison.to(nameOf(data.is), instant(data.is.at))}</p>
        <div className="figure-filters comparison-choices">
          <ChoiceFilter
            label={w.with}
            value={address.later ?? NOW}
            options={later}
            onChange={(chosen) => change({ later: chosen === NOW ? undefined : chosen })}
          />
          <ChoiceFilter
            label={w.year}
            value={String(year)}
            options={[...new Set([year, ...data.years])]
              .sort((one, other) => other - one)
              .map((one) => ({ value: String(one), label: w.ofYear(one) }))}
            onChange={(chosen) => change({ year: chosen })}
          />
          <ChoiceFilter
            label={w.by}
            value={by}
            options={DIMENSIONS.map((value) => ({ value, label: w.byOf(said.dimension[value]) }))}
            onChange={(chosen) => change({ by: chosen })}
          />
          <ChoiceFilter
            label={w.measure}
            value={measure}
            options={MEASURE_NAMES.map((value) => ({ value, label: said.measure[value] }))}
            onChange={(chosen) => change({ measure: chosen })}
          />
        </div>
        {isEmpty && <p>{w.comparison.none}</p>}
      </section>
      {!isEmpty && (
        <>
          <section className="card">
            <h2>{w.comparison.total}</h2>
            <div className="figure-table">
              <ComparedFigures total={total} />
            </div>
          </section>
          <section className="card">
            <Pictured
              of={data}
              onTake={(pictureForm) =>
                call(takePicture, {
                  params: { school: params.school },
                  body: {
                    ...{ year, groupedBy: by, filter: {}, moment: params.id },
                    ...{ picture: 'comparison', pictureForm },
                  },
                })
              }
            />
          </section>
          <section className="card">
            <div className="page-head">
              <h2>{groupsTitle}</h2>
              <div className="page-act figure-saves">
                {SHEET_FORMS.map((format) => (
                  <SaveButton
                    key={format}
                    label={w.save[format]}
                    done={w.saved}
                    save={async () => {
                      const body = {
                        ...(shown.later && { later: shown.later }),
                        year,
                        groupedBy: by,
                        format,
                        language,
                      }
                      saveFile(await fetchFile(downloadComparison, { params, body }), `${sheet}.${format}`)
                    }}
                  />
                ))}
              </div>
            </div>
            <div className="figure-table">
              <ComparedGroups of={data} by={said.dimension[by]} measure={measure} label={groupsTitle} />
            </div>
          </section>
          <section className="card">
            <Moves
              of={data.moves}
              to={`/school/moments/${params.id}/changes`}
              search={{ ...(shown.later && { later: shown.later }), year: String(year) }}
            />
          </section>
        </>
      )}
      <Link to="/school/moments">{w.all}</Link>
    </>
  )
}

/** Each outcome at both, bar beside bar. */
function Pictured({
  of: { total },
  onTake,
}: {
  of: Comparison
  onTake: (form: 'svg' | 'png') => Promise<unknown>
}) {
  const { comparison: w } = useWords(momentWords)
  const said = useWords(saidFigures)
  const option = useMemo(
    () => comparisonChart(total, said.standing, { was: w.was, is: w.is }),
    [total, said, w],
  )
  const inWords = STANDINGS.map((one) => `${said.standing[one]} ${total.was[one]} → ${total.is[one]}`)
  return (
    <FigureChart
      title={w.parts}
      said={`${w.parts}：${inWords.join(' · ')}`}
      option={option}
      height={STANDINGS.length * 48 + 64}
      onTake={onTake}
    />
  )
}
