import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { addVenue, listVenues, type VenueView, venueActs } from '../../../contracts/venues.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { VenueButton } from './venue-dialog.tsx'
import { venueWords } from './words.ts'
import './venues.css'

/** Its hours, days of the same together: 周一–周五 08:00–21:00. */
function useHoursSaid() {
  const w = useWords(venueWords)
  return ({ hours }: VenueView) => {
    const spans: { from: number; to: number; text: string }[] = []
    for (const [day, open] of hours.entries()) {
      const text = open ? `${open.from}–${open.until}` : w.shut
      const last = spans[spans.length - 1]
      if (last?.text === text) last.to = day
      else spans.push({ from: day, to: day, text })
    }
    return spans
      .filter(({ text }) => text !== w.shut)
      .map(({ from, to, text }, place, all) => (
        <span key={from} className="venue-span">
          {w.weekdays[from]}
          {from !== to && `–${w.weekdays[to]}`} {text}
          {place < all.length - 1 && w.between}
        </span>
      ))
  }
}

/** Where the school holds its events: everybody who decides on them reads it, its administrators change it. */
export function VenuesPage() {
  const w = useWords(venueWords)
  const { language } = useLanguage()
  const hoursOf = useHoursSaid()
  const school = useMySchool()
  const { staffRole } = useMe()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(listVenues, { params: { school } }))
  const settled = () => void client.invalidateQueries()
  const isAdministrator = staffRole === 'administrator'
  const inOwn = (zh: string, en: string) => (language === 'en' ? en || zh : zh)
  const actsOf = (venue: VenueView) => {
    const params = { school, id: venue.id }
    const seen = { seenVersion: venue.version }
    if (venue.retiredAt)
      return (
        <ActButton
          {...w.reopen}
          act={() => call(venueActs.reopen, { params, body: seen })}
          settled={settled}
        />
      )
    return (
      <div className="venue-acts">
        <VenueButton
          key={venue.version}
          words={w.change}
          of={venue}
          save={(said) => call(venueActs.change, { params, body: { ...said, ...seen } })}
          settled={settled}
        />
        <ActButton
          {...w.retire}
          kind="danger"
          act={() => call(venueActs.retire, { params, body: seen })}
          settled={settled}
        />
      </div>
    )
  }
  return (
    <>
      <BackButton list="/school/talks" />
      <div className="page-head">
        <h1>{w.title}</h1>
        {isAdministrator && (
          <div className="page-act">
            <VenueButton
              words={w.add}
              kind="primary"
              save={(said) => call(addVenue, { params: { school }, body: said })}
              settled={settled}
            />
          </div>
        )}
      </div>
      <section className="card">
        <p className="soft">{w.lead}</p>
        {data.items.length === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <SmallTable<VenueView>
            label={w.title}
            items={data.items}
            keyOf={({ id }) => id}
            columns={[
              { title: w.name.name, show: (venue) => inOwn(venue.name, venue.nameEn) },
              { title: w.name.place, show: (venue) => inOwn(venue.place, venue.placeEn) },
              { title: w.name.capacity, show: ({ capacity }) => w.people(capacity) },
              { title: w.name.setupMinutes, show: ({ setupMinutes }) => w.minutes(setupMinutes) },
              { title: w.name.hours, show: hoursOf },
              {
                title: w.state,
                show: ({ retiredAt }) => (
                  <StateMark standing={retiredAt ? 'over' : 'done'}>
                    {retiredAt ? w.retiredAt : w.inUse}
                  </StateMark>
                ),
              },
            ]}
            {...(isAdministrator && { acts: { title: w.acts, show: actsOf } })}
          />
        )}
      </section>
    </>
  )
}
