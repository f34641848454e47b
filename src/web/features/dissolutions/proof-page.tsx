import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getDissolutionProof } from '../../../contracts/dissolutions.ts'
import { OPEN_DISSOLUTION } from '../../../domain/dissolution.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { showInstant } from '../../ui/moment.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { LanguageSwitch, Top } from '../../ui/top.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'

const EVERY_MINUTE = 60_000

/** What the next employer sees of a dissolution: its state now, and plainly when it is over. */
export function ProofPage() {
  const params = useParams({ strict: false }) as { school: string; code: string }
  const words = useWords()
  const w = words.dissolution.proof
  const { language } = useLanguage()
  const { data: proof } = useSuspenseQuery({
    ...ask(getDissolutionProof, { params }),
    refetchInterval: EVERY_MINUTE,
  })
  const isRunning = OPEN_DISSOLUTION.includes(proof.status)
  const over =
    proof.status === 'completed' ? [w.completed, w.completedText] : [w.notDissolved, w.notDissolvedText]
  const [title, text] = isRunning ? [w.running, w.runningText] : over
  return (
    <>
      <Top>
        <LanguageSwitch />
      </Top>
      <main id="content" className="page">
        <h1>{w.title}</h1>
        <section className="card" role="status">
          <h2>{title}</h2>
          <p>{text}</p>
          <Facts
            of={[
              [w.stage, <StatusTag key="s" kind="dissolutionStatus" status={proof.status} />],
              [w.school, proof.schoolName],
              [w.student, proof.maskedStudentName],
              [words.list.employer, proof.employerName],
              [
                words.agreement.number,
                <span key="n" className="mono">
                  {proof.number}
                </span>,
              ],
              [words.dissolution.page.asked, showInstant(proof.askedAt, language)],
              ...(proof.endedAt
                ? [[words.dissolution.page.ended, showInstant(proof.endedAt, language)] as const]
                : []),
              [words.dissolution.certificate.asOf, showInstant(proof.serverTime, language)],
            ]}
          />
        </section>
        <p className="soft">{w.lead}</p>
      </main>
    </>
  )
}
