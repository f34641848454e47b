import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { downloadMomentReport, getMomentReport, REPORT_FORMS } from '../../../contracts/moments.ts'
import { type WordedTable, wordReport } from '../../../words/word-report.ts'
import { ask, fetchFile } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { saveFile } from '../../ui/save-file.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { saidFigures } from '../figures/said-figures.ts'
import { SaveButton } from '../figures/save-button.tsx'
import { saidReport } from './said-report.ts'
import { momentWords } from './words.ts'
import './moments.css'

function ReportTable({ of: { title, heads, rows } }: { of: WordedTable }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <div className="report-table">
        <SmallTable<readonly string[]>
          label={title}
          items={rows}
          keyOf={(row) => row[0] ?? ''}
          columns={heads.map((head, column) => ({ title: head, show: (row) => row[column] }))}
        />
      </div>
    </section>
  )
}

/** 就业周报, word for word as its files have it. */
export function MomentReportPage() {
  const w = useWords(momentWords)
  const words = { language: useLanguage().language, w: useWords(saidReport), said: useWords(saidFigures) }
  const school = useMySchool()
  const { id } = useParams({ from: '/school/moments/$id/report' })
  const { shown, change } = useListAddress<{ year: string }>()
  const params = { school, id }
  const query = shown.year ? { year: shown.year } : {}
  const { data } = useSuspenseQuery(ask(getMomentReport, { params, query }))
  const { year } = data
  const report = wordReport(data, words)
  return (
    <>
      <div className="page-head">
        <BackButton list={`/school/moments/${id}`} />
        <h1>{report.title}</h1>
        <div className="page-act figure-saves report-acts">
          <ChoiceFilter
            label={w.year}
            value={String(year)}
            options={[...new Set([year, ...data.years])]
              .sort((one, other) => other - one)
              .map((one) => ({ value: String(one), label: w.ofYear(one) }))}
            onChange={(chosen) => change({ year: chosen })}
          />
          {REPORT_FORMS.map((reportForm) => (
            <SaveButton
              key={reportForm}
              label={w.save[reportForm]}
              done={w.saved}
              save={async () => {
                const body = { year, reportForm, language: words.language }
                saveFile(
                  await fetchFile(downloadMomentReport, { params, body }),
                  `${report.title}.${reportForm}`,
                )
              }}
            />
          ))}
          <Button onClick={() => window.print()}>{w.print}</Button>
        </div>
      </div>
      <section className="card">
        <Facts of={report.facts} />
      </section>
      {report.tables.map((table) => (
        <ReportTable key={table.title} of={table} />
      ))}
      <section className="card report-notes">
        <h2>{report.notesTitle}</h2>
        {report.foot.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
    </>
  )
}
