import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { downloadMomentRows, type KeptRow, listMomentRows } from '../../../contracts/moments.ts'
import { MEASURE_NAMES } from '../../../domain/figures/parts.ts'
import { ask, fetchFile } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { addressOfFilter, filterIn, placeOfPage, useFigureAddress } from '../figures/figure-address.ts'
import { saidFigures } from '../figures/said-figures.ts'
import { figureWords } from '../figures/words.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { momentWords } from './words.ts'

/** Who stood behind a figure of a moment, each as it was then. */
export function KeptRowsPage() {
  const w = useWords(momentWords)
  const figures = useWords(figureWords)
  const said = useWords(saidFigures)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const { instant, dayOf } = useFigures()
  const school = useMySchool()
  const { id } = useParams({ from: '/school/moments/$id/rows' })
  const { shown, change, isTurning } = useFigureAddress()
  const { page, after, before } = shown
  const measure = MEASURE_NAMES.find((one) => one === shown.measure)
  const filter = filterIn(shown)
  const params = { school, id }
  const { data } = useSuspenseQuery(
    ask(listMomentRows, {
      params,
      query: {
        ...filter,
        ...(shown.year && { year: shown.year }),
        ...(measure && { measure }),
        ...(page && { page }),
        ...(after && { after }),
        ...(before && { before }),
      },
    }),
  )
  const year = String(data.year)
  const standingOf = (row: KeptRow) => said.standing[row.standing]
  return (
    <ListPage<KeptRow>
      title={measure ? figures.behind(said.measure[measure]) : figures.everybody}
      act={
        <div className="list-acts">
          <Link to="/school/figures" search={{ moment: id, year, ...addressOfFilter(filter) }}>
            {w.rows.back}
          </Link>
          {data.total > 0 && (
            <FileForPurpose
              words={{ ...w.download, title: w.download.title(data.total) }}
              name={`${w.rows.sheet}.xlsx`}
              get={(given) =>
                fetchFile(downloadMomentRows, {
                  params,
                  body: { year, filter, ...(measure && { measure }), ...given },
                })
              }
            />
          )}
        </div>
      }
      notes={<p>{w.rows.of(data.moment.name ?? '', instant(data.moment.at))}</p>}
      page={data}
      empty={figures.noneWithin}
      onPage={(wanted) => change(placeOfPage(data, wanted))}
      isTurning={isTurning}
      active={Object.fromEntries(
        data.chosen.map((one) => [
          one.dimension,
          `${said.dimension[one.dimension]} ${nameOf(one) || said.unknown}`,
        ]),
      )}
      onClear={(cleared) => change({ ...cleared, after: undefined, before: undefined })}
      filters={<span className="soft">{w.ofYear(data.year)}</span>}
      to={(row) => `/school/students/${school}/${row.id}`}
      brief={(row) => ({
        who: row.name || w.rows.forgotten,
        what: row.studentNumber,
        state: standingOf(row),
        due: `${row.college} ${row.major}`,
      })}
      columns={[
        {
          title: said.row.name,
          show: (row) => <span className="whole">{row.name || w.rows.forgotten}</span>,
        },
        { title: said.row.studentNumber, show: (row) => row.studentNumber },
        { title: said.row.college, show: (row) => row.college },
        { title: said.row.major, show: (row) => row.major },
        { title: w.rows.standing, show: standingOf },
        { title: said.row.category, show: ({ category }) => (category ? nameOf(category) : ui.none) },
        { title: said.row.since, show: ({ since }) => (since === null ? ui.none : dayOf(since)) },
        {
          title: w.rows.versions,
          show: (row) => w.rows.versionsOf(row.studentVersion, row.caseVersion),
        },
      ]}
    />
  )
}
