import { QRCode } from 'antd'
import type { ReactNode } from 'react'
import { ticketText } from '../../../domain/visit/visit.ts'
import { useFigures } from '../../ui/figures.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton, type ActWords } from '../cases/act-button.tsx'
import { visitWords } from './words.ts'
import './visits.css'

type Visit = {
  readonly title: string
  readonly isOff: boolean
  /** Of a talk whose employer is to be verified again; a fair is the school's own. */
  readonly isPaused?: boolean
  readonly isMine: boolean
  readonly cameAt: string | null
}
/** What became of a student's part in an event. */
export function VisitMark({ of }: { of: Pick<Visit, 'isOff' | 'isPaused' | 'isMine' | 'cameAt'> }) {
  const w = useWords(visitWords)
  if (of.isOff) return <StateMark standing="wrong">{w.cancelled}</StateMark>
  if (of.isPaused) return <StateMark standing="wrong">{w.paused}</StateMark>
  if (of.cameAt) return <StateMark standing="done">{w.attended}</StateMark>
  return of.isMine && <StateMark standing="done">{w.isMine}</StateMark>
}

type Open = Pick<Visit, 'isMine' | 'cameAt'> & { readonly isOpen: boolean; readonly isFull: boolean }
/** When the student came, or that there is no place left. */
export function VisitSaid({ of }: { of: Open }): ReactNode {
  const w = useWords(visitWords)
  const figures = useFigures()
  return (
    <>
      {of.cameAt && <p>{w.cameAt(figures.instant(of.cameAt))}</p>}
      {of.isOpen && !of.isMine && of.isFull && <p>{w.full}</p>}
    </>
  )
}

type ActsProps = {
  of: Open & { readonly isBlocked: boolean }
  signUp: () => Promise<unknown>
  leave: () => Promise<unknown>
  settled: () => void
  /** What is said where signing up is more than a place of the school's own. */
  asks?: ActWords | undefined
}
/** To sign up, or to give the place back. */
export function VisitActs({ of, signUp, leave, settled, asks }: ActsProps): ReactNode {
  const w = useWords(visitWords)
  if (!of.isOpen) return null
  if (of.isMine) return <ActButton {...w.leave} act={leave} settled={settled} />
  return (
    !of.isFull &&
    !of.isBlocked && <ActButton {...(asks ?? w.signUp)} kind="primary" act={signUp} settled={settled} />
  )
}

/** The code that is shown at the door, of who has signed up. */
export function EntryCode({
  of,
}: {
  of: Pick<Visit, 'title' | 'isOff'> & { readonly ticket: string | null }
}) {
  const w = useWords(visitWords)
  if (!of.ticket || of.isOff) return null
  return (
    <section className="card entry-code">
      <h2>{w.code}</h2>
      <div role="img" aria-label={w.codeLabel(of.title)}>
        <QRCode type="svg" value={ticketText(of.ticket)} size={232} errorLevel="M" aria-hidden />
      </div>
      <p className="soft">{w.codeHint}</p>
    </section>
  )
}
