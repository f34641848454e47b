import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import * as contract from '../../../contracts/roster-imports.ts'
import {
  asksForHeadings,
  isBeingRead,
  isEntered,
  isShown,
  ROW_STANDINGS,
} from '../../../domain/roster/import.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { ToldMajors } from '../majors/told-majors.tsx'
import { fileOf } from '../sheets/held-file.ts'
import { SheetFacts } from '../sheets/sheet-rows.tsx'
import { DownloadReport } from './download-report.tsx'
import { ImportHeadings } from './import-headings.tsx'
import { ImportRows, MissingStudents } from './import-rows.tsx'
import { ImportState } from './import-state.tsx'
import { UploadRoster, useRosterUpload } from './upload-roster.tsx'
import { rosterImportWords } from './words.ts'

/** Milliseconds between two looks at how far it is. */
const LOOK = 1_000

type View = contract.RosterImportView

function Views({ of, school, again }: { of: View; school: string; again: (() => void) | null }) {
  const w = useWords(rosterImportWords)
  const { shown } = useListAddress<{ tab: string }>()
  const numbers = { ...of.counts, missing: of.missing }
  const tabs = ['faulty', 'new', 'changed', 'unchanged', 'missing'] as const
  const open = shown.tab ?? tabs.find((tab) => numbers[tab] > 0) ?? 'faulty'
  const standing = ROW_STANDINGS.find((one) => one === open)
  const key = { school, id: of.id }
  const rows = { ...key, entered: isEntered(of.status) }
  return (
    <>
      <section className="card">
        <TabLinks
          label={w.views}
          open={open}
          of={[
            ...tabs.map((tab) => ({ tab, name: w.tabs[tab], count: numbers[tab] })),
            { tab: 'columns', name: w.tabs.columns },
          ]}
        />
        {standing && <ImportRows of={rows} standing={standing} />}
        {open === 'missing' && <MissingStudents of={rows} />}
        {of.about && <SheetFacts of={of.about} />}
      </section>
      {open === 'columns' && of.about && (
        <ImportHeadings {...key} about={of.about} columns={of.columns} again={again} />
      )}
    </>
  )
}

/** One import: how far it is, what its rows would do, and what is done with it. */
export function RosterImportPage() {
  const w = useWords(rosterImportWords)
  const figures = useFigures()
  const client = useQueryClient()
  const school = useMySchool()
  const { id } = useParams({ from: '/school/roster-imports/$id' })
  const params = { school, id }
  const { data: of } = useSuspenseQuery({
    ...ask(contract.getRosterImport, { params }),
    refetchInterval: ({ state }) => (state.data && isBeingRead(state.data.status) ? LOOK : false),
  })
  const by = useRosterUpload(school)
  const held = fileOf(id)
  const again = held && (() => void by.send(held))
  const settled = () => client.invalidateQueries()
  const n = (count: number) => figures.number(count)
  const { counts } = of
  const words = {
    new: n(counts.new),
    changed: n(counts.changed),
    unchanged: n(counts.unchanged),
    faulty: n(counts.faulty),
    missing: n(of.missing),
  }
  const reading = isBeingRead(of.status)
  return (
    <CasePage
      title={of.fileName}
      back="/school/roster-imports"
      state={
        <>
          <ImportState status={of.status} />{' '}
          <span className="soft">
            {of.by} · {figures.instant(of.begunAt)}
          </span>
        </>
      }
      acts={
        of.actions.length > 0 && (
          <>
            {of.actions.includes('commit') && (
              <ActButton
                {...w.commit}
                text={w.commit.text(words.new, words.changed, words.faulty)}
                kind="primary"
                act={() => call(contract.commitRosterImport, { params })}
                settled={settled}
              />
            )}
            {of.actions.includes('cancel') && (
              <ActButton
                {...w.cancel}
                act={() => call(contract.cancelRosterImport, { params })}
                settled={settled}
              />
            )}
          </>
        )
      }
      more={isShown(of.status) && of.about && <DownloadReport of={params} file={of.fileName} />}
      notes={
        <>
          {of.failure && <Note type="error" title={of.failure} />}
          {isShown(of.status) && of.actions.length === 1 && of.isMine && (
            <Note type="info" title={w.nothing} />
          )}
          {!of.isMine && <Note type="info" title={w.onlyMine(of.by)} />}
        </>
      }
    >
      {reading && (
        <section className="card">
          <p role="status">{w.reading(n(of.rowsRead))}</p>
          <progress className="reading-sheet" aria-label={w.status[of.status]} />
        </section>
      )}
      {isShown(of.status) && (
        <section className="card">
          <p className="sheet-counts">{w.counts(words)}</p>
          {of.about && <ToldMajors of={of.about.majors} />}
        </section>
      )}
      {isShown(of.status) && of.about && <Views of={of} school={school} again={again} />}
      {asksForHeadings(of.status) && of.about && (
        <ImportHeadings {...params} about={of.about} columns={of.columns} again={again} />
      )}
      {!reading && of.isMine && !of.about && isShown(of.status) && <p>{w.gone}</p>}
      {!reading && of.isMine && (
        <section className="card">
          <p className="soft">{of.actions.length > 0 ? w.anotherHint : w.nextHint}</p>
          <UploadRoster title={w.anotherFile} by={by} held={held} />
        </section>
      )}
    </CasePage>
  )
}
