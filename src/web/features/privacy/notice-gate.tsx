import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { agreeToNotice, getMyNotice } from '../../../contracts/privacy.ts'
import { ask, call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { Leaving } from './leaving.ts'
import { NoticeText } from './notice-text.tsx'
import { noticeWords } from './notice-words.ts'

/** In the place of every page, until the notice is agreed to: all of it, and what not agreeing means. */
export function NoticeGate() {
  const w = useWords(noticeWords).gate
  const leave = useContext(Leaving)
  const client = useQueryClient()
  const [isRefused, setRefused] = useState(false)
  const { data: notice } = useSuspenseQuery(ask(getMyNotice))
  const agree = useMutation({
    mutationFn: () => call(agreeToNotice, { body: { publisher: notice.publisher, version: notice.version } }),
    // What was refused meanwhile is asked for anew; of a newer notice, the text.
    onSettled: () => client.resetQueries(),
  })
  if (isRefused)
    return (
      <section className="card">
        <Note type="warning" title={w.refused} description={w.refusedText} />
        <div className="notice-acts">
          <PlainButton primary onClick={leave}>
            {w.leave}
          </PlainButton>
          <PlainButton onClick={() => setRefused(false)}>{w.back}</PlainButton>
        </div>
      </section>
    )
  return (
    <section className="card">
      <Note type="info" title={w.lead} />
      <NoticeText of={notice} />
      <ProblemNote error={agree.error} />
      <div className="notice-acts">
        <PlainButton primary busy={agree.isPending} onClick={() => agree.mutate()}>
          {w.agree}
        </PlainButton>
        <PlainButton onClick={() => setRefused(true)}>{w.refuse}</PlainButton>
      </div>
    </section>
  )
}
