import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Output } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import {
  type GuestsView,
  listFairGuests,
  listTalkGuests,
  setFairGuestPlaces,
  setTalkGuestPlaces,
} from '../../../contracts/guests.ts'
import { GUEST_PLACES } from '../../../domain/visit/guest.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import '../../ui/list-page.css'
import { Pager } from '../../ui/pager.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { isWhole } from '../../ui/whole.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useKey } from '../cases/key.ts'
import { guestWords } from './words.ts'

type Row = Output<typeof listTalkGuests>['items'][number]

function PlacesButton({ of, kind }: { of: GuestsView; kind: EventKind }) {
  const w = useWords(guestWords)
  const params = useKey()
  const client = useQueryClient()
  const set = kind === 'talk' ? setTalkGuestPlaces : setFairGuestPlaces
  return (
    <ActButton<{ places: string }>
      {...w.set}
      kind="primary"
      asked={{
        initial: { places: String(of.places) },
        names: { places: w.places },
        faults: ({ places }) => ({
          places: isWhole(places, GUEST_PLACES) ? null : w.placesNeeded(GUEST_PLACES.most),
        }),
        show: ({ places }, put, at) => (
          <LineField
            at={at('places')}
            label={w.places}
            value={places}
            most={6}
            inputMode="numeric"
            onChange={(text) => put({ places: text })}
          />
        ),
      }}
      act={(_reason, { places }) =>
        call(set, { params, body: { places: Number(places), seenPlaces: of.places } })
      }
      settled={() => void client.invalidateQueries()}
    />
  )
}

/** Students of other schools at a talk or a fair: how many may come, and who has signed up. */
function GuestsPage({ kind }: { kind: EventKind }) {
  const w = useWords(guestWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const params = useKey()
  const { shown, turn, isTurning } = useListAddress<object>()
  const listed = kind === 'talk' ? listTalkGuests : listFairGuests
  const { data } = useSuspenseQuery(ask(listed, { params, query: shown }))
  const { counts } = data
  const came = ({ cameAt }: Row) => (cameAt ? figures.instant(cameAt) : w.notCame)
  const mark = ({ standing }: Row) => (
    <StateMark standing={standing === 'admitted' ? 'done' : 'theirs'}>{w.standing[standing]}</StateMark>
  )
  return (
    <>
      <BackButton list={caseAddress('school', { kind, ...params })} />
      <div className="page-head">
        <h1>
          {w.guests} · {data.title}
        </h1>
        {data.isOpen && (
          <div className="page-act">
            <PlacesButton of={data} kind={kind} />
          </div>
        )}
      </div>
      <section className="card">
        <Facts
          of={[
            [w.places, data.places],
            [w.admitted, counts.admitted],
            [w.limited, counts.limited],
            [w.came, counts.came],
          ]}
        />
      </section>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {data.items.length === 0 ? (
          <div className="empty">{data.places === 0 ? w.notOpen : w.empty}</div>
        ) : (
          <SmallTable<Row>
            label={w.guests}
            items={data.items}
            keyOf={({ id }) => id}
            columns={[
              { title: w.student, show: ({ student }) => student.name },
              { title: w.school, show: ({ school }) => nameOf(school) },
              { title: w.number, show: ({ student }) => student.studentNumber },
              { title: w.major, show: ({ student }) => student.major },
              { title: w.state, show: mark },
              { title: w.signedUpAt, show: ({ signedUpAt }) => figures.instant(signedUpAt) },
              { title: w.cameAt, show: came },
            ]}
          />
        )}
        {data.total > data.items.length && <Pager of={data} onPage={turn} />}
      </section>
    </>
  )
}
export const TalkGuestsPage = () => <GuestsPage kind="talk" />
export const FairGuestsPage = () => <GuestsPage kind="fair" />
