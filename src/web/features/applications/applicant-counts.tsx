import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { countApplicants } from '../../../contracts/applications.ts'
import { UNANSWERED } from '../../../domain/application/life.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { applicationWords } from './words.ts'

/** How many have applied for a post, and how far they have come; the way to them. */
export function ApplicantCounts({ post }: { post: string }) {
  const w = useWords(applicationWords).counts
  const { data } = useSuspenseQuery(ask(countApplicants, { params: { id: post } }))
  const { counts, invited, signed } = data
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const waiting = UNANSWERED.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <Facts
        of={[
          [w.all, all],
          [w.waiting, waiting],
          [w.shortlisted, counts.shortlisted ?? 0],
          [w.offered, counts.offered ?? 0],
          [w.invited, invited],
          [w.signed, signed],
        ]}
      />
      <p>
        <Link to="/employer/applications" search={{ post }}>
          {w.see}
        </Link>
      </p>
    </section>
  )
}
