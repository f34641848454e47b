import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import { askPrivacyRequest, listOwnRequests } from '../../../contracts/privacy-requests.ts'
import { ASKER_SIDE_OF, REQUEST_KINDS, type RequestKind } from '../../../domain/privacy-request/life.ts'
import { ask, call } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { WhyNot } from '../cases/why-not.tsx'
import { useRequestBrief } from './request-brief.tsx'
import { privacyWords } from './words.ts'

type Own = z.output<(typeof listOwnRequests)['schema']['response'][200]>

/** Who answers, and by when: said before anybody asks. */
function useAnsweredBy({ schools, answeredBy, workdays }: Own): string | null {
  const w = useWords(privacyWords)
  const nameOf = useNameOf()
  const [only, ...others] = schools
  if (!only) return null
  return others.length > 0 ? w.answeredBy.oneOf(workdays) : w.answeredBy[answeredBy](nameOf(only), workdays)
}

/** What to ask, and, where there are several, of which school. */
function AskButton({ schools }: Pick<Own, 'schools'>) {
  const w = useWords(privacyWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const client = useQueryClient()
  return (
    <ActButton<{ kind: RequestKind; school: string | null }>
      {...w.ask}
      kind="primary"
      reason="needed"
      asksFor={w.reasonAsked}
      asked={{
        initial: { kind: 'erasure', school: schools.length === 1 ? schools[0]!.code : null },
        faults: ({ school }) => ({ school: school === null ? ui.toChoose(w.school) : null }),
        show: ({ kind, school }, put, at) => (
          <>
            {schools.length > 1 && (
              <div className="privacy-school">
                <label htmlFor={at('school').id}>{w.school}</label>
                <Select<string>
                  id={at('school').id}
                  status={at('school').fault ? 'error' : ''}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={schools.map((one) => ({ value: one.code, label: nameOf(one) }))}
                  value={school}
                  onChange={(chosen) => put({ school: chosen })}
                />
                <FieldFault of={at('school')} />
              </div>
            )}
            <OneOf
              label={w.about}
              value={kind}
              onChange={(chosen) => put({ kind: chosen })}
              options={REQUEST_KINDS.map((value) => ({ value, label: w.kind[value] }))}
            />
          </>
        ),
      }}
      act={(reason, { kind, school }) =>
        call(askPrivacyRequest, { body: { school: school ?? '', requestKind: kind, reason } })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}

/** What one has asked for, who answers, and the way to ask. */
export function MyRequests({ portal }: { portal: keyof typeof ASKER_SIDE_OF }) {
  const w = useWords(privacyWords)
  const { school } = useMe()
  const { brief, columns } = useRequestBrief('asks')
  const { shown, turn } = useListAddress<Record<never, string>>()
  const { data } = useSuspenseQuery(ask(listOwnRequests, { query: shown }))
  const answeredBy = useAnsweredBy(data)
  return (
    <section className="card">
      <h2>{w.requests}</h2>
      <p className="soft">{w.requestsHint[ASKER_SIDE_OF[portal]]}</p>
      {answeredBy === null ? (
        <Note
          type="info"
          title={w.noSchool}
          description={w.noSchoolHint}
          action={
            <a href={school ? `/privacy?school=${school.code}` : '/privacy'} target="_blank" rel="noreferrer">
              {w.readNotice}
            </a>
          }
        />
      ) : (
        <p>{answeredBy}</p>
      )}
      <WhyNot title={w.askedNow} reasons={data.reasons} />
      {answeredBy !== null && data.reasons.length === 0 && (
        <div className="privacy-acts">
          <AskButton schools={data.schools} />
        </div>
      )}
      <DataList
        label={w.requests}
        page={data}
        empty={w.noRequests}
        onPage={turn}
        to={(row) => caseAddress(portal, { kind: 'privacy-request', school: row.school.code, id: row.id })}
        brief={brief}
        columns={columns}
      />
    </section>
  )
}
