import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  type ConfirmationProgress,
  getConfirmationProgress,
  remindOfConfirmation,
} from '../../../contracts/confirmations.ts'
import { CONFIRMATION_STANDINGS, TO_CONFIRM } from '../../../domain/confirmation/period.ts'
import { ask, call } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { PeriodButton } from './period-button.tsx'
import { confirmationWords } from './words.ts'

type Row = { readonly id: string; readonly name: string; readonly tally: ConfirmationProgress['total'] }
const headsIn = ({ tally }: Pick<Row, 'tally'>) =>
  CONFIRMATION_STANDINGS.reduce((sum, standing) => sum + tally[standing], 0)

/** How many of each college stand where, in the order of the colleges; each number opens who it counts. */
function Progress({ of }: { of: ConfirmationProgress }) {
  const w = useWords(confirmationWords)
  const { number } = useFigures()
  const everybody: Row = { id: '', name: w.school.all, tally: of.total }
  return (
    <SmallTable<Row>
      label={w.school.progress}
      items={[everybody, ...of.colleges]}
      keyOf={({ id }) => id}
      columns={[
        { title: w.school.college, show: ({ name }) => name },
        { title: w.school.graduates, show: (row) => number(headsIn(row)) },
        ...CONFIRMATION_STANDINGS.map((standing) => ({
          title: w.standing[standing],
          show: ({ id, name, tally }: Row) =>
            tally[standing] === 0 ? (
              '0'
            ) : (
              <Link
                to="/school/confirmations/list"
                search={{ year: String(of.year), standing, ...(id && { college: id }) }}
                aria-label={w.school.people(number(tally[standing]), `${name} ${w.standing[standing]}`)}
              >
                {number(tally[standing])}
              </Link>
            ),
        })),
      ]}
    />
  )
}

function Period({ of }: { of: ConfirmationProgress }) {
  const w = useWords(confirmationWords)
  const { day, said } = useFigures()
  const { period, rounds } = of
  if (!period) return <p>{w.school.none}</p>
  return (
    <>
      <p>
        <StateMark standing={period.isOpen ? 'done' : 'over'}>
          {period.isOpen ? w.school.open : w.school.notOpen}
        </StateMark>{' '}
        {w.mine.period(said.day(period.opensOn), said.deadline(period.closesOn))}
      </p>
      {period.words && (
        <>
          <h3>{w.school.words}</h3>
          <p className="lines">{period.words}</p>
        </>
      )}
      {rounds.length > 0 && (
        <>
          <h3>{w.school.rounds}</h3>
          <ul>
            {rounds.map((round) => (
              <li key={`${round.occasion}${round.day}`}>
                {day(round.day)} {w.school.occasion[round.occasion]} ·{' '}
                {round.doneAt ? w.school.sent : w.school.sending}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** 去向核验: when a year's graduates are asked, and how far it has come. */
export function ConfirmationProgressPage() {
  const w = useWords(confirmationWords).school
  const { number } = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const { shown, change } = useListAddress<{ year: string }>()
  const { data } = useSuspenseQuery(
    ask(getConfirmationProgress, { params: { school }, query: shown.year ? { year: shown.year } : {} }),
  )
  const settled = () => void client.invalidateQueries()
  const { year } = data
  const waiting = TO_CONFIRM.reduce((sum, standing) => sum + data.total[standing], 0)
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <Link to="/school/objections">{w.objections}</Link>
        </div>
      </div>
      <section className="card">
        <p className="soft">{w.lead}</p>
        <div className="filters">
          <ChoiceFilter
            label={w.year}
            value={String(year)}
            options={[...new Set([year, ...data.years])]
              .sort((one, other) => other - one)
              .map((one) => ({ value: String(one), label: w.of(one) }))}
            onChange={(chosen) => change({ year: chosen })}
          />
        </div>
        <h2>{`${w.of(year)} · ${w.period}`}</h2>
        <Period of={data} />
        <div className="list-acts">
          <PeriodButton
            key={`${year}-${data.period?.version ?? 0}`}
            of={data}
            school={school}
            settled={settled}
          />
          {data.period?.isOpen && waiting > 0 && (
            <ActButton
              {...w.remind}
              title={w.remind.title(number(waiting))}
              act={() => call(remindOfConfirmation, { params: { school }, body: { year } })}
              settled={settled}
            />
          )}
        </div>
      </section>
      <section className="card">
        <h2>{w.progress}</h2>
        {data.colleges.length === 0 ? <div className="empty">{w.empty}</div> : <Progress of={data} />}
      </section>
    </>
  )
}
