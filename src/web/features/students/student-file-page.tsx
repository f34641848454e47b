import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import * as contract from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { useFieldNames } from '../corrections/field-names.ts'
import { headlineOf } from '../destinations/headline.ts'
import { AnswerDue } from '../dissolutions/answer-due.tsx'
import { dissolutionWords } from '../dissolutions/words.ts'
import { HelpLink } from '../help/help-link.tsx'
import { IssueForm } from '../paper-forms/issue-forms.tsx'
import { Recovery } from '../recoveries/recovery.tsx'
import { TransferPapersLink } from '../transfer-papers/transfer-papers-link.tsx'
import { TransfersLink } from '../transfers/transfers-link.tsx'
import { EmploymentFacts } from './employment-facts.tsx'
import { EnrolmentActs } from './enrolment-acts.tsx'
import { FirstLogin } from './first-login.tsx'
import { OwnValues } from './own-values.tsx'
import { RosterHistory } from './roster-history.tsx'
import { rosterWords } from './roster-words.ts'
import { StudentBasics } from './student-basics.tsx'
import { studentWords } from './words.ts'
import './student-file.css'
import { caseOf } from '../destinations/case-of.ts'

/** Cases of one kind in a student's file; each line leads to its page. */
function Cases({ title, children }: { title: string; children: ReactNode[] }) {
  const w = useWords(uiWords)
  return (
    <section className="card">
      <h2>{title}</h2>
      {children.length === 0 ? w.none : <ul className="cases">{children}</ul>}
    </section>
  )
}

export function StudentFilePage() {
  const nameOf = useNameOf()
  const w = useWords(rosterWords)
  const figures = useFigures()
  const students = useWords(studentWords)
  const cases = useWords(caseWords)
  const dissolution = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const fieldNames = useFieldNames()
  const { school, id } = useKey()
  const { data: file } = useSuspenseQuery(ask(contract.getStudentFile, { params: { school, id } }))
  return (
    <>
      <h1>{file.name}</h1>
      <section className="card">
        <h2>{students.basics}</h2>
        <StudentBasics school={school} of={file} />
        <EnrolmentActs school={school} of={file} />
      </section>
      <OwnValues key={file.version} school={school} of={file} />
      {file.firstLogin && <FirstLogin school={school} id={id} of={file.firstLogin} />}
      {file.verified && <Recovery school={school} id={id} />}
      <section className="card">
        <h2>{students.employment}</h2>
        <EmploymentFacts of={file.employment} school={school} />
        <IssueForm school={school} student={id} />
        <TransferPapersLink ids={[id]} />
        <TransfersLink studentNumber={file.studentNumber} />
        <HelpLink school={school} id={id} />
      </section>
      <Cases title={w.agreements}>
        {file.agreements.map((row) => (
          <li key={row.id}>
            <CaseLink portal="school" kind="agreement" school={school} id={row.id}>
              {row.employerName}
            </CaseLink>
            <CaseStatus kind="agreement" of={row} />
            <span className="soft">
              {cases.agreementKind[row.kind]} · {row.number} · {figures.dayOf(row.formedAt)}
            </span>
          </li>
        ))}
      </Cases>
      <Cases title={w.dissolutions}>
        {file.dissolutions.map((row) => (
          <li key={row.id}>
            <CaseLink portal="school" kind="dissolution" school={school} id={row.id}>
              {row.employerName}
            </CaseLink>
            <CaseStatus kind="dissolution" of={row} />
            <AnswerDue of={row} />
            <span className="soft">
              {dissolution.askedBy}: {cases.side[row.askedBy]} · {dissolution.ground[row.ground]} ·{' '}
              {figures.dayOf(row.askedAt)}
            </span>
          </li>
        ))}
      </Cases>
      <Cases title={w.destinations}>
        {file.destinations.map((row) => (
          <li key={row.id}>
            <CaseLink portal="school" kind="destination" school={school} id={row.id}>
              {nameOf(row.category)}
            </CaseLink>
            <CaseStatus kind="destination" of={caseOf(row)} />
            <span className="soft">
              {headlineOf(row)} {figures.dayOf(row.declaredAt)}
            </span>
          </li>
        ))}
      </Cases>
      <Cases title={w.corrections}>
        {file.corrections.map((row) => (
          <li key={row.id}>
            <CaseLink portal="school" kind="correction" school={school} id={row.id}>
              {fieldNames(row.fields)}
            </CaseLink>
            <CaseStatus kind="correction" of={row} />
            <span className="soft">{figures.dayOf(row.submittedAt)}</span>
          </li>
        ))}
      </Cases>
      <RosterHistory school={school} id={id} />
      <section className="card">
        <h2>{w.history}</h2>
        {file.timeline.length === 0 ? ui.none : <Timeline of={file.timeline} />}
      </section>
    </>
  )
}
