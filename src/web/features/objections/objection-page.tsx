import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { objectionActs as acts, getObjection, type ObjectionView } from '../../../contracts/objections.ts'
import { isRaised } from '../../../domain/objection/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { ReportedFacts } from '../confirmations/reported-facts.tsx'
import { useObjectionBrief } from './objection-brief.tsx'
import { objectionWords } from './words.ts'

const ACTS = {
  uphold: [acts.uphold, 'primary', 'needed'],
  dismiss: [acts.dismiss, 'plain', 'needed'],
  withdraw: [acts.withdraw, 'plain', 'none'],
} as const satisfies Acts<'objection', ObjectionView>

/** Who it is of and what it is about, for the school. */
function ForSchool({ of }: { of: ObjectionView }) {
  const w = useWords(objectionWords)
  const school = of.school.code
  const { student, about } = of
  return (
    <>
      <p className="soft">{w.roundCollege}</p>
      <Facts
        of={[
          [w.student, `${student.name} ${student.studentNumber}`],
          [w.college, student.college],
          ...(of.speaksAbout.length > 0 ? [[w.speaksAbout, of.speaksAbout.join('、')] as const] : []),
        ]}
      />
      <p className="ways">
        {of.studentId && (
          <Link to="/school/students/$school/$id" params={{ school, id: of.studentId }}>
            {w.seeStudent}
          </Link>
        )}{' '}
        {about && <Link to={caseAddress('school', { ...about, school })}>{w.see[about.kind]}</Link>}
      </p>
    </>
  )
}

/** 去向异议, for who has raised it or for the school. */
export function ObjectionPage() {
  const w = useWords(objectionWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const isSchools = useMe().portal === 'school'
  const { data: of } = useSuspenseQuery(ask(getObjection, { params: useKey() }))
  const { stateOf } = useObjectionBrief(isSchools ? 'school' : 'student')
  return (
    <CasePage
      title={`${w.title} · ${of.receipt}`}
      back={isSchools ? '/school/objections' : '/student/confirmation'}
      state={stateOf(of)}
      due={isRaised(of.status) ? w.until(figures.said.day(of.answerBy)) : undefined}
      acts={of.actions.length > 0 ? <CaseActs kind="objection" of={of} acts={ACTS} words={w.act} /> : null}
      notes={of.isAboutReader && <Note type="info" title={w.aboutYou} description={w.aboutYouText} />}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.said}</h2>
        <p className="lines">{of.said}</p>
        {isSchools && <ForSchool of={of} />}
      </section>
      {of.answer && (
        <section className="card">
          <h2>{w.answer}</h2>
          <p className="lines">{of.answer}</p>
        </section>
      )}
      <section className="card">
        <h2>{w.seen}</h2>
        <ReportedFacts of={of.reported} />
        <p className="soft">
          {w.fingerprint} <code className="mono">{of.seenHash}</code>
        </p>
      </section>
    </CasePage>
  )
}
