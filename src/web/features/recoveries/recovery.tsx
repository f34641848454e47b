import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { approveRecovery, getRecovery, refuseRecovery, startRecovery } from '../../../contracts/recoveries.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { SpokenCode } from '../students/spoken-code.tsx'
import { RecoveryState } from './recovery-state.tsx'
import { recoveryWords } from './words.ts'

type Last = NonNullable<Output<typeof getRecovery>['last']>

function RecoveryFacts({ of }: { of: Last }) {
  const w = useWords(recoveryWords)
  const figures = useFigures()
  const by = (name: string | null, at: string | null) => (name && at ? w.by(name, figures.instant(at)) : null)
  const facts = [
    [w.state, <RecoveryState key="state" of={of.status} />],
    [w.askedAt, of.askedAt && `${figures.instant(of.askedAt)}（${w.askedHint}）`],
    [w.startedBy, by(of.startedBy, of.startedAt)],
    [w.reason, of.reason],
    [w.identifiedBy, of.identifiedBy],
    [w.approvedBy, by(of.approvedBy, of.approvedAt)],
    [w.refusedBy, of.refusedBy && [of.refusedBy, of.refusal].join('　')],
    [w.endsAt, figures.instant(of.endsAt)],
  ] as const
  return <Facts of={facts.flatMap(([title, shown]) => (shown ? [[title, shown] as const] : []))} />
}

/** A new password of this student through the school: who began it, who approved it, and what this reader may do. */
export function Recovery({ school, id }: { school: string; id: string }) {
  const w = useWords(recoveryWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const client = useQueryClient()
  const params = { school, id }
  const { data } = useSuspenseQuery(ask(getRecovery, { params }))
  const [given, give] = useState<Output<typeof approveRecovery> | null>(null)
  const { last, actions } = data
  const may = (action: (typeof actions)[number]) => actions.includes(action)
  const settled = () => client.invalidateQueries()
  const seenVersion = last?.version ?? 1
  return (
    <section className="card">
      <h2>{w.own}</h2>
      {last ? <RecoveryFacts of={last} /> : <p className="soft">{w.lead}</p>}
      <div className="first-login-acts">
        {may('start') && (
          <ActButton<{ identifiedBy: string }>
            {...w.start}
            reason="needed"
            asked={{
              initial: { identifiedBy: '' },
              names: { identifiedBy: w.identifiedBy, reason: w.reason },
              faults: ({ identifiedBy }) => ({
                identifiedBy: identifiedBy.trim() ? null : ui.needed(w.identifiedBy),
              }),
              show: ({ identifiedBy }, change, at) => (
                <LineField
                  at={at('identifiedBy')}
                  label={w.identifiedBy}
                  hint={w.identifiedHint}
                  most={LONGEST.line}
                  value={identifiedBy}
                  onChange={(text) => change({ identifiedBy: text })}
                />
              ),
            }}
            act={(reason, { identifiedBy }) =>
              call(startRecovery, { params, body: { reason, identifiedBy } })
            }
            settled={settled}
          />
        )}
        {may('approve') && (
          <ActButton
            {...w.approve}
            kind="primary"
            act={async () => give(await call(approveRecovery, { params, body: { seenVersion } }))}
            settled={settled}
          />
        )}
        {may('refuse') && (
          <ActButton
            {...w.refuse}
            kind="danger"
            reason="needed"
            act={(reason) => call(refuseRecovery, { params, body: { seenVersion, reason } })}
            settled={settled}
          />
        )}
      </div>
      <SpokenCode
        code={given?.code}
        title={w.shown}
        hint={given && w.shownHint(figures.said.instant(given.until))}
        written={w.written}
        onDone={() => give(null)}
      />
    </section>
  )
}
