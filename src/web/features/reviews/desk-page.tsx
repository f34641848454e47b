import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getDesk, listOldest, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { type Brief, Rows } from '../../ui/rows.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useAdmissionBrief } from '../admissions/admission-brief.tsx'
import { admissionWords } from '../admissions/words.ts'
import { Age } from '../cases/age.tsx'
import { useAgreementQueue } from './agreement-queue.tsx'
import { useCorrectionQueue } from './correction-queue.tsx'
import { useDestinationQueue } from './destination-queue.tsx'
import { useDissolutionQueue } from './dissolution-queue.tsx'
import { FirstSteps } from './first-steps.tsx'
import { listOf, placeOf, type Queued, type QueueOf } from './queue-of.ts'
import { QueueHead, QueueTiles } from './queue-tile.tsx'
import { useRecommendationQueue } from './recommendation-queue.tsx'
import { WaitingHere } from './waiting-here.tsx'
import { reviewWords } from './words.ts'
import './desk-page.css'

const MINE = { queue: 'mine' }

/** The first page of staff: of each queue what waits, since when, what is due, and its oldest cases, from which one begins. */
export function SchoolDeskPage() {
  const w = useWords(reviewWords)
  const employers = useWords(admissionWords).queue
  const params = { school: useMySchool() }
  const briefOfAdmission = useAdmissionBrief()
  const { data: oldest } = useSuspenseQuery(ask(listOldest, { params }))
  return (
    <>
      <h1>{w.desk}</h1>
      <FirstSteps nothingWaits={Object.values(oldest).every((rows) => !rows?.length)} />
      <div className="queues">
        <CaseCard of={useAgreementQueue()} oldest={oldest.agreements} />
        <CaseCard of={useDissolutionQueue()} oldest={oldest.dissolutions} />
        <CaseCard of={useDestinationQueue()} oldest={oldest.destinations} />
        <CaseCard of={useCorrectionQueue()} oldest={oldest.corrections} />
        <CaseCard of={useRecommendationQueue()} oldest={oldest.recommendations} />
        {oldest.admissions && (
          <QueueCard
            queue="admissions"
            words={employers}
            oldest={oldest.admissions}
            brief={briefOfAdmission}
            to={({ id }) => caseAddress('school', { kind: 'admission', ...params, id })}
            search={() => ({})}
          />
        )}
        <QueueTiles />
      </div>
    </>
  )
}

/** A queue whose cases are worked through one after the other: each opens at its place. */
function CaseCard<Row extends Queued>({ of, oldest }: { of: QueueOf<Row>; oldest: readonly Row[] }) {
  const school = useMySchool()
  return (
    <QueueCard
      to={({ id }) => placeOf(of, { school, id })}
      queue={of.queue}
      words={of.words}
      oldest={oldest}
      brief={(row) => ({
        who: row.student.name,
        what: of.caseName(row),
        state: of.state(row),
        due: <Age since={row.waitingSince} />,
      })}
      search={(row) => ({ ...MINE, at: row.waitingSince })}
    />
  )
}

type Card<Row> = {
  queue: Queue
  words: { readonly title: string; readonly empty: string }
  oldest: readonly Row[]
  brief: (row: Row) => Brief
  to: (row: Row) => string
  search: (row: Row) => Readonly<Record<string, string>>
}
function QueueCard<Row extends { id: string }>({ queue, words, oldest, brief, to, search }: Card<Row>) {
  const w = useWords(reviewWords)
  const school = useMySchool()
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school } }))
  const waiting = desk[queue]?.waiting ?? 0
  const [first] = oldest
  return (
    <section className="queue-card card" aria-label={words.title}>
      <QueueHead title={words.title} to={listOf({ queue })} waiting={waiting} />
      <WaitingHere queue={queue} />
      {oldest.length > 0 ? (
        <Rows items={oldest} label={`${words.title} ${w.oldest}`} to={to} search={search} brief={brief} />
      ) : (
        <p className="soft">{words.empty}</p>
      )}
      {first && (
        <Link className="begin" to={to(first)} search={search(first)}>
          {w.begin}
        </Link>
      )}
    </section>
  )
}
