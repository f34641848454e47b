import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { QRCode } from 'antd'
import { getMyTalk, leaveTalk, signUp } from '../../../contracts/talk-visits.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { ticketText } from '../../../domain/talk/visit.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useKey } from '../cases/key.ts'
import { VisitMark } from './my-talks-page.tsx'
import { usePlacedSaid } from './placed-said.ts'
import { talkWords } from './words.ts'
import './talks.css'

/** A talk as a student reads it; who has signed up has the code that is shown at the door. */
export function MyTalkPage() {
  const w = useWords(talkWords)
  const figures = useFigures()
  const say = usePlacedSaid()
  const params = useKey()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getMyTalk, { params }))
  const settled = () => void client.invalidateQueries()
  const isFull = of.signedUp >= of.placed.places
  return (
    <CasePage
      title={of.title}
      back="/student/talks"
      state={
        <>
          <VisitMark of={of} />
          <p>
            <a href={`/s/${params.school}/employers/${of.employerId}`}>{of.employer}</a>
          </p>
          {of.reason && (
            <p>
              {w.reason}
              {of.reason}
            </p>
          )}
          {of.cameAt && <p>{w.cameAt(figures.instant(of.cameAt))}</p>}
          {of.isOpen && !of.isMine && isFull && <p>{w.full}</p>}
        </>
      }
      acts={
        of.isOpen &&
        (of.isMine ? (
          <ActButton {...w.leave} act={() => call(leaveTalk, { params })} settled={settled} />
        ) : (
          !isFull && (
            <ActButton {...w.signUp} kind="primary" act={() => call(signUp, { params })} settled={settled} />
          )
        ))
      }
      timeline={null}
    >
      {of.ticket && !of.isOff && (
        <section className="card entry-code">
          <h2>{w.code}</h2>
          <div role="img" aria-label={w.codeLabel(of.title)}>
            <QRCode type="svg" value={ticketText(of.ticket)} size={232} errorLevel="M" aria-hidden />
          </div>
          <p className="soft">{w.codeHint}</p>
        </section>
      )}
      <section className="card">
        <Facts
          of={[
            [w.when, say.when(of.placed)],
            [w.where, say.where(of.placed)],
            [w.places, w.taken(of.signedUp, of.placed.places)],
          ]}
        />
        {!of.isOff && (
          <p>
            <a href={`/s/${params.school}/talks/${of.shortId}/calendar.ics`}>{w.calendar}</a>
          </p>
        )}
        <h3>{w.name.description}</h3>
        <p className="lines">{linesOfRichText(of.description)}</p>
      </section>
    </CasePage>
  )
}
