import type { AgreementView } from '../../../../contracts/agreements.ts'
import { SENT_BACK } from '../../../../domain/agreement/life.ts'
import { Note } from '../../../ui/note.tsx'
import { useWords } from '../../../words/language.tsx'
import { ReturnedFor } from '../../cases/returned-for.tsx'
import { EvidenceList } from '../../evidence/evidence-list.tsx'
import { termsWords } from '../../terms/words.ts'
import { agreementWords } from '../words.ts'

/** What must be known of a paper agreement before it is read: why it came back, and that nobody else vouches for its employer. */
export function PaperNotes({ of }: { of: AgreementView }) {
  const w = useWords(agreementWords)
  if (of.kind !== 'paper') return null
  return (
    <>
      {SENT_BACK.includes(of.status) && <ReturnedFor timeline={of.timeline} event="agreement.return" />}
      {of.employer.id === null && <Note below={12} type="info" title={w.notOnPlatform} />}
    </>
  )
}

/** The scans of a paper agreement. */
export function PaperScans({ of }: { of: AgreementView }) {
  const w = useWords(termsWords)
  if (of.kind !== 'paper') return null
  return (
    <section className="card">
      <h2>{w.scans}</h2>
      <EvidenceList school={of.school.code} files={of.evidence} />
    </section>
  )
}
