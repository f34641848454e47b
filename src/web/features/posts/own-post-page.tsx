import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { ownPostActs as acts, copyPost, getOwnPost, type OwnPostView } from '../../../contracts/posts.ts'
import { PAUSED } from '../../../domain/post/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { said } from '../../ui/said.tsx'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { PausedNote } from '../admissions/paused-note.tsx'
import { ApplicantCounts } from '../applications/applicant-counts.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useEditing } from '../cases/editing.ts'
import { useMeantDay } from '../cases/refused-rule.ts'
import { countsOf, OwnPostMark } from './own-post-mark.tsx'
import { draftOf, type PostDraft, PostForm, saidOf } from './post-form.tsx'
import { isPublic, PostMark } from './post-mark.tsx'
import { postWords } from './words.ts'

type Acting = { of: OwnPostView; settled: () => void }
const paramsOf = ({ id }: OwnPostView) => ({ id })

function SubmitButton({ of, settled }: Acting) {
  const { schools, needed, ...words } = useWords(postWords).submit
  const names = useWords(postWords).name
  const nameOf = useNameOf()
  return (
    <ActButton<{ schools: string[] }>
      {...words}
      kind="primary"
      asked={{
        initial: { schools: of.open.length === 1 ? of.open.map(({ code }) => code) : [] },
        names,
        faults: (given) => ({ schools: given.schools.length > 0 ? null : needed }),
        show: (given, put, at) => (
          <div id={at('schools').id}>
            <SeveralChoice
              label={schools}
              options={of.open.map((school) => ({ value: school.code, label: nameOf(school) }))}
              value={given.schools}
              onChange={(next) => put({ schools: next })}
            />
            <FieldFault of={at('schools')} />
          </div>
        ),
      }}
      act={(_reason, given) =>
        call(acts.submit, { params: paramsOf(of), body: { seenVersion: of.version, schools: given.schools } })
      }
      settled={settled}
    />
  )
}

function ExtendButton({ of, settled }: Acting) {
  const { day, needed, ...words } = useWords(postWords).extend
  const { span } = useMeantDay('ahead')
  return (
    <ActButton<{ lastDay: string }>
      {...words}
      asked={{
        initial: { lastDay: of.content.lastDay ?? '' },
        names: { lastDay: day },
        faults: (given) => ({ lastDay: given.lastDay ? null : needed }),
        show: (given, put, at) => (
          <div>
            <label htmlFor={at('lastDay').id}>{day}</label>
            <Input
              id={at('lastDay').id}
              type="date"
              {...span}
              value={given.lastDay}
              onChange={({ target }) => put({ lastDay: target.value })}
            />
            <FieldFault of={at('lastDay')} />
          </div>
        ),
      }}
      act={(_reason, given) =>
        call(acts.extend, { params: paramsOf(of), body: { seenVersion: of.version, lastDay: given.lastDay } })
      }
      settled={settled}
    />
  )
}

function CloseButton({ of, settled }: Acting) {
  return (
    <ActButton
      {...useWords(postWords).close}
      kind="danger"
      act={() => call(acts.close, { params: paramsOf(of), body: { seenVersion: of.version } })}
      settled={settled}
    />
  )
}

function CopyButton({ of }: { of: OwnPostView }) {
  const w = useWords(postWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const copy = useMutation({
    mutationFn: () => call(copyPost, { params: paramsOf(of) }),
    onSuccess: async ({ id }) => {
      said.success(w.copied)
      await client.invalidateQueries()
      await navigate({ to: '/employer/posts/$id', params: { id } })
    },
  })
  return (
    <Button loading={copy.isPending} onClick={() => copy.mutate()}>
      {w.copy}
    </Button>
  )
}

function EditForm({ of, settled }: Acting) {
  const w = useWords(postWords)
  const { shown, form } = useEditing<OwnPostView, PostDraft>(of, {
    send: (draft, seenVersion) =>
      call(acts.edit, { params: paramsOf(of), body: { seenVersion, ...saidOf(draft) } }),
    saved: () => w.saved,
    settled,
  })
  return (
    <PostForm
      key={shown.version}
      initial={draftOf(shown.content)}
      submitLabel={shown.schools.length === 0 ? w.saveDraft : w.save}
      {...form}
    />
  )
}

/** How it stands at each school, with the way to what was said there. */
function AtSchools({ of }: { of: OwnPostView }) {
  const w = useWords(postWords)
  const { employer } = useMe()
  const nameOf = useNameOf()
  return (
    <section className="card">
      <h2>{w.schools}</h2>
      {of.schools.length === 0 && <p>{w.noSchools}</p>}
      <ul className="reasons">
        {of.schools.map((one) => (
          <li key={one.school.code}>
            <Link to={caseAddress('employer', { kind: 'post', school: one.school.code, id: of.id })}>
              {nameOf(one.school)}
            </Link>{' '}
            <PostMark of={one} reader="employer" />
            {isPublic(of.content, one) && (
              <>
                {' '}
                <a href={one.address}>{w.public}</a>
              </>
            )}
            {one.status === PAUSED && (
              <PausedNote of={one} employerId={employer?.id ?? ''} words={w.pausedNote} />
            )}
            {one.reason && (
              <p className="soft">
                {w.reason}
                {one.rejection && `${w.rejection[one.rejection]} · `}
                {one.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      {of.open.length === 0 && of.schools.length === 0 && (
        <p>
          {w.noneOpen} <PlainLink to="/employer/schools">{w.toSchools}</PlainLink>
        </p>
      )}
    </section>
  )
}

/** A post of the employer: where it stands, its acts, and what it says, to be changed. */
export function OwnPostPage() {
  const w = useWords(postWords)
  const { id } = useParams({ from: '/employer/posts/$id' })
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery({
    ...ask(getOwnPost, { params: { id } }),
    refetchOnWindowFocus: false,
  })
  const settled = () => void client.invalidateQueries()
  const can = (action: OwnPostView['actions'][number]) => of.actions.includes(action)
  return (
    <CasePage
      title={of.content.title}
      back="/employer/posts"
      state={<OwnPostMark status={of.status} counts={countsOf(of.schools)} />}
      acts={
        <>
          {can('submit') && of.open.length > 0 && <SubmitButton of={of} settled={settled} />}
          {can('extend') && <ExtendButton of={of} settled={settled} />}
          <CopyButton of={of} />
          {can('close') && <CloseButton of={of} settled={settled} />}
        </>
      }
      timeline={null}
    >
      <AtSchools of={of} />
      {of.schools.length > 0 && <ApplicantCounts post={of.id} />}
      {can('edit') && (
        <section className="card">
          <h2>{w.edit}</h2>
          {of.schools.length > 0 && <p className="soft">{w.editPublished}</p>}
          <EditForm key={of.id} of={of} settled={settled} />
        </section>
      )}
    </CasePage>
  )
}
