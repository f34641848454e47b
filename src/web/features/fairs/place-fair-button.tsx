import { type FairView, fairActs } from '../../../contracts/fairs.ts'
import type { FairPlacing } from '../../../domain/fair/case.ts'
import { slotOf } from '../../../domain/venue/slot.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import type { Acting } from '../cases/case-acts.tsx'
import { AskedSlot, isSlot } from '../talks/slot-fields.tsx'
import { VenuesChoice } from './venues-choice.tsx'
import { fairWords } from './words.ts'

type Props = Acting<FairView> & { action: 'place' | 'move' }
/** Other venues or another time, of a draft or of what is announced. */
function PlaceFairButton({ of, settled, action }: Props) {
  const w = useWords(fairWords)
  const { placed } = of
  return (
    <ActButton<FairPlacing>
      {...w[action]}
      reason={action === 'move' ? 'needed' : 'none'}
      asked={{
        initial: {
          venueIds: placed.venues.map(({ id }) => id),
          slot: slotOf({ startsAt: new Date(placed.startsAt), endsAt: new Date(placed.endsAt) }),
        },
        names: w.name,
        faults: ({ venueIds, slot }) => ({
          venueIds: venueIds.length > 0 ? null : w.venuesNeeded,
          'slot.day': isSlot(slot) ? null : w.slotNeeded,
        }),
        show: ({ venueIds, slot }, put, at) => (
          <>
            <div className="placing">
              <label htmlFor={at('venueIds').id}>{w.name.venueIds}</label>
              <VenuesChoice
                id={at('venueIds').id}
                value={[...venueIds]}
                onChange={(ids) => put({ venueIds: ids })}
              />
              <FieldFault of={at('venueIds')} />
            </div>
            <AskedSlot
              at={at}
              label={w.name.slot ?? ''}
              name={w.name.slot ?? ''}
              value={slot}
              onChange={(next) => put({ slot: next })}
            />
          </>
        ),
      }}
      act={(reason, { venueIds, slot }) =>
        call(fairActs[action], {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, venueIds: [...venueIds], slot, ...(reason && { reason }) },
        })
      }
      settled={settled}
    />
  )
}
export const PlaceButton = (acting: Acting<FairView>) => <PlaceFairButton {...acting} action="place" />
export const MoveButton = (acting: Acting<FairView>) => <PlaceFairButton {...acting} action="move" />
