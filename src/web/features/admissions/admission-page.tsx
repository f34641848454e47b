import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type AdmissionView, getAdmission } from '../../../contracts/admissions.ts'
import { listEmployerHistory } from '../../../contracts/employer-records.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { DeclaredChanges } from '../registration/declared-changes.tsx'
import { EmployerFacts } from '../registration/employer-facts.tsx'
import { EmployerHistory } from '../registration/employer-history.tsx'
import { AdmissionActs } from './admission-acts.tsx'
import { AdmissionMark } from './admission-mark.tsx'
import { BarredFacts, Barring } from './barring.tsx'
import { VerificationNote } from './verification-note.tsx'
import { admissionWords } from './words.ts'

/** What other schools have decided: which, what, why and when (AT-22). */
function Elsewhere({ of }: { of: NonNullable<AdmissionView['elsewhere']> }) {
  const w = useWords(admissionWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  return (
    <section className="card">
      <h2>{w.page.elsewhere}</h2>
      {of.length === 0 ? (
        <p>{w.page.noElsewhere}</p>
      ) : (
        <>
          <p className="soft">{w.page.elsewhereNote}</p>
          <ol className="timeline">
            {of.map(({ school, decision, reason, at }) => (
              <li key={`${school.code}${at}${decision}`}>
                {nameOf(school)} · {w.decision[decision]}
                <br />
                <small>{figures.instant(at)}</small>
                {reason && <div>{reason}</div>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** An employer's admission by one school, for both. */
export function AdmissionPage() {
  const w = useWords(admissionWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const { portal } = useMe()
  const key = useKey()
  const { data: of } = useSuspenseQuery(ask(getAdmission, { params: key }))
  const isSchools = portal === 'school'
  return (
    <CasePage
      title={isSchools ? of.employer.name : w.page.title(of.employer.name, nameOf(of.school))}
      back={isSchools ? '/school/admissions' : '/employer/schools'}
      state={
        <>
          <AdmissionMark status={of.status} turn={of.turn} />
          <VerificationNote verification={of.verification} verifyDue={of.verifyDue} />
          {of.reason && !of.barring && (
            <p>
              {w.page.said}: {of.reason}
            </p>
          )}
          {isSchools && (
            <p>
              <Link to="/school/employers/$id" params={{ id: of.id }}>
                {w.page.record}
              </Link>
            </p>
          )}
        </>
      }
      acts={of.actions.length > 0 ? <AdmissionActs of={of} /> : null}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {of.declared && (
        <DeclaredChanges
          inEffect={of.inEffect}
          declared={of.declared}
          title={w.page.declared}
          note={w.page.declaredNote}
        />
      )}
      <Barring of={of} />
      {of.barred && <BarredFacts of={of.barred} />}
      {of.elsewhere && <Elsewhere of={of.elsewhere} />}
      <section className="card">
        <h2>{w.page.facts}</h2>
        <EmployerFacts
          of={of.inEffect}
          creditCode={of.employer.creditCode}
          more={[
            [w.page.appliedAt, figures.instant(of.appliedAt)],
            [w.page.admittedAt, of.admittedAt ? figures.instant(of.admittedAt) : ui.none],
            [w.page.verifyDue, of.verifyDue ? figures.day(of.verifyDue) : ui.none],
          ]}
        />
      </section>
      <section className="card">
        <h2>{w.page.files}</h2>
        {of.evidence.length === 0 ? (
          <p>{w.page.noFiles}</p>
        ) : (
          <EvidenceList school={of.school.code} files={of.evidence} />
        )}
      </section>
      {isSchools && <EmployerHistory ask={(query) => ask(listEmployerHistory, { params: key, query })} />}
    </CasePage>
  )
}
