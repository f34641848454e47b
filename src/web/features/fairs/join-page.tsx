import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  entryActs as acts,
  applyForBooth,
  type EntryView,
  type FairToJoin,
  getFairToJoin,
} from '../../../contracts/fair-entries.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { EntryContentCard } from './entry-content.tsx'
import { type EntryDraft, EntryForm, NEW_ENTRY } from './entry-form.tsx'
import { EntryStands } from './entry-stands.tsx'
import { FairMark } from './fair-mark.tsx'
import { useFairSaid } from './fair-said.ts'
import { FloorPlan } from './floor-plan.tsx'
import { fairWords } from './words.ts'

type Writing = {
  fair: FairToJoin
  title: string
  text?: string
  initial: EntryDraft
  submitLabel: string
  done: string
  send: (draft: EntryDraft) => Promise<unknown>
  /** What was read when it was opened is out of date. */
  onReload?: () => void
}
/** What an employer brings, written and sent. */
function WritingCard({ fair, title, text, initial, submitLabel, done, send, onReload }: Writing) {
  const w = useWords(fairWords).join
  const client = useQueryClient()
  const touched = useRef(false)
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      touched.current = false
      said.success(done)
      await client.invalidateQueries()
    },
  })
  useUnsaved(() => touched.current && !sending.isPending)
  return (
    <section className="card">
      <h2>{title}</h2>
      {text && <p className="soft">{text}</p>}
      {fair.posts.length === 0 ? (
        <>
          <p>{w.noPosts}</p>
          <PlainLink to="/employer/posts">{w.toPosts}</PlainLink>
        </>
      ) : (
        <EntryForm
          initial={initial}
          posts={fair.posts}
          submitLabel={submitLabel}
          error={sending.error}
          busy={sending.isPending}
          {...(onReload && {
            onReload: () => {
              sending.reset()
              onReload()
            },
          })}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(draft) => sending.mutate(draft)}
        />
      )}
    </section>
  )
}

const draftOf = ({ content }: EntryView, { posts }: FairToJoin): EntryDraft => ({
  ...content,
  posts: content.posts
    .map(({ shortId }) => shortId)
    .filter((shortId) => posts.some((post) => post.shortId === shortId)),
})

/** What it brings, as it was read when the form opened. */
function ChangeEntry({ fair, entry }: { fair: FairToJoin; entry: EntryView }) {
  const w = useWords(fairWords).join
  const [read, setRead] = useState(entry)
  return (
    <WritingCard
      key={read.version}
      fair={fair}
      title={w.edit}
      text={w.applyText}
      initial={draftOf(read, fair)}
      submitLabel={w.resend}
      done={w.resent}
      send={async (draft) =>
        setRead(
          await call(acts.change, {
            params: { school: fair.school.code, id: entry.id },
            body: { ...draft, seenVersion: read.version },
          }),
        )
      }
      onReload={() => setRead(entry)}
    />
  )
}

function OwnPart({ fair }: { fair: FairToJoin }) {
  const w = useWords(fairWords).join
  const params = useKey()
  const { entry } = fair
  return (
    <>
      {entry && <EntryContentCard of={entry} />}
      {entry?.actions.includes('change') && <ChangeEntry key={entry.id} fair={fair} entry={entry} />}
      {fair.mayApply && (
        <WritingCard
          fair={fair}
          title={w.apply}
          text={w.applyText}
          initial={NEW_ENTRY}
          submitLabel={w.send}
          done={w.sent}
          send={(draft) => call(applyForBooth, { params, body: draft })}
        />
      )}
    </>
  )
}

/** A fair as an employer reads it, with its own part in it. */
export function JoinFairPage() {
  const words = useWords(fairWords)
  const w = words.join
  const say = useFairSaid()
  const nameOf = useNameOf()
  const params = useKey()
  const client = useQueryClient()
  const { data: fair } = useSuspenseQuery({
    ...ask(getFairToJoin, { params }),
    refetchOnWindowFocus: false,
  })
  const { content, placed, entry, stands } = fair
  const settled = () => void client.invalidateQueries()
  return (
    <CasePage
      title={content.title}
      back="/employer/fairs"
      state={
        <>
          <FairMark phase={fair.phase} />
          <p>{nameOf(fair.school)}</p>
          {fair.reason && (
            <p>
              {words.reason}
              {fair.reason}
            </p>
          )}
          {entry && <EntryStands of={entry} reader="employer" />}
          {!entry && !fair.mayApply && <p>{w.notOpen}</p>}
        </>
      }
      acts={
        entry?.actions.includes('withdraw') && (
          <ActButton
            {...w.withdraw}
            kind="danger"
            reason="needed"
            act={(reason) =>
              call(acts.withdraw, {
                params: { school: params.school, id: entry.id },
                body: { seenVersion: entry.version, reason },
              })
            }
            settled={settled}
          />
        )
      }
      timeline={
        entry && (
          <>
            <h2>{words.timeline}</h2>
            <Timeline of={entry.timeline} />
          </>
        )
      }
    >
      <section className="card">
        <Facts
          of={[
            [words.when, say.when(placed)],
            [words.where, say.where(placed)],
            [words.applyPeriod, say.period(content)],
            [words.how, content.isReviewed ? words.reviewed : words.notReviewed],
          ]}
        />
        {fair.address && (
          <p>
            {words.public}: <a href={fair.address}>{fair.address}</a>
          </p>
        )}
        <h3>{words.description}</h3>
        <p className="lines">{linesOfRichText(content.description)}</p>
      </section>
      <OwnPart fair={fair} />
      <section className="card">
        <h2>{words.plan}</h2>
        <FloorPlan plan={content.plan} stands={stands} />
      </section>
    </CasePage>
  )
}
