import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { type TalkView, talkActs } from '../../../contracts/talks.ts'
import { listBookings, listVenues } from '../../../contracts/venues.ts'
import { isDay } from '../../../domain/day.ts'
import { type Slot, slotOf } from '../../../domain/venue/slot.ts'
import { ask, call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { isWhole } from '../../ui/whole.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import type { Acting } from '../cases/case-acts.tsx'
import { AskedSlot, isSlot, NO_SLOT } from './slot-fields.tsx'
import { talkWords } from './words.ts'
import './talks.css'

type Placing = { readonly venueId: string; readonly slot: Slot; readonly places: string }

/** What stands in the venue on that day: so that a time is not found by being refused. */
function Booked({ school, venueId, day }: { school: string; venueId: string; day: string }) {
  const w = useWords(talkWords)
  const figures = useFigures()
  const { data } = useQuery({
    ...ask(listBookings, { params: { school }, query: { day } }),
    enabled: isDay(day) && venueId !== '',
  })
  if (!data || venueId === '') return null
  const there = data.items.filter((one) => one.venueId === venueId)
  if (there.length === 0) return <p className="soft">{w.nothingBooked(figures.said.day(day))}</p>
  return (
    <div>
      <p>{w.booked(figures.said.day(day))}</p>
      <ul className="reasons">
        {there.map((one) => (
          <li key={one.id}>
            {figures.span(one.heldFrom, one.endsAt)} {one.title}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The employer's wishes, one of which is taken by a press. */
function Wishes({ of, onChoose }: { of: readonly Slot[]; onChoose: (slot: Slot) => void }) {
  const w = useWords(talkWords)
  const figures = useFigures()
  return (
    <div>
      <p>{w.wished}</p>
      <div className="wished">
        {of.map((wish) => (
          <Button key={`${wish.day} ${wish.from} ${wish.until}`} onClick={() => onChoose(wish)}>
            {figures.day(wish.day)} {wish.from}–{wish.until}
          </Button>
        ))}
      </div>
    </div>
  )
}

type Props = Acting<TalkView> & { action: 'schedule' | 'move' }
function PlaceButton({ of, settled, action }: Props) {
  const w = useWords(talkWords)
  const school = of.school.code
  const { data } = useSuspenseQuery(ask(listVenues, { params: { school } }))
  const venues = data.items.filter(({ retiredAt }) => retiredAt === null)
  const capacityOf = (id: string) => venues.find((one) => one.id === id)?.capacity ?? 0
  const [wish] = of.content.wishes
  const { placed } = of
  const initial: Placing = placed
    ? {
        venueId: placed.venue.id,
        slot: slotOf({ startsAt: new Date(placed.startsAt), endsAt: new Date(placed.endsAt) }),
        places: String(placed.places),
      }
    : { venueId: '', slot: wish ?? NO_SLOT, places: '' }
  return (
    <ActButton<Placing>
      {...(action === 'schedule' ? w.place : w.move)}
      kind={action === 'schedule' ? 'primary' : 'plain'}
      reason={action === 'move' ? 'needed' : 'optional'}
      asked={{
        initial,
        names: w.name,
        faults: ({ venueId, slot, places }) => ({
          venueId: venueId ? null : w.venueNeeded,
          'slot.day': isSlot(slot) ? null : w.dayNeeded,
          places:
            venueId === '' || isWhole(places, { least: 1, most: capacityOf(venueId) })
              ? null
              : w.placesNeeded(capacityOf(venueId)),
        }),
        show: ({ venueId, slot, places }, put, at) => (
          <>
            {venues.length === 0 && <p>{w.noVenues}</p>}
            <Wishes of={of.content.wishes} onChoose={(chosen) => put({ slot: chosen })} />
            <div className="placing">
              <label htmlFor={at('venueId').id}>{w.venue}</label>
              <Select<string>
                id={at('venueId').id}
                showSearch={{ optionFilterProp: 'label' }}
                value={venueId || undefined}
                onChange={(id) => put({ venueId: id, places: places || String(capacityOf(id)) })}
                options={venues.map(({ id, name, capacity }) => ({
                  value: id,
                  label: w.holds(name, capacity),
                }))}
              />
              <FieldFault of={at('venueId')} />
            </div>
            <AskedSlot
              at={at}
              label={w.when}
              name={w.name.slot ?? ''}
              value={slot}
              onChange={(next) => put({ slot: next })}
            />
            <Booked school={school} venueId={venueId} day={slot.day} />
            <LineField
              at={at('places')}
              label={w.name.places ?? ''}
              value={places}
              most={6}
              inputMode="numeric"
              onChange={(text) => put({ places: text })}
            />
          </>
        ),
      }}
      act={(reason, { venueId, slot, places }) =>
        call(talkActs[action], {
          params: { school, id: of.id },
          body: { seenVersion: of.version, reason, venueId, slot, places: Number(places) },
        })
      }
      settled={settled}
    />
  )
}
export const ScheduleButton = (acting: Acting<TalkView>) => <PlaceButton {...acting} action="schedule" />
export const MoveButton = (acting: Acting<TalkView>) => <PlaceButton {...acting} action="move" />
