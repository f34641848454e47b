import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { getAgreement } from '../../../contracts/agreements.ts'
import type { CasePortal } from '../../../contracts/case-address.ts'
import type { AgreementKind } from '../../../domain/agreement/life.ts'
import { canBeVerified } from '../../../domain/verification-code/owning.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseTimeline } from '../case-status/case-timeline.tsx'
import { useKey } from '../cases/key.ts'
import { DissolutionRefused, SeeDissolution } from '../dissolutions/on-agreement.tsx'
import { CodesLink } from '../documents/shown-to-others.tsx'
import { slowlyWhileSealed, useWordOfSeal } from '../documents/while-sealed.ts'
import { PlaceTags } from '../places/place-tags.tsx'
import { Changes, Warnings } from '../terms/terms-view.tsx'
import { AgreementActs } from './agreement-acts.tsx'
import { AgreementSheet } from './agreement-sheet.tsx'
import { AgreementSealNote, DocumentLinks } from './document-links.tsx'
import { Notables } from './notables.tsx'
import { PaperNotes, PaperScans } from './paper/paper-parts.tsx'
import { agreementWords } from './words.ts'

/** Where an agreement stands among others. */
const LISTS = {
  student: { online: '/student/invitations', paper: '/student/paper' },
  employer: { online: '/employer/agreements', paper: '/employer/agreements' },
  school: { online: '/school/agreements', paper: '/school/agreements' },
} as const satisfies Record<CasePortal, Record<AgreementKind, string>>

export function AgreementPage() {
  const params = useKey()
  const w = useWords(agreementWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const portal = useCasePortal()
  const { data: a, refetch } = useSuspenseQuery({
    ...ask(getAgreement, { params }),
    refetchInterval: ({ state: { data } }) => slowlyWhileSealed([data?.document ?? null]),
  })
  useWordOfSeal([a.document], refetch)
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
          <DocumentLinks of={a} />
          {canBeVerified(a) && <CodesLink kind="agreement" {...params} />}
          <Button onClick={() => window.print()}>{ui.print}</Button>
        </>
      }
      notes={
        <>
          <AgreementSealNote of={a} />
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
      <AgreementSheet of={a} />
      <PlaceTags of={a.placeTags} />
      <PaperScans of={a} />
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
