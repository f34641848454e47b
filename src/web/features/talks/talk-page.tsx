import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { talkActs as acts, getTalk, type TalkView } from '../../../contracts/talks.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { TALK_GROUNDS, type TalkGround } from '../../../domain/talk/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { PausedNote } from '../admissions/paused-note.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useEditing } from '../cases/editing.ts'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { Findings } from '../posts/findings.tsx'
import { visitWords } from '../visits/words.ts'
import { MoveButton, ScheduleButton } from './place-button.tsx'
import { usePlacedSaid } from './placed-said.ts'
import { type TalkDraft, TalkForm } from './talk-form.tsx'
import { TalkMark } from './talk-mark.tsx'
import { talkWords } from './words.ts'

/** 不同意: with its ground and in words. */
function TurnDownButton({ of, settled }: Acting<TalkView>) {
  const w = useWords(talkWords)
  return (
    <ActButton<{ talkGround: TalkGround | '' }>
      {...w.turnDown}
      kind="danger"
      reason="needed"
      asked={{
        initial: { talkGround: '' },
        names: { talkGround: w.groundField },
        faults: ({ talkGround }) => ({ talkGround: talkGround ? null : w.groundNeeded }),
        show: ({ talkGround }, put, at) => (
          <>
            <label htmlFor={at('talkGround').id}>{w.groundField}</label>
            <Select<TalkGround | ''>
              id={at('talkGround').id}
              value={talkGround}
              onChange={(next) => put({ talkGround: next })}
              options={TALK_GROUNDS.map((value) => ({ value, label: w.ground[value] }))}
            />
            <FieldFault of={at('talkGround')} />
          </>
        ),
      }}
      act={(reason, { talkGround }) =>
        call(acts['turn-down'], {
          params: { school: of.school.code, id: of.id },
          // The dialog sends nothing without one.
          body: { seenVersion: of.version, reason, talkGround: talkGround || 'other' },
        })
      }
      settled={settled}
    />
  )
}

/** Below, as a form. */
const inForm = () => null
const ACTS = {
  schedule: ScheduleButton,
  move: MoveButton,
  'hand-back': [acts['hand-back'], 'plain', 'needed'],
  'turn-down': TurnDownButton,
  cancel: [acts.cancel, 'danger', 'needed'],
  withdraw: [acts.withdraw, 'danger', 'needed'],
  change: inForm,
} as const satisfies Acts<'talk', TalkView>

/** What was asked for, to be changed. */
function ChangeForm({ of, settled }: Acting<TalkView>) {
  const w = useWords(talkWords)
  const params = { school: of.school.code, id: of.id }
  const { shown, form } = useEditing<TalkView, TalkDraft>(of, {
    send: (draft, seenVersion) => call(acts.change, { params, body: { ...draft, seenVersion } }),
    saved: () => w.sent,
    settled,
  })
  return (
    <section className="card">
      <h2>{w.edit}</h2>
      <p className="soft">{w.editText}</p>
      <TalkForm key={shown.version} initial={shown.content} submitLabel={w.sendAgain} {...form} />
    </section>
  )
}

function Request({ of: { content } }: { of: TalkView }) {
  const w = useWords(talkWords)
  const figures = useFigures()
  const { name, phone, email } = content.contact
  return (
    <section className="card">
      <h2>{w.content}</h2>
      <Facts
        of={[
          [w.name.expected ?? '', w.expectedPeople(content.expected)],
          [
            w.name.wishes ?? '',
            <ul key="wishes" className="reasons">
              {content.wishes.map(({ day, from, until }) => (
                <li key={`${day} ${from} ${until}`}>
                  {figures.day(day)} {from}–{until}
                </li>
              ))}
            </ul>,
          ],
          [w.name.contact ?? '', [name, phone, email].filter(Boolean).join(' · ')],
        ]}
      />
      <h3>{w.name.description}</h3>
      <p className="lines">{linesOfRichText(content.description)}</p>
    </section>
  )
}

/** A talk, for its employer and for who gives it a venue. */
export function TalkPage() {
  const w = useWords(talkWords)
  const visits = useWords(visitWords)
  const say = usePlacedSaid()
  const nameOf = useNameOf()
  const { portal } = useMe()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery({
    ...ask(getTalk, { params: useKey() }),
    refetchOnWindowFocus: false,
  })
  const isSchools = portal === 'school'
  const settled = () => void client.invalidateQueries()
  return (
    <CasePage
      title={of.content.title}
      back={isSchools ? '/school/talks' : '/employer/talks'}
      state={
        <>
          <TalkMark of={of} reader={isSchools ? 'school' : 'employer'} />
          <p>{isSchools ? of.employer : nameOf(of.school)}</p>
          {of.reason && (
            <p>
              {w.reason}
              {of.ground && `${w.ground[of.ground]} · `}
              {of.reason}
            </p>
          )}
        </>
      }
      acts={
        <>
          {isSchools && of.door && (
            <PlainLink
              primary
              to={caseAddress('school', { kind: 'talk', school: of.school.code, id: of.id }, 'door')}
            >
              {visits.toDoor}
            </PlainLink>
          )}
          <CaseActs kind="talk" of={of} acts={ACTS} words={w.act} />
        </>
      }
      more={
        isSchools &&
        of.placed && (
          <PlainLink
            to={caseAddress('school', { kind: 'talk', school: of.school.code, id: of.id }, 'guests')}
          >
            {visits.guestsOf}
          </PlainLink>
        )
      }
      timeline={
        <>
          <h2>{w.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {of.isPaused && <PausedNote of={of} employerId={of.employerId} words={w.pausedNote} />}
      <Findings of={of.findings} names={w.name} />
      {of.placed && (
        <section className="card">
          <h2>{w.placedPlan}</h2>
          <Facts
            of={[
              [w.when, say.when(of.placed)],
              [w.where, say.where(of.placed)],
              [visits.places, of.placed.places],
              [visits.signedUp, of.counts.signedUp],
              [visits.came, of.counts.came],
              [visits.cameBesides, of.counts.cameBesides],
              [visits.guests, visits.guestsSaid(of.counts.guests, of.counts.guestsCame)],
            ]}
          />
          {of.isPublic && !of.isPaused && (
            <p>
              {w.public}: <a href={of.address}>{of.address}</a>
            </p>
          )}
        </section>
      )}
      <Request of={of} />
      {of.actions.includes('change') && <ChangeForm key={of.id} of={of} settled={settled} />}
    </CasePage>
  )
}
