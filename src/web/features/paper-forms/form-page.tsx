import { useSuspenseQuery } from '@tanstack/react-query'
import { paperFormActs as acts, type FormView, getPaperForm } from '../../../contracts/paper-forms.ts'
import { isFormOut } from '../../../domain/paper-form/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { useFormBrief } from './form-brief.tsx'
import { PrintLink } from './print-link.tsx'
import { paperFormWords } from './words.ts'

const ACTS = {
  return: [acts.return, 'primary', 'none'],
  spoil: [acts.spoil, 'danger', 'needed'],
  lose: [acts.lose, 'danger', 'needed'],
} as const satisfies Acts<'paper-form', FormView>

/** A paper form, for its student and for staff. */
export function FormPage() {
  const w = useWords(paperFormWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const { portal } = useMe()
  const { data: of } = useSuspenseQuery(ask(getPaperForm, { params: useKey() }))
  const { stateOf, register } = useFormBrief()
  const isStaff = portal === 'school'
  const { school, student, agreement, status, scanned } = of
  return (
    <CasePage
      title={w.page.title(of.number)}
      back={isStaff ? '/school/paper-forms' : '/student/paper'}
      state={stateOf(of)}
      acts={of.actions.length > 0 ? <CaseActs kind="paper-form" of={of} acts={ACTS} words={w.act} /> : null}
      more={isStaff && isFormOut(status) && <PrintLink school={school.code} ids={[of.id]} label={w.print} />}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <p>{status === 'issued' ? w.page.out : w.page.over[status]}</p>
        {isStaff && isFormOut(status) && <p className="soft">{w.printHint}</p>}
        {isStaff && scanned && (
          <Note below={12} type={scanned === 'other' ? 'warning' : 'info'} title={w.page.scanned[scanned]} />
        )}
        <Facts
          of={[
            [
              w.number,
              <span key="number" className="mono">
                {of.number}
              </span>,
            ],
            [w.student, `${student.name} ${student.studentNumber}`],
            [w.college, `${student.college} ${student.major}`],
            [w.cause, register.cause[of.cause]],
            [w.issuedAt, figures.instant(of.issuedAt)],
            [
              w.page.agreement,
              agreement ? (
                <CaseLink
                  key="agreement"
                  portal={isStaff ? 'school' : 'student'}
                  kind="agreement"
                  school={school.code}
                  id={agreement.id}
                >
                  {agreement.number}
                </CaseLink>
              ) : (
                w.page.noAgreement
              ),
            ],
            ...(of.reason ? [[w.page.reason, of.reason] as const] : []),
          ]}
        />
      </section>
    </CasePage>
  )
}
