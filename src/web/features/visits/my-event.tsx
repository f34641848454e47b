import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { EntryCode, VisitActs, VisitMark, VisitSaid } from './own-visit.tsx'
import { visitWords } from './words.ts'

type Event = Parameters<typeof EntryCode>[0]['of'] &
  Parameters<typeof VisitMark>[0]['of'] &
  Omit<Parameters<typeof VisitActs>[0]['of'], 'isFull'> & {
    readonly reason: string | null
    readonly signedUp: number
    readonly description: string
  }
type Props = {
  of: Event
  back: '/student/talks' | '/student/fairs'
  places: number
  /** Whose it is, where it is not the school's. */
  by?: ReactNode
  words: {
    readonly reason: string
    readonly when: string
    readonly where: string
    readonly description: string
  }
  when: string
  where: string
  /** The way to what anybody reads of it. */
  onward: ReactNode
  signUp: () => Promise<unknown>
  leave: () => Promise<unknown>
  children?: ReactNode
}

/** An event as a student reads it; who has signed up has the code that is shown at the door. */
export function MyEvent({
  of,
  back,
  places,
  by,
  words: w,
  when,
  where,
  onward,
  signUp,
  leave,
  children,
}: Props) {
  const visits = useWords(visitWords)
  const client = useQueryClient()
  const visit = { ...of, isFull: of.signedUp >= places }
  return (
    <CasePage
      title={of.title}
      back={back}
      state={
        <>
          <VisitMark of={of} />
          {by && <p>{by}</p>}
          {of.reason && (
            <p>
              {w.reason}
              {of.reason}
            </p>
          )}
          <VisitSaid of={visit} />
        </>
      }
      acts={
        <VisitActs of={visit} signUp={signUp} leave={leave} settled={() => void client.invalidateQueries()} />
      }
      timeline={null}
    >
      <EntryCode of={of} />
      <section className="card">
        <Facts
          of={[
            [w.when, when],
            [w.where, where],
            [visits.places, visits.taken(of.signedUp, places)],
          ]}
        />
        {!of.isOff && <p>{onward}</p>}
        <h3>{w.description}</h3>
        <p className="lines">{linesOfRichText(of.description)}</p>
      </section>
      {children}
    </CasePage>
  )
}
