import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type AbsenceView, absenceActs as acts, getAbsence } from '../../../contracts/absences.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { isAppealed } from '../../../domain/absence/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { AbsenceMark } from './absence-mark.tsx'
import { absenceWords } from './words.ts'

const ACTS = {
  appeal: [acts.appeal, 'primary', 'needed'],
  excuse: [acts.excuse, 'plain', 'needed'],
  uphold: [acts.uphold, 'plain', 'needed'],
} as const satisfies Acts<'absence', AbsenceView>

/** A student's absence from a talk or a fair, for that student and for who decides. */
export function AbsencePage() {
  const w = useWords(absenceWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const { portal } = useMe()
  const reader = portal === 'school' ? 'school' : 'student'
  const { data: of } = useSuspenseQuery(ask(getAbsence, { params: useKey() }))
  const event = { kind: of.event.kind, school: of.school.code, id: of.event.id }
  const { n, days, limit } = of.counted
  return (
    <CasePage
      title={w.title(of.event.title)}
      back={reader === 'school' ? '/school/absences' : caseAddress('student', event)}
      state={<AbsenceMark of={of} reader={reader} />}
      due={of.answerBy && isAppealed(of.status) ? w.until(figures.said.day(of.answerBy)) : undefined}
      acts={of.actions.length > 0 ? <CaseActs kind="absence" of={of} acts={ACTS} words={w.act} /> : null}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <p>{w.why}</p>
        <Facts
          of={[
            ...(reader === 'school'
              ? ([
                  [w.student, `${of.student.name} ${of.student.studentNumber} ${of.student.college}`],
                ] as const)
              : []),
            [w.event, `${w.kind[of.event.kind]} · ${of.event.title}`],
            [w.endedAt, figures.instant(of.missedAt)],
            [w.recordedAt, figures.instant(of.recordedAt)],
            [w.counted, w.countedSaid(n, days, limit)],
          ]}
        />
        <p>
          <Link to={caseAddress(reader, event)}>{w.seeEvent}</Link>
        </p>
      </section>
      {of.said && (
        <section className="card">
          <h2>{w.said}</h2>
          <p className="lines">{of.said}</p>
        </section>
      )}
      {of.answer && (
        <section className="card">
          <h2>{w.answer}</h2>
          <p className="lines">{of.answer}</p>
        </section>
      )}
    </CasePage>
  )
}
