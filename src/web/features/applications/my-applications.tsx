import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listMyApplications } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { APPLICATION_STATUSES, type ApplicationStatus } from '../../../domain/application/life.ts'
import { isPublicPost } from '../../../domain/post/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { postWords } from '../posts/words.ts'
import { ApplicationMark } from './application-mark.tsx'
import { applicationWords } from './words.ts'

/** 我的投递: what the student has applied for, and how each stands. */
export function MyApplications() {
  const w = useWords(applicationWords)
  const posts = useWords(postWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change } = useListAddress<{
    tab: string
    status: ApplicationStatus
    after: string
  }>()
  const query = { status: shown.status, after: shown.after ?? '' }
  const { data } = useSuspenseQuery(ask(listMyApplications, { params: { school }, query }))
  return (
    <section className="card">
      <Filters>
        <ChoiceFilter<ApplicationStatus>
          label={w.state}
          all={w.anyState}
          value={address.status ?? ''}
          onChange={(status) => change({ status, after: undefined })}
          options={APPLICATION_STATUSES.map((value) => ({ value, label: w.status[value] }))}
        />
      </Filters>
      {data.items.length === 0 && <div className="empty">{address.status ? w.noneSuch : w.noMine}</div>}
      <ul className="market" aria-label={w.mine}>
        {data.items.map((of) => (
          <li key={of.id}>
            <div>
              <p>
                <Link to={caseAddress('student', { kind: 'application', school, id: of.id })}>
                  {of.title}
                </Link>
              </p>
              <p>
                {of.employer} · <ApplicationMark status={of.status} reader="student" />
                {of.noAnswerYet && ` · ${w.noAnswerYet}`}
              </p>
              <p className="soft">
                {w.appliedAt} {figures.dayOf(of.appliedAt)} · {w.changedAt} {figures.dayOf(of.changedAt)}
                {!isPublicPost(of.postStatus) && ` · ${w.postNow} ${posts.status[of.postStatus]}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <OnwardPages label={w.mine} after={address.after} next={data.next} onPage={change} />
    </section>
  )
}
