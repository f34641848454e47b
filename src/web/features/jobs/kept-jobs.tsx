import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listFavourites } from '../../../contracts/jobs.ts'
import { isPublicPost } from '../../../domain/post/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { postWords } from '../posts/words.ts'
import { useJobSaid } from './job-said.ts'
import { KeepButton } from './keep-button.tsx'
import { marketWords } from './words.ts'
import './jobs.css'

/** 收藏, with what has become of each. */
export function KeptJobs() {
  const w = useWords(marketWords)
  const posts = useWords(postWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change } = useListAddress<{ after: string }>()
  const query = { after: shown.after ?? '' }
  const { data } = useSuspenseQuery(ask(listFavourites, { params: { school }, query }))
  const say = useJobSaid(data.names)
  return (
    <section className="card">
      {data.items.length === 0 && <div className="empty">{w.noKept}</div>}
      <ul className="market" aria-label={w.tabs.kept}>
        {data.items.map((job) => {
          const isOpen = isPublicPost(job.status)
          return (
            <li key={job.id}>
              <div>
                <p>
                  {isOpen ? (
                    <Link to="/student/jobs/$shortId" params={{ shortId: job.shortId }}>
                      {job.title}
                    </Link>
                  ) : (
                    job.title
                  )}{' '}
                  <span className="job-pay">{say.pay(job)}</span>
                </p>
                <p>
                  {job.employer} ·{' '}
                  <StateMark standing={isOpen ? 'done' : 'over'}>
                    {isOpen ? w.isOpen : posts.status[job.status]}
                  </StateMark>
                </p>
                <p className="soft">
                  {say.facts(job)} · {w.keptAt} {figures.dayOf(job.keptAt)}
                </p>
              </div>
              <div className="market-acts">
                <KeepButton shortId={job.shortId} isKept title={job.title} />
              </div>
            </li>
          )
        })}
      </ul>
      <OnwardPages label={w.tabs.kept} after={address.after} next={data.next} onPage={change} />
    </section>
  )
}
