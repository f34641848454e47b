import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { listVenues } from '../../../contracts/venues.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fairWords } from './words.ts'

type Props = { id?: string; value?: string[]; onChange?: (ids: string[]) => void }

/** Several of the school's venues that are in use, held as one. */
export function VenuesChoice({ id, value = [], onChange }: Props) {
  const w = useWords(fairWords)
  const { data } = useSuspenseQuery(ask(listVenues, { params: { school: useMySchool() } }))
  const venues = data.items.filter(({ retiredAt }) => retiredAt === null)
  return (
    <>
      <Select<string[]>
        {...(id && { id })}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        {...(onChange && { onChange })}
        options={venues.map((venue) => ({ value: venue.id, label: w.holds(venue.name, venue.capacity) }))}
      />
      {venues.length === 0 && (
        <p>
          {w.noVenues} <Link to="/school/venues">{w.venues}</Link>
        </p>
      )}
    </>
  )
}
