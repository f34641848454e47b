import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getOwnEmployer } from '../../../contracts/employer-records.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { AdmissionMark } from './admission-mark.tsx'
import { VerificationNote } from './verification-note.tsx'
import { admissionWords } from './words.ts'
import './schools.css'

/** 合作学校: where the employer stands with each school that it has asked, and those that it may ask. */
export function SchoolsPage() {
  const w = useWords(admissionWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const { employer } = useMe()
  const { data } = useSuspenseQuery(ask(getOwnEmployer))
  return (
    <>
      <h1>{w.schools}</h1>
      <p>{w.schoolsLead}</p>
      <section className="card">
        <h2>{w.asked}</h2>
        {data.admissions.length === 0 && <p>{w.notAsked}</p>}
        <ul className="school-list">
          {data.admissions.map(({ school, status, turn, reason, waitingSince, verification, verifyDue }) => (
            <li key={school.code}>
              <div>
                <Link
                  to={caseAddress('employer', {
                    kind: 'admission',
                    school: school.code,
                    id: employer?.id ?? '',
                  })}
                >
                  {nameOf(school)}
                </Link>
                {reason && <p className="soft">{reason}</p>}
                <VerificationNote verification={verification} verifyDue={verifyDue} />
              </div>
              <AdmissionMark status={status} turn={turn} />
              <small className="soft">{figures.instant(waitingSince)}</small>
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>{w.others}</h2>
        {data.others.length === 0 && <p>{w.noOthers}</p>}
        <ul className="school-list">
          {data.others.map((school) => (
            <li key={school.code}>
              <div>{nameOf(school)}</div>
              <Link to="/employer/apply/$school" params={{ school: school.code }}>
                {w.applyTo}
                <span className="unseen"> {nameOf(school)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
