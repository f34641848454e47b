import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { entryActs as acts, type EntryView, getEntry } from '../../../contracts/fair-entries.ts'
import { getFair } from '../../../contracts/fairs.ts'
import { ENTRY_GROUNDS, type EntryGround } from '../../../domain/fair-entry/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import type { Acting } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { BoothButton } from './booth-button.tsx'
import { EntryContentCard } from './entry-content.tsx'
import { EntryStands } from './entry-stands.tsx'
import { fairWords } from './words.ts'

/** 不同意: with its ground and in words. */
function TurnDownButton({ of, settled }: Acting<EntryView>) {
  const { entries: w, ground, name } = useWords(fairWords)
  return (
    <ActButton<{ entryGround: EntryGround | '' }>
      {...w.turnDown}
      kind="danger"
      reason="needed"
      asked={{
        initial: { entryGround: '' },
        names: name,
        faults: ({ entryGround }) => ({ entryGround: entryGround ? null : w.groundNeeded }),
        show: ({ entryGround }, put, at) => (
          <>
            <label htmlFor={at('entryGround').id}>{name.entryGround}</label>
            <Select<EntryGround | ''>
              id={at('entryGround').id}
              value={entryGround}
              onChange={(next) => put({ entryGround: next })}
              options={ENTRY_GROUNDS.map((value) => ({ value, label: ground[value] }))}
            />
            <FieldFault of={at('entryGround')} />
          </>
        ),
      }}
      act={(reason, { entryGround }) =>
        call(acts['turn-down'], {
          params: { school: of.school.code, id: of.id },
          // The dialog sends nothing without one.
          body: { seenVersion: of.version, reason, entryGround: entryGround || 'other' },
        })
      }
      settled={settled}
    />
  )
}

function PlaceInFair({ of, settled }: Acting<EntryView>) {
  const params = { school: of.school.code, id: of.fairId }
  const { data: fair } = useSuspenseQuery(ask(getFair, { params }))
  return <BoothButton fair={fair} of={of} settled={settled} />
}

/** An employer's part in a fair, for the school. */
export function EntryPage() {
  const words = useWords(fairWords)
  const params = useKey()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getEntry, { params }))
  const settled = () => void client.invalidateQueries()
  const acting = { of, settled }
  const offers = (action: EntryView['actions'][number]) => of.actions.includes(action)
  return (
    <CasePage
      title={of.employer}
      back={caseAddress('school', { kind: 'fair', school: params.school, id: of.fairId }, 'entries')}
      state={
        <>
          <p>{words.entries.of(of.fairTitle)}</p>
          <EntryStands of={of} reader="school" />
        </>
      }
      acts={
        <>
          {offers('let-in') && (
            <ActButton
              {...words.entries.letIn}
              kind="primary"
              act={() => call(acts['let-in'], { params, body: { seenVersion: of.version } })}
              settled={settled}
            />
          )}
          {offers('place') && <PlaceInFair {...acting} />}
          {offers('turn-down') && <TurnDownButton {...acting} />}
        </>
      }
      timeline={
        <>
          <h2>{words.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <EntryContentCard of={of} />
    </CasePage>
  )
}
