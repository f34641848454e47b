import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { addressOf } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getJob, type JobView } from '../../../contracts/jobs.ts'
import { readJobAttachment } from '../../../contracts/post-files.ts'
import { reportPost } from '../../../contracts/post-reports.ts'
import { REPORT_GROUNDS, type ReportGround } from '../../../domain/post-report/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ApplyButton } from '../applications/apply-button.tsx'
import { applicationWords } from '../applications/words.ts'
import { ActButton } from '../cases/act-button.tsx'
import { reportWords } from '../post-reports/words.ts'
import { ContentFacts } from '../posts/content-facts.tsx'
import { jobWords } from '../posts/words.ts'
import { useJobSaid } from './job-said.ts'
import { KeepButton } from './keep-button.tsx'
import { marketWords } from './words.ts'

/** What is wrong with it, and in the student's words. */
function ReportButton({ of, school }: { of: JobView; school: string }) {
  const w = useWords(reportWords)
  const client = useQueryClient()
  return (
    <ActButton<{ reportGround: ReportGround | null }>
      {...w.report}
      kind="danger"
      reason="needed"
      asked={{
        initial: { reportGround: null },
        names: { reportGround: w.about, reportText: w.report.asksFor },
        faults: ({ reportGround }) => ({ reportGround: reportGround ? null : w.groundNeeded }),
        show: ({ reportGround }, put, at) => (
          <>
            <OneOf<ReportGround>
              label={w.about}
              value={reportGround}
              onChange={(chosen) => put({ reportGround: chosen })}
              options={REPORT_GROUNDS.map((value) => ({ value, label: w.ground[value] }))}
              at={at('reportGround')}
            />
            <FieldFault of={at('reportText')} />
          </>
        ),
      }}
      act={(reportText, { reportGround }) =>
        call(reportPost, {
          params: { school, shortId: of.shortId },
          // The dialog sends nothing without one.
          body: { reportGround: reportGround ?? 'other', reportText },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}

/** Whom to ask, by a finger: as the public page has it. */
function Contact({ of: { name, phone, email, shown } }: { of: JobView['content']['contact'] }) {
  const jobs = useWords(jobWords)
  if (!shown || name === '') return <p className="soft">{jobs.contactHidden}</p>
  return (
    <p>
      {name}
      {phone && (
        <>
          {' · '}
          <a href={`tel:${phone}`}>{phone}</a>
        </>
      )}
      {email && (
        <>
          {' · '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </p>
  )
}

/** A post that is open to the student. */
export function JobPage() {
  const w = useWords(marketWords)
  const jobs = useWords(jobWords)
  const applications = useWords(applicationWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { shortId } = useParams({ from: '/student/jobs/$shortId' })
  const { data: of } = useSuspenseQuery(ask(getJob, { params: { school, shortId } }))
  const say = useJobSaid(of.names)
  const called = (key: string) => (of.names[key] ? nameOf(of.names[key]) : '')
  return (
    <CasePage
      title={of.content.title}
      back="/student/jobs"
      state={
        <>
          <p>
            {say.pay(of.content)} · {of.employer}
          </p>
          <p className="soft">
            {[
              called(`employer_nature/${of.nature}`),
              called(`industry/${of.industry}`),
              jobs.recruits(of),
              of.content.audience === 'students' ? w.studentsOnly : '',
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <a href={`/s/${school}/employers/${of.employerId}`}>{w.page.employerPage}</a>
          </p>
          {of.answerRate && (
            <p className="soft">{applications.answers(of.answerRate.percent, of.answerRate.n)}</p>
          )}
          {of.report && <p>{w.page.reported}</p>}
          {!of.application && of.resumes.length === 0 && <p>{applications.noResume}</p>}
        </>
      }
      acts={
        <>
          <ApplyButton of={of} school={school} />
          <KeepButton shortId={shortId} isKept={of.isFavourite} title={of.content.title} />
          {of.report ? (
            <PlainLink to={caseAddress('student', { kind: 'post-report', school, id: of.report })}>
              {w.page.seeReport}
            </PlainLink>
          ) : (
            <ReportButton of={of} school={school} />
          )}
        </>
      }
      timeline={null}
    >
      <section className="card">
        <ContentFacts
          of={of.content}
          names={of.names}
          attachmentAt={addressOf(readJobAttachment, { params: { school, shortId }, query: {} })}
          without={['contact', 'audience', 'shownOn']}
        />
        <h3>{jobs.contact}</h3>
        <Contact of={of.content.contact} />
        <p className="soft">{jobs.warning}</p>
      </section>
    </CasePage>
  )
}
