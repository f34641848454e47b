import { useSuspenseQuery } from '@tanstack/react-query'
import { getDissolution } from '../../../contracts/dissolutions.ts'
import { AWAITED, endsAgreement, MEDIATED, OPEN_DISSOLUTION } from '../../../domain/dissolution/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseTimeline } from '../case-status/case-timeline.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { useKey } from '../cases/key.ts'
import { CodesLink } from '../documents/shown-to-others.tsx'
import { slowlyWhileSealed, useWordOfSeal } from '../documents/while-sealed.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { DissolutionActs } from './answering/dissolution-acts.tsx'
import { CertificateDownloads, CertificateNotes } from './certificates.tsx'
import { DissolutionFacts } from './dissolution-facts.tsx'
import { dissolutionWords } from './words.ts'

/** One request for all three sides: what is asked and why, where it stands, and what this reader may do now. */
export function DissolutionPage() {
  const params = useKey()
  const w = useWords(dissolutionWords).page
  const portal = useCasePortal()
  const { data: d, refetch } = useSuspenseQuery({
    ...ask(getDissolution, { params }),
    refetchInterval: ({ state: { data } }) => slowlyWhileSealed(Object.values(data?.certificates ?? {})),
  })
  useWordOfSeal(Object.values(d.certificates), refetch)
  const isMediated = MEDIATED.includes(d.status)
  const isOpen = OPEN_DISSOLUTION.includes(d.status)
  return (
    <CasePage
      title={`${w.title} · ${portal === 'student' ? d.employerName : d.student.name}`}
      back={`/${portal}/dissolutions`}
      state={<CaseStatus kind="dissolution" of={d} />}
      due={
        d.answerBy && AWAITED.includes(d.status) ? (
          <Countdown until={d.answerBy} left={w.left} over={w.over[d.askedBy]} />
        ) : (
          isMediated && <p>{w.over[d.askedBy]}</p>
        )
      }
      acts={d.actions.length > 0 ? <DissolutionActs of={d} /> : null}
      more={
        <>
          {d.proofCode && (isOpen || endsAgreement(d)) && (
            <CaseLink portal="student" kind="dissolution" {...params} page="certificate">
              {isOpen ? w.certificate : w.dissolved}
            </CaseLink>
          )}
          <CertificateDownloads of={d} />
          <CodesLink kind="dissolution" {...params} />
          <CaseLink portal={portal} kind="agreement" {...params} id={d.agreement.id}>
            {w.agreement}
          </CaseLink>
        </>
      }
      notes={<CertificateNotes of={d} />}
      timeline={<CaseTimeline kind="dissolution" of={d} events={d.timeline} />}
    >
      <section className="card">
        <DissolutionFacts of={d} />
      </section>
      {d.evidence.length > 0 && (
        <section className="card">
          <h2>{w.evidence}</h2>
          <EvidenceList school={params.school} files={d.evidence} />
        </section>
      )}
    </CasePage>
  )
}
