import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getTrackRecord, type TrackFact } from '../../../contracts/track-records.ts'
import { PUBLIC_POSTS, REFUSED_POSTS } from '../../../domain/post/life.ts'
import { PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { AdmissionMark } from '../admissions/admission-mark.tsx'
import { admissionWords } from '../admissions/words.ts'
import { CaseLink } from '../cases/case-link.tsx'
import { Deregistration } from '../deregistrations/deregistration.tsx'
import { dissolutionWords } from '../dissolutions/words.ts'
import { reportWords } from '../post-reports/words.ts'
import { postWords } from '../posts/words.ts'
import { talkWords } from '../talks/words.ts'
import { trackWords } from './words.ts'

/** What a fact says, in the words of the case that it comes from. */
function useWhat() {
  const w = useWords(trackWords)
  const admissions = useWords(admissionWords)
  const posts = useWords(postWords)
  const reports = useWords(reportWords)
  const dissolutions = useWords(dissolutionWords)
  const talks = useWords(talkWords)
  return (of: TrackFact): string => {
    switch (of.kind) {
      case 'admission':
        return admissions.decision[of.what]
      case 'post':
        return posts.status[of.what]
      case 'post-report':
        return reports.ground[of.what]
      case 'dissolution':
        return dissolutions.ground[of.what]
      case 'talk':
        return PUBLIC_TALKS.includes(of.what) ? w.held : talks.status[of.what]
    }
  }
}

/** What is known of an employer: facts with their date and where they are read (AT-22), and no score. */
export function TrackRecordPage() {
  const w = useWords(trackWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const whatOf = useWhat()
  const school = useMySchool()
  const { id } = useParams({ from: '/school/employers/$id' })
  const { address, shown, change, isTurning } = useListAddress<{ after: string }>()
  const { data: of } = useSuspenseQuery(
    ask(getTrackRecord, { params: { school, id }, query: { after: shown.after ?? '' } }),
  )
  const { counts, answerRate: rate } = of
  const postsIn = (statuses: readonly (keyof typeof of.posts)[]) =>
    statuses.reduce((sum, status) => sum + (of.posts[status] ?? 0), 0)
  return (
    <div className="column">
      <BackButton list="/school/admissions" />
      <h1>
        {of.employer.name} · {w.title}
      </h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <h2>{w.figures}</h2>
        <Facts
          of={[
            [w.creditCode, of.employer.creditCode],
            [w.admission, <AdmissionMark key="mark" status={of.status} turn={null} />],
            [w.published, postsIn(PUBLIC_POSTS)],
            [w.posts, Object.values(of.posts).reduce((sum, n) => sum + n, 0)],
            [w.takenDown, postsIn(REFUSED_POSTS)],
            [w.answerRate, rate ? w.rateSaid(rate.percent, rate.answered, rate.n) : w.tooFew],
            [w.reports, counts.reports],
            [w.dissolutions, counts.dissolutions],
            [w.talks, w.talksSaid(counts.talksHeld, counts.talksCalledOff)],
          ]}
        />
        <p>
          <CaseLink portal="school" kind="admission" school={school} id={id}>
            {w.toAdmission}
          </CaseLink>
        </p>
      </section>
      <Deregistration school={school} id={id} />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <h2>{w.facts}</h2>
        {of.facts.length === 0 && <div className="empty">{w.none}</div>}
        <ol className="timeline">
          {of.facts.map((fact) => (
            <li key={`${fact.kind}${fact.school.code}${fact.id}${fact.at}`}>
              {w.kind[fact.kind]} · {whatOf(fact)}
              {fact.school.code === school ? (
                fact.kind !== 'admission' && (
                  <>
                    {' · '}
                    <CaseLink portal="school" kind={fact.kind} school={school} id={fact.id}>
                      {fact.title ?? w.kind[fact.kind]}
                    </CaseLink>
                  </>
                )
              ) : (
                <> · {nameOf(fact.school)}</>
              )}
              <br />
              <small>{figures.instant(fact.at)}</small>
              {fact.reason && <div>{fact.reason}</div>}
            </li>
          ))}
        </ol>
        <OnwardPages label={w.facts} after={address.after} next={of.next} onPage={change} />
      </section>
    </div>
  )
}
