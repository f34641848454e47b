import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import {
  destinationActs as acts,
  type DestinationView,
  getDestination,
} from '../../../contracts/destinations.ts'
import { SENT_BACK } from '../../../domain/destination/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseTimeline } from '../case-status/case-timeline.tsx'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { caseWords } from '../cases/words.ts'
import { CodesLink, EvidenceLink } from '../documents/shown-to-others.tsx'
import { slowlyWhileSealed, useWordOfSeal } from '../documents/while-sealed.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { evidenceWords } from '../evidence/words.ts'
import { PlaceTags } from '../places/place-tags.tsx'
import { useAnswerText } from './answer-text.ts'
import { caseOf } from './case-of.ts'
import { Corrections } from './corrections.tsx'
import { RegistrationDownloads, RegistrationNote, RegistrationSheet } from './registration-sheet.tsx'
import { StaffsFields } from './staffs-fields.tsx'
import { destinationWords } from './words.ts'

const ACTS = {
  correct: { portal: 'student', page: 'correct' },
  withdraw: [acts.withdraw, 'danger', 'none'],
  pass: [acts.pass, 'primary', 'optional'],
  return: [acts.return, 'plain', 'needed'],
  reject: [acts.reject, 'danger', 'needed'],
  'ask-void': [acts['ask-void'], 'danger', 'needed'],
  'withdraw-void': [acts['withdraw-void'], 'plain', 'none'],
  'grant-void': [acts['grant-void'], 'primary', 'optional'],
  'refuse-void': [acts['refuse-void'], 'danger', 'needed'],
} as const satisfies Acts<'destination', DestinationView>

export function DestinationPage() {
  const params = useKey()
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const files = useWords(evidenceWords)
  const nameOf = useNameOf()
  const { portal } = useMe()
  const { data: d, refetch } = useSuspenseQuery({
    ...ask(getDestination, { params }),
    refetchInterval: ({ state: { data } }) => slowlyWhileSealed([data?.sheet ?? null]),
  })
  useWordOfSeal([d.sheet], refetch)
  const title = w.pageTitle[d.route](nameOf(d.category))
  return (
    <CasePage
      title={portal === 'school' ? `${title} · ${d.student.name}` : title}
      back={portal === 'school' ? '/school/destinations' : '/student/destinations'}
      state={<CaseStatus kind="destination" of={caseOf(d)} />}
      acts={d.actions.length > 0 ? <CaseActs kind="destination" of={d} acts={ACTS} words={w.act} /> : null}
      more={
        d.sheet && (
          <>
            <RegistrationDownloads of={d} />
            <EvidenceLink kind="destination" {...params} document={d.sheet} />
            <CodesLink kind="destination" {...params} />
            <Button onClick={() => window.print()}>{ui.print}</Button>
          </>
        )
      }
      notes={
        <>
          <RegistrationNote of={d} />
          {SENT_BACK.includes(d.status) && <ReturnedFor timeline={d.timeline} event="destination.return" />}
        </>
      }
      timeline={
        <CaseTimeline
          kind="destination"
          of={d}
          events={d.timeline.map((entry) =>
            d.route === 'declaration' && entry.action === 'destination.declare'
              ? { ...entry, action: 'declaration.declare' }
              : entry,
          )}
        />
      }
    >
      {d.registeredAt === null ? <AsEntered of={d} /> : <RegistrationSheet of={d} />}
      <StaffsAnswers of={d} />
      <PlaceTags of={d.placeTags} />
      {d.route === 'destination' && (
        <section className="card">
          <h2>{files.title}</h2>
          <EvidenceList school={params.school} files={d.evidence} />
        </section>
      )}
      <Corrections of={d.history} />
    </CasePage>
  )
}

/** What the student has said, before the school has passed it. */
function AsEntered({ of: d }: { of: DestinationView }) {
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const shown = useAnswerText()
  const nameOf = useNameOf()
  const day = (instant: string | null) => (instant ? figures.instant(instant) : ui.none)
  return (
    <>
      <section className="card">
        <Facts
          of={[
            [cases.student, `${d.student.name} ${d.student.studentNumber}`],
            [cases.graduatedFrom, nameOf(d.school)],
            [cases.college, d.student.college],
            [cases.major, d.student.major],
            [w.declaredAt, day(d.declaredAt)],
            [w.registeredAt, day(d.registeredAt)],
            ...(d.endedAt ? [[w.endedAt, day(d.endedAt)] as const] : []),
          ]}
        />
      </section>
      <section className="card">
        <h2>{w.answers}</h2>
        <Facts
          of={d.answers
            .filter(({ byStaff }) => !byStaff)
            .map((answer) => [nameOf(answer), shown(nameOf(answer.shown))] as const)}
        />
      </section>
    </>
  )
}

/** What the school itself says of it, which may change after the registration. */
function StaffsAnswers({ of: d }: { of: DestinationView }) {
  const w = useWords(destinationWords)
  const shown = useAnswerText()
  const nameOf = useNameOf()
  const answers = d.answers.filter(({ byStaff }) => byStaff)
  if (answers.length === 0 && d.fills.length === 0) return null
  return (
    <section className="card">
      <h2>{w.staffs}</h2>
      {answers.length > 0 && (
        <Facts of={answers.map((answer) => [nameOf(answer), shown(nameOf(answer.shown))] as const)} />
      )}
      <StaffsFields key={d.version} of={d} />
    </section>
  )
}
