import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Output } from '../../../../contracts/address.ts'
import { getDissolutionProof } from '../../../../contracts/dissolutions.ts'
import { COMPLETED, OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { ask, ProblemError } from '../../../call.ts'
import { Facts } from '../../../ui/facts.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { Loading } from '../../../ui/loading.tsx'
import { PublicPage } from '../../../ui/top.tsx'
import { useWords } from '../../../words/language.tsx'
import { ProblemNote } from '../../cases/problem-note.tsx'
import { StatusTag } from '../../cases/status-tag.tsx'
import { caseWords } from '../../cases/words.ts'
import { proofWords } from './words.ts'

const EVERY_MINUTE = 60_000
/** The code is not known, or not in the form of one. */
const UNKNOWN = [404, 422]

/** What the next employer sees of a dissolution, live and without signing in. */
export function ProofPage() {
  const params = useParams({ from: '/proof/$school/$code' })
  const w = useWords(proofWords)
  const { data, error } = useQuery({
    ...ask(getDissolutionProof, { params }),
    refetchInterval: EVERY_MINUTE,
  })
  const isUnknown = error instanceof ProblemError && UNKNOWN.includes(error.problem?.status ?? 0)
  return (
    <PublicPage>
      <h1>{w.title}</h1>
      {isUnknown ? <p role="alert">{w.unknown}</p> : <ProblemNote error={error} />}
      {data && <Proof of={data} />}
      {!data && !error && <Loading />}
      <p className="soft">{w.lead}</p>
    </PublicPage>
  )
}

/** Its state now, and plainly when it is over. */
function Proof({ of: proof }: { of: Output<typeof getDissolutionProof> }) {
  const w = useWords(proofWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const over = COMPLETED.includes(proof.status)
    ? [w.completed, w.completedText]
    : [w.notDissolved, w.notDissolvedText]
  const [title, text] = OPEN_DISSOLUTION.includes(proof.status) ? [w.running, w.runningText] : over
  return (
    <section className="card" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      <Facts
        of={[
          [w.stage, <StatusTag key="s" kind="dissolutionStatus" status={proof.status} isMine={null} />],
          [w.school, proof.schoolName],
          [w.student, proof.maskedStudentName],
          [cases.employer, proof.employerName],
          [
            cases.agreementNumber,
            <span key="n" className="mono">
              {proof.number}
            </span>,
          ],
          [w.asked, figures.instant(proof.askedAt)],
          ...(proof.endedAt ? [[w.ended, figures.instant(proof.endedAt)] as const] : []),
          [w.asOf, figures.instant(proof.serverTime)],
        ]}
      />
    </section>
  )
}
