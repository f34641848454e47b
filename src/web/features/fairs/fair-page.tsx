import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { fairActs as acts, type FairView, getFair } from '../../../contracts/fairs.ts'
import { boothsOf } from '../../../domain/fair/plan.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useEditing } from '../cases/editing.ts'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { Findings } from '../posts/findings.tsx'
import { visitWords } from '../visits/words.ts'
import { type FairDraft, FairForm } from './fair-form.tsx'
import { FairMark } from './fair-mark.tsx'
import { useFairSaid } from './fair-said.ts'
import { MoveButton, PlaceButton } from './place-fair-button.tsx'
import { fairWords } from './words.ts'
import './fairs.css'

/** Below, as a form. */
const inForm = () => null
const ACTS = {
  announce: [acts.announce, 'primary', 'none'],
  place: PlaceButton,
  move: MoveButton,
  'call-off': [acts['call-off'], 'danger', 'needed'],
  change: inForm,
} as const satisfies Acts<'fair', FairView>

/** What it says, to be changed. */
function ChangeForm({ of, settled }: Acting<FairView>) {
  const w = useWords(fairWords)
  const params = { school: of.school.code, id: of.id }
  const { shown, form } = useEditing<FairView, FairDraft>(of, {
    send: (draft, seenVersion) => call(acts.change, { params, body: { ...draft, seenVersion } }),
    saved: () => w.saved,
    settled,
  })
  return (
    <section className="card">
      <h2>{w.edit}</h2>
      <p className="soft">{w.editText}</p>
      <FairForm<FairDraft> key={shown.version} initial={shown.content} submitLabel={w.save} {...form} />
    </section>
  )
}

function Arrangement({ of }: { of: FairView }) {
  const w = useWords(fairWords)
  const visits = useWords(visitWords)
  const say = useFairSaid()
  const { content, placed, counts, entries } = of
  return (
    <section className="card">
      <h2>{w.arranged}</h2>
      <Facts
        of={[
          [w.when, say.when(placed)],
          [w.where, say.where(placed)],
          [w.applyPeriod, say.period(content)],
          [w.how, content.isReviewed ? w.reviewed : w.notReviewed],
          [w.boothsTaken, w.booths(entries.admitted, boothsOf(content.plan).length)],
          [w.requested, entries.requested],
          [w.waiting, entries.waiting],
          [visits.signedUp, visits.taken(counts.signedUp, content.places)],
          [visits.came, counts.came],
          [visits.cameBesides, counts.cameBesides],
          [visits.guests, visits.guestsSaid(counts.guests, counts.guestsCame)],
        ]}
      />
      {of.isPublic && (
        <p>
          {w.public}: <a href={of.address}>{of.address}</a>
        </p>
      )}
      <h3>{w.description}</h3>
      <p className="lines">{linesOfRichText(content.description)}</p>
    </section>
  )
}

/** A fair, for the school that holds it. */
export function FairPage() {
  const w = useWords(fairWords)
  const visits = useWords(visitWords)
  const key = useKey()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery({ ...ask(getFair, { params: key }), refetchOnWindowFocus: false })
  const settled = () => void client.invalidateQueries()
  const to = (page: 'door' | 'visitors' | 'guests' | 'entries' | 'floor' | 'badges') =>
    caseAddress('school', { kind: 'fair', ...key }, page)
  return (
    <CasePage
      title={of.content.title}
      back="/school/fairs"
      state={
        <>
          <FairMark phase={of.phase} />
          {of.reason && (
            <p>
              {w.reason}
              {of.reason}
            </p>
          )}
        </>
      }
      acts={
        <>
          {of.door && (
            <PlainLink primary to={to('door')}>
              {visits.toDoor}
            </PlainLink>
          )}
          <CaseActs kind="fair" of={of} acts={ACTS} words={w.act} />
        </>
      }
      more={
        <div className="fair-ways">
          <PlainLink to={to('entries')}>{w.toEntries}</PlainLink>
          <PlainLink to={to('floor')}>{w.toFloor}</PlainLink>
          <PlainLink to={to('badges')}>{w.toBadges}</PlainLink>
          <PlainLink to={to('visitors')}>{visits.visitors}</PlainLink>
          <PlainLink to={to('guests')}>{visits.guestsOf}</PlainLink>
        </div>
      }
      timeline={
        <>
          <h2>{w.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <Findings of={of.findings} names={w.name} isReviewed={false} />
      <Arrangement of={of} />
      {of.actions.includes('change') && <ChangeForm key={of.id} of={of} settled={settled} />}
    </CasePage>
  )
}
