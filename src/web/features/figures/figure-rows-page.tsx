import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/figures.ts'
import { MEASURE_NAMES } from '../../../domain/figures/parts.ts'
import { ask, fetchFile } from '../../call.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ExportLink } from '../exports/export-link.tsx'
import { EmploymentMark } from '../students/employment-facts.tsx'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { addressOfFilter, filterIn, placeOfPage, useFigureAddress } from './figure-address.ts'
import { saidFigures } from './said-figures.ts'
import { figureWords } from './words.ts'

type Row = contract.FigureRows['items'][number]

/** Who stands behind a figure: exactly its numerator. */
export function FigureRowsPage() {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useFigureAddress()
  const { year = '', measure: asked } = shown
  const measure = MEASURE_NAMES.find((one) => one === asked)
  const filter = filterIn(shown)
  const { after, before } = shown
  const { data } = useSuspenseQuery(
    ask(contract.listFigureRows, {
      params: { school },
      query: {
        year,
        ...(measure && { measure }),
        ...filter,
        ...(shown.page && { page: shown.page }),
        ...(after && { after }),
        ...(before && { before }),
      },
    }),
  )
  const turn = (page: number) => change(placeOfPage(data, page))
  return (
    <ListPage<Row>
      title={measure ? w.behind(said.measure[measure]) : w.everybody}
      act={
        <div className="list-acts">
          <Link to="/school/figures" search={{ year, ...addressOfFilter(filter) }}>
            {w.back}
          </Link>
          {data.total > 0 && (
            <ExportLink whom={{ year, ...(measure && { measure }), ...addressOfFilter(filter) }} />
          )}
          {data.total > 0 && (
            <FileForPurpose
              words={{ ...w.download, title: w.download.title(data.total) }}
              name={`${said.rowsSheet}.xlsx`}
              get={(given) =>
                fetchFile(contract.downloadFigureRows, {
                  params: { school },
                  body: { year, filter, ...(measure && { measure }), ...given },
                })
              }
            />
          )}
        </div>
      }
      page={data}
      empty={w.noneWithin}
      onPage={turn}
      isTurning={isTurning}
      active={Object.fromEntries(
        data.chosen.map((one) => [
          one.dimension,
          `${said.dimension[one.dimension]} ${nameOf(one) || said.unknown}`,
        ]),
      )}
      onClear={(cleared) => change({ ...cleared, after: undefined, before: undefined })}
      filters={<span className="soft">{address.year && w.of(Number(address.year))}</span>}
      to={({ id }) => `/school/students/${school}/${id}`}
      brief={(row) => ({
        who: row.name,
        what: row.studentNumber,
        state: <EmploymentMark of={row.employment} />,
        due: `${row.college} ${row.major}`,
      })}
      columns={[
        { title: said.row.name, show: (row) => <span className="whole">{row.name}</span> },
        { title: said.row.studentNumber, show: (row) => row.studentNumber },
        { title: said.row.college, show: (row) => row.college },
        { title: said.row.major, show: (row) => row.major },
        {
          title: said.row.category,
          show: ({ employment: { category } }) => (category ? nameOf(category) : ui.none),
        },
        { title: said.row.holder, show: ({ employment }) => employment.holder ?? ui.none },
        { title: said.row.since, show: ({ employment }) => employment.date ?? ui.none },
      ]}
    />
  )
}
