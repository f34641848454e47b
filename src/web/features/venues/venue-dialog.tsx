import { Checkbox, Input } from 'antd'
import type { VenueView } from '../../../contracts/venues.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { USUAL_HOURS } from '../../../domain/venue/slot.ts'
import { VENUE_BOUNDS } from '../../../domain/venue/venue.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { isWhole } from '../../ui/whole.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton, type ActWords } from '../cases/act-button.tsx'
import { venueWords } from './words.ts'
import './venues.css'

type Hours = VenueView['hours']
/** What is typed: numbers as their fields give them. */
type Draft = Pick<VenueView, 'name' | 'nameEn' | 'place' | 'placeEn'> & {
  readonly capacity: string
  readonly setupMinutes: string
  readonly hours: Hours
}
export type VenueSaid = Omit<VenueView, 'id' | 'retiredAt' | 'version'>

const NEW: Draft = {
  name: '',
  nameEn: '',
  place: '',
  placeEn: '',
  capacity: '',
  setupMinutes: '30',
  hours: [...USUAL_HOURS],
}
const draftOf = ({ capacity, setupMinutes, ...of }: VenueView): Draft => ({
  ...of,
  capacity: String(capacity),
  setupMinutes: String(setupMinutes),
})
/** The hours of each day of the week; a day that is not ticked is shut. */
function WeekHours({
  of,
  put,
  at,
}: {
  of: Hours
  put: (hours: Hours) => void
  at: (field: string) => FieldAt
}) {
  const w = useWords(venueWords)
  const change = (weekday: number, open: Hours[number]) =>
    put(of.map((one, index) => (index === weekday ? open : one)))
  return (
    <fieldset className="venue-hours" id={at('hours').id}>
      <legend>{w.name.hours}</legend>
      {w.weekdays.map((name, weekday) => {
        const open = of[weekday] ?? null
        return (
          <div key={name} id={at(`hours.${weekday}`).id}>
            <Checkbox
              aria-label={w.open(name)}
              checked={open !== null}
              onChange={({ target }) => change(weekday, target.checked ? (USUAL_HOURS[0] ?? null) : null)}
            >
              {name}
            </Checkbox>
            {open ? (
              <>
                <Input
                  type="time"
                  aria-label={w.from(name)}
                  value={open.from}
                  onChange={({ target }) => change(weekday, { ...open, from: target.value })}
                />
                <Input
                  type="time"
                  aria-label={w.until(name)}
                  value={open.until}
                  onChange={({ target }) => change(weekday, { ...open, until: target.value })}
                />
              </>
            ) : (
              <span className="soft">{w.shut}</span>
            )}
            <FieldFault of={at(`hours.${weekday}`)} />
          </div>
        )
      })}
    </fieldset>
  )
}

type Props = {
  words: ActWords
  kind?: 'primary' | 'plain'
  /** As it is; none for a new one. */
  of?: VenueView
  save: (said: VenueSaid) => Promise<unknown>
  settled: () => void
}
/** A venue is added, or said otherwise. */
export function VenueButton({ words, kind = 'plain', of, save, settled }: Props) {
  const w = useWords(venueWords)
  const ui = useWords(uiWords)
  const needed = (text: string, label: string) => (text.trim() ? null : ui.needed(label))
  const whole = (text: string, bounds: { least: number; most: number }) =>
    isWhole(text, bounds) ? null : w.whole(bounds.least, bounds.most)
  return (
    <ActButton<Draft>
      {...words}
      kind={kind}
      asked={{
        initial: of ? draftOf(of) : NEW,
        names: w.name,
        faults: (draft) => ({
          name: needed(draft.name, w.name.name),
          place: needed(draft.place, w.name.place),
          capacity: whole(draft.capacity, VENUE_BOUNDS.capacity),
          setupMinutes: whole(draft.setupMinutes, VENUE_BOUNDS.setupMinutes),
          ...Object.fromEntries(
            draft.hours.map((open, weekday) => [
              `hours.${weekday}`,
              open && !(open.from && open.until) ? ui.needed(w.weekdays[weekday] ?? '') : null,
            ]),
          ),
        }),
        show: (draft, put, at) => {
          const line = (field: 'name' | 'nameEn' | 'place' | 'placeEn', most: number) => (
            <LineField
              at={at(field)}
              label={w.name[field]}
              value={draft[field]}
              most={most}
              onChange={(text) => put({ [field]: text })}
            />
          )
          return (
            <>
              {line('name', LONGEST.organisation)}
              {line('nameEn', LONGEST.organisation)}
              {line('place', LONGEST.place)}
              {line('placeEn', LONGEST.place)}
              <LineField
                at={at('capacity')}
                label={w.name.capacity}
                value={draft.capacity}
                most={6}
                inputMode="numeric"
                onChange={(capacity) => put({ capacity })}
              />
              <LineField
                at={at('setupMinutes')}
                label={w.name.setupMinutes}
                hint={w.setupHint}
                value={draft.setupMinutes}
                most={3}
                inputMode="numeric"
                onChange={(setupMinutes) => put({ setupMinutes })}
              />
              <WeekHours of={draft.hours} put={(hours) => put({ hours })} at={at} />
            </>
          )
        },
      }}
      act={(_reason, { capacity, setupMinutes, ...draft }) =>
        save({ ...draft, capacity: Number(capacity), setupMinutes: Number(setupMinutes) })
      }
      settled={settled}
    />
  )
}
