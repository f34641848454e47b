import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import {
  interviewActs as acts,
  type InterviewView,
  interviewCalendar,
  type OtherInterview,
} from '../../../contracts/interviews.ts'
import { TAKES_SLOT, WITH_STUDENT } from '../../../domain/interview/life.ts'
import { call, ProblemError } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import type { FieldAt } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { caseWords } from '../cases/words.ts'
import { Findings, FindingsIn } from '../posts/findings.tsx'
import { saying } from '../posts/saying.tsx'
import { InterviewMark } from './interview-mark.tsx'
import {
  proposalOf,
  type TypedMeeting,
  type TypedProposal,
  useMeeting,
  useProposing,
} from './proposal-form.tsx'
import { interviewWords } from './words.ts'

type Of = { of: InterviewView }

function useActing({ of }: Of) {
  const client = useQueryClient()
  return {
    params: { school: of.school.code, id: of.id },
    seenVersion: of.version,
    settled: () => client.invalidateQueries(),
  }
}

function Overlaps({ of }: { of: readonly OtherInterview[] }) {
  const w = useWords(interviewWords)
  const figures = useFigures()
  return of.map(({ title, employer, beginsAt, endsAt }) => (
    <Note
      key={`${title}${beginsAt}`}
      type="warning"
      title={w.overlaps(title, employer, figures.span(beginsAt, endsAt))}
    />
  ))
}

/** The times that are offered while they are: the student takes one of those that are free. */
function Slots({ of }: Of) {
  const w = useWords(interviewWords)
  const figures = useFigures()
  const { params, seenVersion, settled } = useActing({ of })
  const mayPick = of.actions.includes('pick')
  const [lost, lose] = useState<string | null>(null)
  const pick = (slotId: string, span: string) =>
    call(acts.pick, { params, body: { seenVersion, slotId } }).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem?.code === 'interview-slot-taken') lose(span)
      throw error
    })
  if (!WITH_STUDENT.includes(of.status)) return null
  return (
    <>
      <h3>{w.slots}</h3>
      {mayPick && lost !== null && <Note type="warning" title={w.slotLost(lost)} />}
      {mayPick && !of.slots.some(({ isFree }) => isFree) && <p>{w.noneFree}</p>}
      <ul className="interview-slots" aria-label={w.slots}>
        {of.slots.map((slot) => {
          const span = figures.span(slot.beginsAt, slot.endsAt)
          return (
            <li key={slot.id}>
              <span>
                {span}
                {!slot.isFree && <span className="soft"> · {w.slotTaken}</span>}
                <Overlaps of={slot.overlaps} />
              </span>
              {mayPick && slot.isFree && (
                <ActButton
                  {...w.act.pick}
                  of={span}
                  kind="primary"
                  act={() => pick(slot.id, span)}
                  settled={settled}
                >
                  <p>
                    <strong>{span}</strong>
                  </p>
                  <Overlaps of={slot.overlaps} />
                </ActButton>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

type Words = { reason: string }
/** Words of the employer's beside what it changes. */
function useWithWords() {
  const w = useWords(interviewWords)
  return (reason: string, put: (typed: Words) => void, at: FieldAt) => (
    <>
      <AskedText
        at={at}
        name={w.words}
        isNeeded={false}
        value={reason}
        onChange={(typed) => put({ reason: typed })}
      />
      <FindingsIn text={reason} />
    </>
  )
}

function ChangeButton({ of }: Of) {
  const { words, act } = useWords(interviewWords)
  const w = act.change
  const { params, seenVersion, settled } = useActing({ of })
  const proposing = useProposing({ manner: of.manner, place: of.place, note: of.note })
  const showWords = useWithWords()
  return (
    <ActButton<TypedProposal & Words>
      {...w}
      asked={{
        ...proposing,
        initial: { ...proposing.initial, reason: '' },
        names: { ...proposing.names, reason: words },
        show: (given, put, at) => (
          <>
            {proposing.show(given, put, at)}
            {showWords(given.reason, put, at('reason'))}
          </>
        ),
      }}
      act={(_reason, { reason, ...given }) =>
        call(acts.change, {
          params,
          body: { seenVersion, ...proposalOf(given), ...(reason && { reason }) },
        })
      }
      settled={settled}
    />
  )
}

function RelocateButton({ of }: Of) {
  const { words, act } = useWords(interviewWords)
  const w = act.relocate
  const { params, seenVersion, settled } = useActing({ of })
  const meeting = useMeeting({ manner: of.manner, place: of.place, note: of.note })
  const showWords = useWithWords()
  return (
    <ActButton<TypedMeeting & Words>
      {...w}
      asked={{
        ...meeting,
        initial: { ...meeting.initial, reason: '' },
        names: { ...meeting.names, reason: words },
        show: (given, put, at) => (
          <>
            {meeting.show(given, put, at)}
            {showWords(given.reason, put, at('reason'))}
          </>
        ),
      }}
      act={(_reason, { reason, ...given }) =>
        call(acts.relocate, { params, body: { seenVersion, ...given, ...(reason && { reason }) } })
      }
      settled={settled}
    />
  )
}

const SAID = {
  ask: ['plain', 'needed'],
  decline: ['danger', 'optional'],
} as const
function SaidButton({ of, action }: Of & { action: keyof typeof SAID }) {
  const w = useWords(interviewWords).act[action]
  const { params, seenVersion, settled } = useActing({ of })
  const [kind, reason] = SAID[action]
  return (
    <ActButton
      {...w}
      kind={kind}
      reason={reason}
      act={(text) => call(acts[action], { params, body: { seenVersion, ...(text && { reason: text }) } })}
      settled={settled}
    />
  )
}

function CancelButton({ of }: Of) {
  const w = useWords(interviewWords).act.cancel
  const { reason, reasonNeeded } = useWords(caseWords)
  const { params, seenVersion, settled } = useActing({ of })
  return (
    <ActButton<Words>
      {...w}
      kind="danger"
      asked={saying({ name: reason, needed: reasonNeeded })}
      act={(_reason, said) => call(acts.cancel, { params, body: { seenVersion, ...said } })}
      settled={settled}
    />
  )
}

/** How the place is reached: a page of the web can be opened. */
export function Place({ of: { manner, place } }: { of: Pick<InterviewView, 'manner' | 'place'> }) {
  const w = useWords(interviewWords)
  const said = `${w.manner[manner]} · ${place}`
  if (!/^https:\/\/\S+$/.test(place)) return said
  return (
    <>
      {said}{' '}
      <a href={place} target="_blank" rel="noopener noreferrer">
        {w.open}
      </a>
    </>
  )
}

/** An interview within its application's page, with what its reader may do. */
export function InterviewPart({ of, reader }: Of & { reader: 'student' | 'employer' }) {
  const w = useWords(interviewWords)
  const figures = useFigures()
  const { language } = useLanguage()
  const may = (action: InterviewView['actions'][number]) => of.actions.includes(action)
  const params = { school: of.school.code, id: of.id }
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <div className="interview-head">
        <InterviewMark status={of.status} reader={reader} />
      </div>
      <Overlaps of={of.overlaps} />
      <Findings of={of.findings} names={null} isReviewed={false} />
      <Facts
        of={[
          ...(of.beginsAt && of.endsAt ? ([[w.when, figures.span(of.beginsAt, of.endsAt)]] as const) : []),
          [w.where, <Place key="place" of={of} />],
          ...(of.note ? ([[w.note, of.note]] as const) : []),
          ...(of.reason ? ([[w.lastWords, of.reason]] as const) : []),
        ]}
      />
      <Slots of={of} />
      <div className="interview-acts">
        {of.beginsAt && TAKES_SLOT.includes(of.status) && (
          <a className="plain-button" href={addressOf(interviewCalendar, { params, query: { language } })}>
            {w.calendar}
          </a>
        )}
        {may('change') && <ChangeButton of={of} />}
        {may('relocate') && <RelocateButton of={of} />}
        {may('ask') && <SaidButton of={of} action="ask" />}
        {may('decline') && <SaidButton of={of} action="decline" />}
        {may('cancel') && <CancelButton of={of} />}
      </div>
    </section>
  )
}
