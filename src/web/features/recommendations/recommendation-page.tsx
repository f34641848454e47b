import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import {
  recommendationActs as acts,
  getRecommendation,
  type RecommendationView,
} from '../../../contracts/recommendations.ts'
import { OWN_WORDS } from '../../../domain/recommendation/case.ts'
import { ASKED_BACK, isOpen } from '../../../domain/recommendation/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { CodesLink, EvidenceLink } from '../documents/shown-to-others.tsx'
import { slowlyWhileSealed, useWordOfSeal } from '../documents/while-sealed.ts'
import { Recommend } from './recommend.tsx'
import { RosterFacts } from './roster-facts.tsx'
import { isIssued, isRemoved, Sheet, SheetDownloads, SheetNote } from './sheet.tsx'
import { sheetWords } from './sheet-words.ts'
import './recommendation.css'
import { RecommendationState } from './state.tsx'
import { recommendationWords } from './words.ts'

const ACTS = {
  renew: { portal: 'student', page: 'correct' },
  resubmit: { portal: 'student', page: 'correct' },
  recommend: Recommend,
  pass: [acts.pass, 'primary', 'none'],
  return: [acts.return, 'plain', 'needed'],
  withdraw: [acts.withdraw, 'danger', 'none'],
  revoke: [acts.revoke, 'danger', 'needed'],
} as const satisfies Acts<'recommendation', RecommendationView>

/** 推荐表: what is asked for, the word, and the edition that was issued, for the student and the school. */
export function RecommendationPage() {
  const w = useWords(recommendationWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const { portal } = useMe()
  const { data: of, refetch } = useSuspenseQuery({
    ...ask(getRecommendation, { params: useKey() }),
    refetchInterval: ({ state: { data } }) => slowlyWhileSealed([data?.document ?? null]),
  })
  useWordOfSeal([of.document], refetch)
  const isReviewed = isOpen(of)
  return (
    <CasePage
      title={portal === 'school' ? `${w.title} · ${of.student.name}` : w.title}
      back={portal === 'school' ? '/school/recommendations' : '/student'}
      state={<RecommendationState of={of} />}
      acts={
        of.actions.length > 0 ? <CaseActs kind="recommendation" of={of} acts={ACTS} words={w.act} /> : null
      }
      more={
        isIssued(of) && (
          <>
            <SheetDownloads of={of} />
            <EvidenceLink kind="recommendation" school={of.school.code} id={of.id} document={of.document} />
            <CodesLink kind="recommendation" school={of.school.code} id={of.id} />
            <Button onClick={() => window.print()}>{ui.print}</Button>
          </>
        )
      }
      notes={
        <>
          <SheetNote of={of} />
          {ASKED_BACK.includes(of.status) && (
            <ReturnedFor timeline={of.timeline} event="recommendation.return" />
          )}
          <Moved of={of} title={isReviewed ? w.moved : w.movedIssued} />
        </>
      }
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {(isReviewed || !(isIssued(of) || isRemoved(of))) && <AsSent of={of} />}
      {isIssued(of) && (
        <>
          {isReviewed && of.inForce !== null && <h2>{w.lastEdition}</h2>}
          <Sheet of={of} />
        </>
      )}
    </CasePage>
  )
}

/** In what the roster says something else by now. */
function Moved({ of, title }: { of: RecommendationView; title: string }) {
  const w = useWords(recommendationWords)
  const ui = useWords(uiWords)
  const names = useWords(sheetWords).fact
  const nameOf = useNameOf()
  if (of.moved.length === 0) return null
  const shown = (value: RecommendationView['moved'][number]['was']) => (value ? nameOf(value) : ui.none)
  return (
    <Note
      below={12}
      type="warning"
      title={title}
      description={of.moved.map(({ key, was, now }) => (
        <p key={key}>{w.movedTo(names[key], shown(was), shown(now))}</p>
      ))}
    />
  )
}

/** What was sent, before it is issued. */
function AsSent({ of }: { of: RecommendationView }) {
  const w = useWords(recommendationWords)
  const names = useWords(sheetWords).own
  const said = OWN_WORDS.filter((word) => of.own[word])
  return (
    <>
      <RosterFacts of={of.facts} />
      <section className="card">
        <h2>{w.own}</h2>
        {said.length > 0 ? (
          <Facts of={said.map((word) => [names[word], of.own[word]] as const)} />
        ) : (
          <p className="soft">{w.none}</p>
        )}
      </section>
      <section className="card">
        <h2>{w.word}</h2>
        {of.word ? (
          <>
            <p className="as-typed">{of.word.text}</p>
            <p className="soft">{of.word.by}</p>
          </>
        ) : (
          <p className="soft">{w.noWord}</p>
        )}
      </section>
    </>
  )
}
