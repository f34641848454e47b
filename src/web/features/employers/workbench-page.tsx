import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { employerWorkbench } from '../../../contracts/employers.ts'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import type { InvitationStatus } from '../../../domain/invitation/life.ts'
import { ask } from '../../call.ts'
import { Tiles } from '../../ui/tiles.tsx'
import { useWords } from '../../words/language.tsx'
import { employerWords } from './words.ts'

export function WorkbenchPage() {
  const w = useWords(employerWords)
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const tiles = [
    [
      '/employer/invitations',
      { status: 'pending' satisfies InvitationStatus },
      w.pending,
      data.pendingInvitations,
    ],
    ['/employer/invitations', { ending: 'soon' }, w.soon, data.endingSoon],
    [
      '/employer/agreements',
      { status: 'returned' satisfies AgreementStatus },
      w.returned,
      data.returnedAgreements,
    ],
    ['/employer/agreements', { answer: 'cancellation' }, w.toAnswer, data.toAnswer],
    ['/employer/dissolutions', {}, w.dissolutions, data.dissolutionsToAnswer],
    ['/employer/agreements', { status: 'in_review' satisfies AgreementStatus }, w.inReview, data.inReview],
    ['/employer/agreements', { status: 'effective' satisfies AgreementStatus }, w.effective, data.effective],
  ] as const
  return (
    <>
      <h1>{w.title}</h1>
      <Tiles>
        {tiles.map(([to, search, name, count]) => (
          <Link key={name} className="tile" to={to} search={search}>
            <strong>{count}</strong>
            <span>{name}</span>
          </Link>
        ))}
      </Tiles>
      <section className="card">
        <h2>{w.schools}</h2>
        {data.schools.length === 0 && <p>{w.empty}</p>}
        <ul>
          {data.schools.map(({ code, name, admitted, minDays, maxDays }) => (
            <li key={code}>
              {name} · {admitted ? w.admitted : w.notAdmitted} · {w.days(minDays, maxDays)}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
