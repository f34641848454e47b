import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getDesk, listOldest } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { Rows } from '../../ui/rows.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { useAgreementQueue } from './agreement-queue.tsx'
import { useCorrectionQueue } from './correction-queue.tsx'
import { useDestinationQueue } from './destination-queue.tsx'
import { useDissolutionQueue } from './dissolution-queue.tsx'
import { listOf, placeOf, type Queued, type QueueOf } from './queue-of.ts'
import { WaitingHere } from './waiting-here.tsx'
import { reviewWords } from './words.ts'
import './desk-page.css'

const MINE = { queue: 'mine' }

/** The first page of staff: of each queue what waits, since when, what is due, and its oldest cases, from which one begins. */
export function SchoolDeskPage() {
  const w = useWords(reviewWords)
  const params = { school: useMySchool() }
  const { data: oldest } = useSuspenseQuery(ask(listOldest, { params }))
  return (
    <>
      <h1>{w.desk}</h1>
      <div className="queues">
        <QueueCard of={useAgreementQueue()} oldest={oldest.agreements} />
        <QueueCard of={useDissolutionQueue()} oldest={oldest.dissolutions} />
        <QueueCard of={useDestinationQueue()} oldest={oldest.destinations} />
        <QueueCard of={useCorrectionQueue()} oldest={oldest.corrections} />
      </div>
    </>
  )
}

function QueueCard<Row extends Queued>({ of, oldest }: { of: QueueOf<Row>; oldest: readonly Row[] }) {
  const w = useWords(reviewWords)
  const school = useMySchool()
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school } }))
  const { waiting } = desk[of.queue]
  const list = listOf(of)
  const to = ({ id }: Row) => placeOf(of, { school, id })
  const search = (row: Row) => ({ ...MINE, at: row.waitingSince })
  const [first] = oldest
  return (
    <section className="queue-card card" aria-label={of.words.title}>
      <h2>
        <Link to={list} search={MINE}>
          <span>{of.words.title}</span>{' '}
          <strong className={waiting > 0 ? 'some' : undefined}>{waiting}</strong>
        </Link>
      </h2>
      <WaitingHere queue={of.queue} />
      {oldest.length > 0 ? (
        <Rows
          items={oldest}
          label={`${of.words.title} ${w.oldest}`}
          to={to}
          search={search}
          brief={(row) => ({
            who: row.student.name,
            what: of.caseName(row),
            state: of.state(row),
            due: <Age since={row.waitingSince} />,
          })}
        />
      ) : (
        <p className="soft">{of.words.empty}</p>
      )}
      {first && (
        <Link className="begin" to={to(first)} search={search(first)}>
          {w.begin}
        </Link>
      )}
    </section>
  )
}
