import { Button, Input } from 'antd'
import { INTERVIEW_WAYS, type InterviewWay } from '../../../domain/interview/case.ts'
import { GAP, MINUTES, SLOTS } from '../../../domain/interview/slots.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { instantTyped, typedInstant } from '../../../words/figures.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { isWhole } from '../../ui/whole.ts'
import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { FindingsIn } from '../posts/findings.tsx'
import { interviewWords } from './words.ts'
import './interviews.css'

export type TypedMeeting = { manner: InterviewWay; place: string; note: string }
/** As a field has it, in Beijing time; `nth` stays with it when another is taken out, as what is half typed in its field does. */
type TypedTime = { readonly nth: number; readonly typed: string }
export type TypedProposal = TypedMeeting & {
  begins: readonly TypedTime[]
  minutes: string
  gap: string
}

const MS_PER_MINUTE = 60_000
const USUAL: Pick<TypedProposal, 'begins' | 'minutes' | 'gap'> = {
  begins: [{ nth: 1, typed: '' }],
  minutes: '30',
  gap: '0',
}
const ANYWHERE: TypedMeeting = { manner: 'onsite', place: '', note: '' }

/** What the fields say, as the server is sent it. */
export const proposalOf = ({ begins, minutes, gap, manner, place, note }: TypedProposal) => ({
  begins: begins.flatMap(({ typed }) => instantTyped(typed)?.toISOString() ?? []),
  minutes: Number(minutes),
  gap: Number(gap),
  manner,
  place,
  note,
})

/** The next time after those that are there: as soon as whoever interviews is free again. */
function afterThese({ begins, minutes, gap }: typeof USUAL): TypedTime {
  const before = begins[begins.length - 1]
  const last = instantTyped(before?.typed ?? '')
  const typed =
    last && isWhole(minutes, MINUTES) && isWhole(gap, GAP)
      ? typedInstant(new Date(last.getTime() + (Number(minutes) + Number(gap)) * MS_PER_MINUTE))
      : ''
  return { nth: (before?.nth ?? 0) + 1, typed }
}
type Props<Given> = {
  given: Given
  put: (part: Partial<TypedProposal>) => void
  at: (field: string) => FieldAt
}

function Times({ given, put, at }: Props<TypedProposal>) {
  const w = useWords(interviewWords).form
  const { begins, minutes, gap } = given
  const { id, fault } = at('begins')
  return (
    <>
      <fieldset className="interview-times">
        <legend>{w.begins}</legend>
        <p className="soft">{w.zone}</p>
        {begins.map(({ nth, typed }, index) => (
          <div key={nth} className="interview-time">
            <Input
              id={index === 0 ? id : `${id}-${index}`}
              type="datetime-local"
              aria-label={w.nth(index + 1)}
              min={typedInstant(serverNow())}
              value={typed}
              status={fault ? 'error' : ''}
              aria-invalid={fault !== null}
              onChange={({ target }) =>
                put({ begins: begins.map((one) => (one.nth === nth ? { nth, typed: target.value } : one)) })
              }
            />
            {begins.length > 1 && (
              <Button
                aria-label={w.remove(index + 1)}
                onClick={() => put({ begins: begins.filter((one) => one.nth !== nth) })}
              >
                ×
              </Button>
            )}
          </div>
        ))}
        <FieldFault of={{ id, fault }} />
        {begins.length < SLOTS.most && (
          <Button onClick={() => put({ begins: [...begins, afterThese(given)] })}>{w.add}</Button>
        )}
      </fieldset>
      <LineField
        at={at('minutes')}
        label={w.minutes}
        value={minutes}
        most={LONGEST.whole}
        inputMode="numeric"
        onChange={(typed) => put({ minutes: typed })}
      />
      <LineField
        at={at('gap')}
        label={w.gap}
        hint={w.gapHint}
        value={gap}
        most={LONGEST.whole}
        inputMode="numeric"
        onChange={(typed) => put({ gap: typed })}
      />
    </>
  )
}

function Meeting({ given, put, at }: Props<TypedMeeting>) {
  const all = useWords(interviewWords)
  const w = all.form
  return (
    <>
      <OneOf<InterviewWay>
        label={w.manner}
        value={given.manner}
        onChange={(manner) => put({ manner })}
        options={INTERVIEW_WAYS.map((value) => ({ value, label: all.manner[value] }))}
      />
      <LineField
        at={at('place')}
        label={w.place}
        hint={w.placeHint}
        value={given.place}
        most={LONGEST.place}
        onChange={(place) => put({ place })}
      />
      <AskedText
        at={at('note')}
        name={w.note}
        isNeeded={false}
        value={given.note}
        onChange={(note) => put({ note })}
      />
      <FindingsIn text={given.note} />
    </>
  )
}

/** Times, and where: what a proposal asks for. It begins with where the last one was. */
export function useProposing(meeting: TypedMeeting = ANYWHERE): Asked<TypedProposal> {
  const w = useWords(interviewWords).form
  const { names, faults } = useMeeting(meeting)
  return {
    initial: { ...USUAL, ...meeting },
    names: { ...names, begins: w.begins, minutes: w.minutes, gap: w.gap },
    faults: (given) => ({
      begins: beginsFault(given.begins, w),
      minutes: isWhole(given.minutes, MINUTES) ? null : w.minutesWrong(MINUTES.least, MINUTES.most),
      gap: isWhole(given.gap, GAP) ? null : w.minutesWrong(GAP.least, GAP.most),
      ...faults(given),
    }),
    show: (given, put, at) => (
      <>
        <Times given={given} put={put} at={at} />
        <Meeting given={given} put={put} at={at} />
      </>
    ),
  }
}
function beginsFault(
  begins: TypedProposal['begins'],
  w: { readonly beginsNeeded: string; readonly beginsOver: string },
): string | null {
  const instants = begins.map(({ typed }) => instantTyped(typed))
  if (instants.some((at) => at === null)) return w.beginsNeeded
  const now = serverNow()
  return instants.some((at) => at !== null && at <= now) ? w.beginsOver : null
}

/** Where alone. */
export function useMeeting(meeting: TypedMeeting): Asked<TypedMeeting> {
  const w = useWords(interviewWords).form
  return {
    initial: meeting,
    names: { manner: w.manner, place: w.place, note: w.note },
    faults: ({ place }) => ({ place: place.trim() ? null : w.placeNeeded }),
    show: (given, put, at) => <Meeting given={given} put={put} at={at} />,
  }
}
