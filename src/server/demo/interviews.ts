import { type ApplicationView, applicationActs } from '../../contracts/applications.ts'
import { interviewActs as acts } from '../../contracts/interviews.ts'
import { addDays } from '../../domain/day.ts'
import { type Span, spanOf } from '../../domain/venue/slot.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Interviewed } from './application-texts.ts'
import type { Cast } from './cast.ts'

const MS_PER_MINUTE = 60_000
const minutesOf = ({ startsAt, endsAt }: Span) => (endsAt.getTime() - startsAt.getTime()) / MS_PER_MINUTE

/** The employer invites an applicant to an interview, and it goes as far as it is to stand: answers the application then. */
export async function playInterview(
  { school, day }: Cast,
  { id, version }: ApplicationView,
  { stands, inDays, from, until, manner, place, note, said: reason }: Interviewed,
  employer: Visitor,
  student: Visitor,
): Promise<ApplicationView> {
  const spans = inDays.map((days) => spanOf({ day: addDays(day(), days), from, until }))
  const invited = await employer.call(applicationActs.interview, {
    params: { school, id },
    body: {
      seenVersion: version,
      begins: spans.map((span) => span.startsAt.toISOString()),
      minutes: minutesOf(spans[0]!),
      manner,
      place,
      note,
    },
  })
  const [interview] = invited.interviews
  const params = { school, id: interview!.id }
  const said = { seenVersion: interview!.version, reason }
  if (stands === 'asked') await student.call(acts.ask, { params, body: said })
  if (stands === 'declined') await student.call(acts.decline, { params, body: said })
  if (stands === 'cancelled') await employer.call(acts.cancel, { params, body: said })
  if (stands === 'confirmed' || stands === 'held')
    await student.call(acts.pick, {
      params,
      body: { seenVersion: said.seenVersion, slotId: interview!.slots[0]!.id },
    })
  return invited
}
