import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { OwnVisitWhole } from '../../../contracts/visits.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import type { ActWords } from '../cases/act-button.tsx'
import { EntryCode, VisitActs, VisitMark, VisitSaid } from './own-visit.tsx'
import { visitWords } from './words.ts'

type Event = Parameters<typeof EntryCode>[0]['of'] &
  Parameters<typeof VisitMark>[0]['of'] &
  Omit<Parameters<typeof VisitActs>[0]['of'], 'isFull' | 'isBlocked'> & {
    readonly reason: string | null
    readonly signedUp: number
    readonly description: string
  } & Pick<OwnVisitWhole, 'absence' | 'block'>
type Props = {
  of: Event
  back: '/student/talks' | '/student/fairs' | '/student/elsewhere'
  places: number
  /** Nobody signs up any more; else once all places are taken. */
  isFull?: boolean
  /** What became of the student's part in it; else by what they have done. */
  mark?: ReactNode
  /** What else there is to know before signing up. */
  said?: ReactNode
  asks?: ActWords
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
  isFull = of.signedUp >= places,
  mark = <VisitMark of={of} />,
  said,
  asks,
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
  const figures = useFigures()
  const school = useMySchool()
  const visit = { ...of, isFull }
  return (
    <CasePage
      title={of.title}
      back={back}
      state={
        <>
          {mark}
          {by && <p>{by}</p>}
          {of.reason && (
            <p>
              {w.reason}
              {of.reason}
            </p>
          )}
          <VisitSaid of={visit} />
          {said}
          {of.block && of.isOpen && !of.isMine && (
            <p>{visits.blocked(of.block.limit, of.block.days, figures.said.day(of.block.day))}</p>
          )}
          {of.absence && (
            <p>
              <Link to={caseAddress('student', { kind: 'absence', school, id: of.absence.id })}>
                {visits.absence[of.absence.status]}
              </Link>
            </p>
          )}
        </>
      }
      acts={
        <VisitActs
          of={{ ...visit, isBlocked: of.block !== null }}
          asks={asks}
          signUp={signUp}
          leave={leave}
          settled={() => void client.invalidateQueries()}
        />
      }
      timeline={null}
    >
      {of.isPaused && <Note type="warning" title={visits.pausedWhy} />}
      {!of.absence && <EntryCode of={of} />}
      <section className="card">
        <Facts
          of={[
            [w.when, when],
            [w.where, where],
            [visits.places, visits.taken(of.signedUp, places)],
          ]}
        />
        {!of.isOff && !of.isPaused && <p>{onward}</p>}
        <h3>{w.description}</h3>
        <p className="lines">{linesOfRichText(of.description)}</p>
      </section>
      {children}
    </CasePage>
  )
}
