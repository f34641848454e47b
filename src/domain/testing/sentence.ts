import type { Audience, Message } from '../notification.ts'
import type { Change, Outcome } from '../outcome.ts'
import type { PlaceChange } from '../placement.ts'

const placeOf = (place: PlaceChange): string[] => {
  switch (place.do) {
    case 'keep':
      return []
    case 'take':
      return [`takes the place as ${place.hold.kind} with ${place.hold.holder}`]
    case 'rename':
      return [`calls the place ${place.holder}`]
    case 'free':
      return ['frees the place']
  }
}

const audienceOf = (to: Audience): string => {
  if ('studentId' in to) return 'student'
  if ('employerId' in to) return 'employer'
  return to.level
}

type Waiting = { readonly waitingFor?: string | null }
const changeOf = ({ kind, after, step, place, byClock }: Change): string => {
  const { waitingFor } = after as Waiting
  const waits = waitingFor === undefined ? '' : `, ${waitingFor ?? 'nobody'} has it`
  const moved = step ? `${step.action}: ${step.from ?? 'new'} → ${step.to}` : 'unmoved'
  return [`${kind} ${moved}${waits}${byClock ? ', by the clock' : ''}`, ...placeOf(place)].join(', ')
}

const toldOf = ({ kind, to }: Message) => `${audienceOf(to)} of ${kind}`

/** The whole of an outcome as one sentence: what changes, what becomes of the place and of files, who is told what. */
export const sentenceOf = ({ changes, files, told }: Outcome): string =>
  [
    ...changes.map(changeOf),
    ...(files ? [`files ${files.ids.join(' ')}${files.beside ? ' beside' : ''}`] : []),
    told.length > 0 ? `tells ${told.map(toldOf).join(', ')}` : 'tells nobody',
  ].join('; ')
