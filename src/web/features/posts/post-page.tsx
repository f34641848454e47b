import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Select } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { readPostAttachment } from '../../../contracts/post-files.ts'
import { postActs as acts, getPost, type PostView } from '../../../contracts/posts.ts'
import { PAUSED, REJECTIONS, type Rejection } from '../../../domain/post/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { PausedNote } from '../admissions/paused-note.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { ContentChanges, ContentFacts } from './content-facts.tsx'
import { Findings } from './findings.tsx'
import { isPublic, PostMark } from './post-mark.tsx'
import { jobWords, postWords } from './words.ts'

type Rejecting = { rejection: Rejection | ''; mayRetry: boolean }
/** 不通过: with its code, and whether it may be submitted once more. */
function RejectButton({ of, settled }: Acting<PostView>) {
  const w = useWords(postWords)
  const { rejection, mayRetry, needed, ...words } = w.act.reject
  return (
    <ActButton<Rejecting>
      {...words}
      kind="danger"
      reason="needed"
      asked={{
        initial: { rejection: '', mayRetry: false },
        names: { rejection },
        faults: (given) => ({ rejection: given.rejection ? null : needed }),
        show: (given, put, at) => (
          <>
            <label htmlFor={at('rejection').id}>{rejection}</label>
            <Select<Rejection | ''>
              id={at('rejection').id}
              value={given.rejection}
              onChange={(next) => put({ rejection: next })}
              options={REJECTIONS.map((value) => ({ value, label: w.rejection[value] }))}
            />
            <FieldFault of={at('rejection')} />
            <Checkbox checked={given.mayRetry} onChange={({ target }) => put({ mayRetry: target.checked })}>
              {mayRetry}
            </Checkbox>
          </>
        ),
      }}
      act={(reason, given) =>
        call(acts.reject, {
          params: { school: of.school.code, id: of.id },
          body: {
            seenVersion: of.version,
            reason,
            // The dialog sends nothing without one.
            rejection: given.rejection || 'other',
            mayRetry: given.mayRetry,
          },
        })
      }
      settled={settled}
    />
  )
}

/** On the post itself, for all its schools. */
const onOwnPage = () => null

const ACTS = {
  answer: [acts.answer, 'primary', 'needed'],
  publish: [acts.publish, 'primary', 'optional'],
  'pass-change': [acts['pass-change'], 'primary', 'optional'],
  ask: [acts.ask, 'plain', 'needed'],
  return: [acts.return, 'plain', 'needed'],
  'return-change': [acts['return-change'], 'plain', 'needed'],
  reject: RejectButton,
  'take-down': [acts['take-down'], 'danger', 'needed'],
  'submit-again': onOwnPage,
  change: onOwnPage,
  extend: onOwnPage,
  close: onOwnPage,
} as const satisfies Acts<'post', PostView>

/** A job post at one school, for its employer and for who decides. */
export function PostPage() {
  const w = useWords(postWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const jobs = useWords(jobWords)
  const { portal } = useMe()
  const { data: of } = useSuspenseQuery(ask(getPost, { params: useKey() }))
  const isSchools = portal === 'school'
  const attachmentAt = (query: { of?: 'proposed' } = {}) =>
    addressOf(readPostAttachment, { params: { school: of.school.code, id: of.id }, query })
  return (
    <CasePage
      title={of.content.title}
      back={isSchools ? '/school/posts' : '/employer/posts'}
      state={
        <>
          <PostMark of={of} reader={isSchools ? 'school' : 'employer'} />
          <p>
            {isSchools ? (
              <Link to="/school/employers/$id" params={{ id: of.employerId }}>
                {of.employer}
              </Link>
            ) : (
              nameOf(of.school)
            )}{' '}
            · {w.lastDay} {figures.day(of.lastDay)}
          </p>
          {of.reason && (
            <p>
              {w.reason}
              {of.rejection && `${w.rejection[of.rejection]} · `}
              {of.reason}
            </p>
          )}
        </>
      }
      acts={
        <>
          <CaseActs kind="post" of={of} acts={ACTS} words={w.act} />
          {!isSchools && <PlainLink to={`/employer/posts/${of.id}`}>{w.backToOwn}</PlainLink>}
        </>
      }
      timeline={
        <>
          <h2>{w.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {of.status === PAUSED && <PausedNote of={of} employerId={of.employerId} words={w.pausedNote} />}
      <Findings of={of.findings} names={w.name} />
      {isPublic(of.content, of) && (
        <p>
          {w.public}: <a href={of.address}>{of.address}</a>
        </p>
      )}
      {of.proposed && (
        <section className="card">
          <h2>{w.changes}</h2>
          <ContentChanges
            before={of.content}
            after={of.proposed}
            names={of.names}
            attachmentAt={attachmentAt({ of: 'proposed' })}
          />
        </section>
      )}
      <section className="card">
        <h2>{w.content}</h2>
        <ContentFacts of={of.content} names={of.names} attachmentAt={attachmentAt()} />
      </section>
      {isSchools && (
        <section className="card">
          <h2>{w.recruiter}</h2>
          <Facts
            of={[
              [jobs.recruiter, jobs.recruits(of.recruiter)],
              [w.scope, of.recruiter.scope],
            ]}
          />
          <p className="soft">{w.scopeHint}</p>
        </section>
      )}
    </CasePage>
  )
}
