import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { getAgreement } from '../../../contracts/agreements.ts'
import type { CasePortal } from '../../../contracts/case-address.ts'
import type { AgreementKind } from '../../../domain/agreement/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { useKey } from '../cases/key.ts'
import { caseWords } from '../cases/words.ts'
import { DissolutionRefused, SeeDissolution } from '../dissolutions/on-agreement.tsx'
import { useNoticeLines } from '../notice-texts/notice-lines.ts'
import { Sheet } from '../terms/sheet.tsx'
import { Changes, TermsView, Warnings } from '../terms/terms-view.tsx'
import { termsWords } from '../terms/words.ts'
import { AgreementActs } from './agreement-acts.tsx'
import { Notables } from './notables.tsx'
import { PaperNotes, PaperScans } from './paper/paper-parts.tsx'
import { agreementWords } from './words.ts'
import './agreement.css'
import '../../ui/notice.css'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { CaseStatus, CaseTimeline } from '../case-status/case-status.tsx'

/** Where an agreement stands among others. */
const LISTS = {
  student: { online: '/student/invitations', paper: '/student/paper' },
  employer: { online: '/employer/agreements', paper: '/employer/agreements' },
  school: { online: '/school/agreements', paper: '/school/agreements' },
} as const satisfies Record<CasePortal, Record<AgreementKind, string>>

export function AgreementPage() {
  const params = useKey()
  const w = useWords(agreementWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const t = useWords(termsWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const linesOf = useNoticeLines()
  const portal = useCasePortal()
  const { data: a } = useSuspenseQuery(ask(getAgreement, { params }))
  // What was certified once and is no longer in force was dissolved.
  const isOver = a.effectiveAt !== null && !a.certified
  const marks = a.sealBy
    ? { mark: w.awaitsSeal, text: w.awaitsSealText }
    : {
        mark: isOver ? cases.agreementStatus[a.status] : w.notCertified,
        text: isOver ? w.dissolvedText : w.notCertifiedText,
      }
  const { mark } = marks
  const other = portal === 'student' ? a.employer.name : a.student.name
  return (
    <CasePage
      title={`${other} · ${a.terms.position}`}
      back={LISTS[portal][a.kind]}
      state={<CaseStatus kind="agreement" of={a} />}
      acts={a.actions.length > 0 ? <AgreementActs of={a} /> : null}
      more={
        <>
          <SeeDissolution of={a} />
          <Button onClick={() => window.print()}>{ui.print}</Button>
        </>
      }
      notes={
        <>
          <DissolutionRefused of={a} />
          {a.cancellationBy && <Note below={12} type="warning" title={w.cancellation[a.cancellationBy]} />}
          {a.sealBy && <Note below={12} type="info" title={w.sealBy(figures.said.deadline(a.sealBy))} />}
          {a.dataChangedSince && <Note below={12} type="info" title={w.dataChanged} />}
          <PaperNotes of={a} />
          {a.notables.length > 0 ? <Notables of={a.notables} /> : <Warnings of={a.warnings} />}
          {a.amendment && (
            <section className="card">
              <h2>{w.amendment}</h2>
              <Warnings of={a.amendment.warnings} />
              <Changes of={a.amendment.changes} />
            </section>
          )}
        </>
      }
      timeline={<CaseTimeline kind="agreement" of={a} events={a.timeline} />}
    >
      {!a.certified && <div className="watermark" aria-hidden="true" data-mark={mark} />}
      <Sheet header={`${cases.agreementNumber} ${a.number}`}>
        <div className="stamp">{a.certified ? w.certified : mark}</div>
        <h2 className="sheet-title">{w.title}</h2>
        {!a.certified && <p>{marks.text}</p>}
        <Facts
          of={[
            [
              cases.agreementNumber,
              <span key="n" className="mono">
                {a.number}
              </span>,
            ],
            [cases.review, <CaseStatus key="s" kind="agreement" of={a} />],
            [w.kindOfSigning, cases.agreementKind[a.kind]],
            [t.employer, a.employer.name],
            [t.creditCode, a.employer.creditCode],
            [cases.student, `${a.student.name} ${a.student.studentNumber}`],
            [cases.graduatedFrom, nameOf(a.school)],
            [cases.college, a.student.college],
            [cases.major, a.student.major],
            ...(a.signedOn ? [[cases.signedOn, figures.day(a.signedOn)] as const] : []),
            [a.signedOn ? w.registeredAt : w.formedAt, figures.instant(a.formedAt)],
            ...(a.placeTags.length > 0
              ? [[w.placeTags, a.placeTags.map((tag) => w.tags[tag]).join(w.between)] as const]
              : []),
            ...(a.isSealed
              ? [[w.sealedAt, a.sealedAt ? figures.instant(a.sealedAt) : w.notSealed] as const]
              : []),
            [w.effectiveAt, a.effectiveAt ? figures.instant(a.effectiveAt) : ui.none],
          ]}
        />
        <TermsView terms={a.terms} />
        <p>{w.notContract}</p>
        <p className="mono">
          {w.fingerprint}: {a.termsHash}
        </p>
      </Sheet>
      <PaperScans of={a} />
      {a.notice && (
        <details className="card read-once">
          <summary>{w.notice(a.notice.version, figures.instant(a.notice.savedAt))}</summary>
          <ol>
            {linesOf(a.notice).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      {a.history.length > 0 && (
        <section className="card">
          <h2>{w.history}</h2>
          {a.history.map(({ at, changes }) => (
            <div key={at}>
              <small>{figures.instant(at)}</small>
              <Changes of={changes} />
            </div>
          ))}
        </section>
      )}
    </CasePage>
  )
}
