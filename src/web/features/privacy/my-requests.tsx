import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { askPrivacyRequest, listMyRequests } from '../../../contracts/privacy-requests.ts'
import { REQUEST_KINDS, type RequestKind } from '../../../domain/privacy-request/life.ts'
import { ask, call } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { WhyNot } from '../cases/why-not.tsx'
import { useRequestBrief } from './request-brief.tsx'
import { privacyWords } from './words.ts'

/** What the student has asked for, and the way to ask. */
export function MyRequests() {
  const w = useWords(privacyWords)
  const school = useMySchool()
  const client = useQueryClient()
  const { brief, columns } = useRequestBrief()
  const { shown, turn } = useListAddress<Record<never, string>>()
  const { data } = useSuspenseQuery(ask(listMyRequests, { params: { school }, query: shown }))
  return (
    <section className="card">
      <h2>{w.requests}</h2>
      <p className="soft">{w.requestsHint}</p>
      <WhyNot title={w.askedNow} reasons={data.reasons} />
      {data.reasons.length === 0 && (
        <div className="privacy-acts">
          <ActButton<{ kind: RequestKind }>
            {...w.ask}
            kind="primary"
            reason="needed"
            asksFor={w.reasonAsked}
            asked={{
              initial: { kind: 'erasure' },
              faults: () => ({}),
              show: ({ kind }, put) => (
                <OneOf
                  label={w.about}
                  value={kind}
                  onChange={(chosen) => put({ kind: chosen })}
                  options={REQUEST_KINDS.map((value) => ({ value, label: w.kind[value] }))}
                />
              ),
            }}
            act={(reason, { kind }) =>
              call(askPrivacyRequest, { params: { school }, body: { requestKind: kind, reason } })
            }
            settled={() => client.invalidateQueries()}
          />
        </div>
      )}
      <DataList
        label={w.requests}
        page={data}
        empty={w.noRequests}
        onPage={turn}
        to={({ id }) => caseAddress('student', { kind: 'privacy-request', school, id })}
        brief={brief}
        columns={columns}
      />
    </section>
  )
}
