import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyInterviews } from '../../../contracts/interviews.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { InterviewMark } from './interview-mark.tsx'
import { Place } from './interview-part.tsx'
import { interviewWords } from './words.ts'

/** 我的面试: what employers have arranged with the student, what was changed last first. */
export function MyInterviews() {
  const w = useWords(interviewWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change } = useListAddress<{ tab: string; after: string }>()
  const query = { after: shown.after ?? '' }
  const { data } = useSuspenseQuery(ask(listMyInterviews, { params: { school }, query }))
  return (
    <section className="card">
      {data.items.length === 0 && <div className="empty">{w.noMine}</div>}
      <ul className="market" aria-label={w.mine}>
        {data.items.map((of) => (
          <li key={of.id}>
            <div>
              <p>
                <Link to={caseAddress('student', { kind: 'application', school, id: of.applicationId })}>
                  {of.title}
                </Link>
              </p>
              <p>
                {of.employer} <InterviewMark status={of.status} reader="student" />
              </p>
              <p className="soft">
                {of.beginsAt && of.endsAt && `${figures.span(of.beginsAt, of.endsAt)} · `}
                <Place of={of} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <OnwardPages label={w.mine} after={address.after} next={data.next} onPage={change} />
    </section>
  )
}
