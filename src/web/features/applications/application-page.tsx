import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import {
  type ApplicationView,
  applicationActs as acts,
  getApplication,
  sentResume,
} from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { isUnanswered } from '../../../domain/application/life.ts'
import { isPublicPost } from '../../../domain/post/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { InterviewPart } from '../interviews/interview-part.tsx'
import { postWords } from '../posts/words.ts'
import { ResumeWithFiles } from '../resumes/resume-read.tsx'
import { ACTS } from './application-acts.tsx'
import { ApplicationMark } from './application-mark.tsx'
import { AssessmentForm } from './assessment-form.tsx'
import { applicationWords } from './words.ts'

/** The ways to what has come of it. */
function Onward({ of, portal }: { of: ApplicationView; portal: 'student' | 'employer' }) {
  const w = useWords(applicationWords)
  if (!of.invitation) return null
  const { id, agreementId } = of.invitation
  const school = of.school.code
  return (
    <>
      <PlainLink to={caseAddress(portal, { kind: 'invitation', school, id })}>{w.invitation}</PlainLink>
      {agreementId && (
        <PlainLink to={caseAddress(portal, { kind: 'agreement', school, id: agreementId })}>
          {w.agreement}
        </PlainLink>
      )}
    </>
  )
}

function Page({ of, portal }: { of: ApplicationView; portal: 'student' | 'employer' }) {
  const w = useWords(applicationWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const posts = useWords(postWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const { language } = useLanguage()
  const params = { school: of.school.code, id: of.id }
  const isStudent = portal === 'student'
  const hints: Partial<Record<ApplicationView['status'], string>> = {
    offered: w.offeredHint,
    ended: w.endedHint,
    withdrawn: w.withdrawnHint,
  }
  const { applicant } = of
  const isOpen = isPublicPost(of.post.status)
  const day = figures.said.day(of.answerBy)
  return (
    <CasePage
      title={isStudent ? `${of.post.title} · ${of.employer.name}` : `${applicant.name} · ${of.post.title}`}
      back={isStudent ? '/student/jobs?tab=applied' : '/employer/applications'}
      state={
        <>
          <ApplicationMark status={of.status} reader={portal} />
          {of.invitation && <p>{w.invited[of.invitation.status]}</p>}
          {isStudent && hints[of.status] && <p className="soft">{hints[of.status]}</p>}
        </>
      }
      due={isUnanswered(of.status) && <p>{of.noAnswerYet ? w.silent(day) : w.by(day)}</p>}
      acts={of.actions.length > 0 ? <CaseActs kind="application" of={of} acts={ACTS} words={w.act} /> : null}
      more={
        <>
          <Onward of={of} portal={portal} />
          {!isStudent && <Button onClick={() => window.print()}>{ui.print}</Button>}
        </>
      }
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {of.interviews.map((one) => (
        <InterviewPart key={one.id} of={one} reader={portal} />
      ))}
      {of.reason && (
        <section className="card">
          <h2>{w.reason}</h2>
          <p className="lines">{of.reason}</p>
        </section>
      )}
      <section className="card">
        <h2>{w.post}</h2>
        <Facts
          of={[
            [w.post, of.post.title],
            [w.postNow, posts.status[of.post.status]],
            [w.appliedAt, figures.instant(of.appliedAt)],
            ...(isStudent
              ? []
              : ([
                  [w.school, nameOf(of.school)],
                  [w.education, nameOf(applicant.education)],
                  [w.college, applicant.college],
                  [w.major, applicant.major],
                ] as const)),
          ]}
        />
        {isStudent && isOpen && (
          <p>
            <PlainLink to={`/student/jobs/${of.post.shortId}`}>{w.seePost}</PlainLink>
          </p>
        )}
        <h3>{isStudent ? w.note : w.noteToEmployer}</h3>
        <p className="lines">{of.note || w.noNote}</p>
      </section>
      <section className="card">
        <h2>{of.resumeName ? `${w.resume} · ${of.resumeName}` : w.resume}</h2>
        {of.resume ? (
          <ResumeWithFiles
            of={of.resume}
            at={{
              pdf: addressOf(sentResume.pdf, { params, query: { language } }),
              photo: addressOf(sentResume.photo, { params }),
              attachment: addressOf(sentResume.attachment, { params }),
            }}
            hidden={w.contactHidden}
          />
        ) : (
          <p>{w.resumeGone}</p>
        )}
      </section>
      {of.assessment && <AssessmentForm key={of.id} of={of} assessment={of.assessment} />}
    </CasePage>
  )
}

/** 投递, as its student reads it. */
export function MyApplicationPage() {
  const { data: of } = useSuspenseQuery(ask(getApplication, { params: useKey() }))
  return <Page of={of} portal="student" />
}

/** And as its employer does: opening it is an act, which the student reads of. */
export function ApplicantPage() {
  const { data: of } = useSuspenseQuery({
    ...ask(acts.look, { params: useKey(), body: {} }),
    refetchOnWindowFocus: false,
  })
  return <Page of={of} portal="employer" />
}
