import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RosterView } from '../../../contracts/roster.ts'
import * as contract from '../../../contracts/roster.ts'
import { isMarked } from '../../../domain/enrolment/life.ts'
import { LIST_COLUMNS, type ListColumn } from '../../../domain/roster/filter.ts'
import { ask, call } from '../../call.ts'
import { type NamedColumn, useColumns } from '../../ui/column-choice.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { useAnswerText } from '../destinations/answer-text.ts'
import { useOwnChoices } from '../own-fields/own-choices.ts'
import { useChosenStudents } from '../paper-forms/chosen-students.tsx'
import { DownloadRoster } from './download-roster.tsx'
import { EmploymentMark } from './employment-facts.tsx'
import { fileWords } from './file-words.ts'
import { FindByDocument } from './find-by-document.tsx'
import { KeptFilters } from './kept-filters.tsx'
import { useRosterAddress } from './roster-address.ts'
import { RosterFilters, useRosterChoices } from './roster-filters.tsx'
import { rosterListWords } from './roster-list-words.ts'
import { rosterWords } from './roster-words.ts'
import { studentWords } from './words.ts'

type Row = Awaited<
  ReturnType<ReturnType<typeof ask<typeof contract.listStudents>>['queryFn']>
>['items'][number]

/** Every column that the list can have, in its order. */
function useRosterColumns(own: RosterView['own']): readonly NamedColumn<Row>[] {
  const w = useWords(rosterWords)
  const list = useWords(rosterListWords)
  const cases = useWords(caseWords)
  const students = useWords(studentWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const text = useAnswerText()
  const columns: Record<(typeof LIST_COLUMNS)[number], Omit<NamedColumn<Row>, 'name'>> = {
    name: {
      title: students.name,
      show: (row) => (
        <span className="whole">
          {row.name}
          {isMarked(row.enrolment) && <span className="soft"> · {list.enrolments[row.enrolment]}</span>}
        </span>
      ),
    },
    studentNumber: { title: cases.studentNumber, show: (row) => row.studentNumber },
    college: { title: cases.college, show: (row) => row.college },
    major: { title: cases.major, show: (row) => row.major },
    className: { title: list.className, show: (row) => row.className || ui.none, spare: true },
    educationLevel: { title: students.level, show: (row) => nameOf(row.educationLevel), spare: true },
    graduationYear: { title: students.year, show: (row) => row.graduationYear, spare: true },
    enrolment: { title: list.enrolment, show: (row) => list.enrolments[row.enrolment], spare: true },
    verification: { title: w.verification, show: (row) => (row.verified ? w.verified : w.notVerified) },
    employment: { title: students.status, show: (row) => <EmploymentMark of={row.employment} /> },
    category: {
      title: students.category,
      show: ({ employment: { category } }) => (category ? nameOf(category) : ui.none),
    },
    holder: { title: students.holder, show: (row) => row.employment.holder ?? ui.none },
  }
  const ofSchool = own.map((field): NamedColumn<Row> => {
    const show = ({ own: said }: Row) => {
      const value = said[field.key]
      return value ? text(nameOf(value)) : ui.none
    }
    return { name: field.key, title: nameOf(field), show, spare: true }
  })
  return [...LIST_COLUMNS.map((name) => ({ name, ...columns[name] })), ...ofSchool]
}

/** What the reader has set up, and keeps from now on. */
function useRosterView(school: string) {
  const client = useQueryClient()
  const asked = ask(contract.getRosterView, { params: { school } })
  const { data: view } = useSuspenseQuery(asked)
  const keep = (names: string) => {
    const all: ListColumn[] = [...LIST_COLUMNS, ...view.own.map(({ key }) => key)]
    const columns = all.filter((name) => names.split(',').includes(name))
    if (columns.length === 0) return
    client.setQueryData(asked.queryKey, { ...view, columns })
    // Where it is not kept, it lasts as long as the page.
    void call(contract.saveRosterColumns, { params: { school }, body: { columns } }).catch(() => {})
  }
  return { view, kept: [view.columns?.join() ?? null, keep] as const }
}

/** The roster, as far as the reader's scope goes. */
export function StudentListPage() {
  const w = useWords(rosterWords)
  const list = useWords(rosterListWords)
  const cases = useWords(caseWords)
  const nameOf = useNameOf()
  const { add } = useWords(fileWords)
  const me = useMe()
  const school = useMySchool()
  const { address, shown, narrow, take, turn, isTurning } = useRosterAddress()
  const { data } = useSuspenseQuery(ask(contract.listStudents, { params: { school }, query: shown }))
  const { view, kept } = useRosterView(school)
  const own = useOwnChoices(view.own, address.chosen)
  const columns = useColumns(kept, useRosterColumns(view.own))
  const level = useRosterChoices(school, Boolean(address.level))?.levels.find(
    ({ code }) => code === address.level,
  )
  const { college, employment, enrolment, verified, sort, order, year } = address
  const choosing = useChosenStudents(school, data.items, JSON.stringify(shown))
  return (
    <ListPage<Row>
      tick={choosing.tick}
      title={w.title}
      act={
        <div className="list-acts">
          <FindByDocument school={school} />
          {me.staffRole === 'administrator' && <Link to="/school/students/new">{add.link}</Link>}
          {data.total > 0 && <DownloadRoster school={school} filter={address} total={data.total} />}
        </div>
      }
      page={data}
      empty={w.empty}
      onPage={(page) => turn(page, data)}
      isTurning={isTurning}
      active={{
        q: address.q,
        college: college && (data.colleges.find(({ id }) => id === college)?.name ?? college),
        major: address.major,
        className: address.className,
        level: address.level && (level ? nameOf(level) : address.level),
        year: year && list.of(Number(year)),
        employment: employment && cases.employmentStatus[employment],
        enrolment: enrolment && list.enrolments[enrolment],
        chosen: own.said,
        verified: verified && (verified === 'yes' ? w.verified : w.notVerified),
      }}
      onClear={narrow}
      to={({ id }) => `/school/students/${school}/${id}`}
      brief={(row) => ({
        who: row.name,
        what: row.studentNumber,
        state: <EmploymentMark of={row.employment} />,
        due: [
          ...(isMarked(row.enrolment) ? [list.enrolments[row.enrolment]] : []),
          row.college,
          row.major,
        ].join(' '),
      })}
      filters={
        <RosterFilters
          school={school}
          colleges={data.colleges}
          of={address}
          own={own.choices}
          narrow={narrow}
          chooser={columns.chooser}
        />
      }
      columns={columns.shown}
    >
      <KeptFilters school={school} of={view.filters} now={{ ...address, sort, order }} onTake={take} />
      {choosing.acts}
    </ListPage>
  )
}
