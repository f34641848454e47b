import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import { listRosterImports, readRosterTemplate } from '../../../contracts/roster-imports.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ImportState } from './import-state.tsx'
import { UploadRoster, useRosterUpload } from './upload-roster.tsx'
import { rosterImportWords } from './words.ts'

/** 生源导入: a file is brought here, and every import that was. */
export function RosterImportsPage() {
  const w = useWords(rosterImportWords)
  const { language } = useLanguage()
  const figures = useFigures()
  const school = useMySchool()
  const by = useRosterUpload(school)
  const { shown, turn, isTurning } = useListAddress()
  const { data } = useSuspenseQuery(ask(listRosterImports, { params: { school }, query: shown }))
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      to={({ id }) => `/school/roster-imports/${id}`}
      act={
        <a
          className="plain-button"
          href={addressOf(readRosterTemplate, { params: { school }, query: { language } })}
          download
        >
          {w.template}
        </a>
      }
      notes={
        <section className="card">
          <p>{w.lead}</p>
          <UploadRoster title={w.file} by={by} />
        </section>
      }
      brief={(row) => ({
        who: row.fileName,
        what: row.by,
        state: <ImportState status={row.status} />,
        due: figures.instant(row.begunAt),
      })}
      columns={[
        { title: w.file, show: (row) => <span className="whole">{row.fileName}</span> },
        { title: w.by, show: (row) => row.by },
        { title: w.when, show: (row) => figures.instant(row.begunAt) },
        { title: w.rows, show: (row) => figures.number(row.rowsRead) },
        { title: w.state, show: (row) => <ImportState status={row.status} /> },
      ]}
    />
  )
}
