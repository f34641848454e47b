import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import * as contract from '../../../contracts/exports.ts'
import { getFigures } from '../../../contracts/figures.ts'
import { MEASURE_NAMES } from '../../../domain/figures/parts.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { Sideways } from '../../ui/sideways.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useKey } from '../cases/key.ts'
import { filterIn } from '../figures/figure-address.ts'
import { saidFigures } from '../figures/said-figures.ts'
import { ExportCheck } from './export-check.tsx'
import { TakeExport } from './take-export.tsx'
import { useTemplateName } from './templates-page.tsx'
import type { Whom } from './whom.ts'
import { exportWords } from './words.ts'
import './exports.css'

type Address = Required<Whom> & { readonly lacking: string }

/** A file by one template: of whom, what its first rows are and what they lack, and then the file. */
export function ExportPage() {
  const w = useWords(exportWords)
  const said = useWords(saidFigures)
  const nameOf = useNameOf()
  const called = useTemplateName()
  const school = useMySchool()
  const { id } = useKey()
  const params = { school, id }
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const { data: template } = useSuspenseQuery(ask(contract.getExportTemplate, { params }))
  const { data: year } = useSuspenseQuery(
    ask(getFigures, { params: { school }, query: { ...(shown.year && { year: shown.year }) } }),
  )
  const measure = MEASURE_NAMES.find((one) => one === shown.measure)
  const { ticked, lacking, after } = shown
  const filter = filterIn(shown)
  const selection = {
    year: String(year.year),
    ...filter,
    ...(measure && { measure }),
    ...(ticked && { ticked }),
  }
  const { data } = useSuspenseQuery(
    ask(contract.previewExport, {
      params,
      query: { ...selection, ...(lacking && { lacking }), ...(after && { after }) },
    }),
  )
  const heading = lacking && template.columns[Number(lacking)]?.heading
  const narrow = (next: Partial<Address>) => change({ after: undefined, lacking: undefined, ...next })
  return (
    <>
      <BackButton list="/school/exports" />
      <div className="page-head">
        <h1>{called(template)}</h1>
        {data.total > 0 && (
          <div className="page-act export-acts">
            {template.mayChange && (
              <Link className="plain-button" to="/school/exports/$id/returned" params={{ id }}>
                {w.readBack}
              </Link>
            )}
            <TakeExport
              of={template}
              total={data.total}
              selected={{
                year: year.year,
                filter,
                ...(measure && { measure }),
                ...(ticked && { ticked: ticked.split(',') }),
              }}
            />
          </div>
        )}
      </div>
      {ticked && <Note type="info" below={12} title={w.ticked(ticked.split(',').length)} />}
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <Filters
          active={{
            ...Object.fromEntries(
              data.chosen
                .filter(({ dimension }) => dimension !== 'college')
                .map((one) => [
                  one.dimension,
                  `${said.dimension[one.dimension]} ${nameOf(one) || said.unknown}`,
                ]),
            ),
            lacking: heading ? w.onlyLacking(heading) : undefined,
          }}
          onClear={narrow}
        >
          <ChoiceFilter
            label={w.year}
            value={String(year.year)}
            options={[...new Set([year.year, ...year.years])]
              .sort((one, other) => other - one)
              .map((one) => ({ value: String(one), label: w.of(one) }))}
            onChange={(chosen) => narrow({ year: chosen })}
          />
          <ChoiceFilter
            label={w.college}
            all={w.allColleges}
            value={address.college ?? ''}
            options={year.groups.map((group) => ({ value: group.key, label: group.name }))}
            onChange={(chosen) => narrow({ college: chosen })}
          />
          <ChoiceFilter
            label={w.measure}
            all={w.everybody}
            value={address.measure ?? ''}
            options={MEASURE_NAMES.map((value) => ({ value, label: w.measures[value] }))}
            onChange={(chosen) => narrow({ measure: chosen })}
          />
        </Filters>
        <p className="soft">
          <Link to="/school/figures" search={{ year: String(year.year) }}>
            {w.narrowFurther}
          </Link>
        </p>
        {data.total > 0 && (
          <ExportCheck key={JSON.stringify(selection)} id={id} selection={selection} open={change} />
        )}
        <h2>{w.preview}</h2>
        {data.items.length === 0 ? (
          <div className="empty">
            <p>{w.nobody}</p>
            <p className="soft">{w.nobodyText}</p>
          </div>
        ) : (
          <>
            <p className="soft">
              {w.people(data.total)} · {w.masked}
            </p>
            <Preview of={data} />
          </>
        )}
        <div className="actions">
          {after && <Button onClick={() => change({ after: undefined })}>{w.first}</Button>}
          {data.next && <Button onClick={() => change({ after: data.next ?? undefined })}>{w.next}</Button>}
        </div>
      </section>
    </>
  )
}

type Rows = Awaited<ReturnType<ReturnType<typeof ask<typeof contract.previewExport>>['queryFn']>>

/** The rows as the file has them, and before each whose it is. */
function Preview({ of: { headings, items } }: { of: Rows }) {
  const w = useWords(exportWords)
  const school = useMySchool()
  return (
    <Sideways className="export-preview" label={w.preview}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.student}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/school/students/$school/$id" params={{ school, id }}>
                  {name}
                </Link>
              </th>
              {headings.map((heading, place) => (
                <td key={heading}>{cells[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
