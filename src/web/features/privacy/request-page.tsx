import { useSuspenseQuery } from '@tanstack/react-query'
import {
  privacyRequestActs as acts,
  getPrivacyRequest,
  type RequestView,
} from '../../../contracts/privacy-requests.ts'
import { GROUNDS_OF, isToAnswer, type RefusalGround } from '../../../domain/privacy-request/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { useRequestBrief } from './request-brief.tsx'
import { privacyWords } from './words.ts'

/** By which ground of law, and in which words. */
function Refuse({ of, settled }: Acting<RequestView>) {
  const w = useWords(privacyWords)
  return (
    <ActButton<{ ground: RefusalGround }>
      {...w.act.refuse}
      kind="danger"
      reason="needed"
      asked={{
        initial: { ground: GROUNDS_OF[of.kind][0] },
        faults: () => ({}),
        show: ({ ground }, put) => (
          <OneOf
            label={w.page.ground}
            value={ground}
            onChange={(chosen) => put({ ground: chosen })}
            options={GROUNDS_OF[of.kind].map((value) => ({ value, label: w.ground[value] }))}
          />
        ),
      }}
      act={(reason, { ground }) =>
        call(acts.refuse, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, reason, lawGround: ground },
        })
      }
      settled={settled}
    />
  )
}

const ACTS = {
  fulfil: [acts.fulfil, 'primary', 'needed'],
  refuse: Refuse,
  withdraw: [acts.withdraw, 'danger', 'none'],
} as const satisfies Acts<'privacy-request', RequestView>

/** A request about data, for whoever made it and for who answers. */
export function RequestPage() {
  const w = useWords(privacyWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const { portal } = useMe()
  const nameOf = useNameOf()
  const { data: of } = useSuspenseQuery(ask(getPrivacyRequest, { params: useKey() }))
  const { stateOf } = useRequestBrief(of.own ? 'asks' : 'answers')
  return (
    <CasePage
      title={w.page.title(w.kind[of.kind], of.asker.name)}
      back={of.own ? `/${portal}/privacy` : '/school/privacy-requests'}
      state={stateOf(of)}
      due={isToAnswer(of.status) ? w.page.until(nameOf(of.school), figures.said.day(of.answerBy)) : undefined}
      acts={
        of.actions.length > 0 ? <CaseActs kind="privacy-request" of={of} acts={ACTS} words={w.act} /> : null
      }
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.page.wish}</h2>
        <p className="soft">
          {of.asker.name} {of.asker.number} · {w.page.who(w.queue.side[of.asker.side], of.asker.unit)}
        </p>
        <p>{of.reason}</p>
      </section>
      {of.answer && (
        <section className="card">
          <h2>{w.page.answer}</h2>
          {of.ground && (
            <p>
              {w.page.ground}: {w.ground[of.ground]}
            </p>
          )}
          <p>{of.answer}</p>
        </section>
      )}
    </CasePage>
  )
}
