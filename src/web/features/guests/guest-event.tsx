import { useSuspenseQuery } from '@tanstack/react-query'
import { getGuestEvent, leaveAsGuest, signUpAsGuest } from '../../../contracts/guests.ts'
import { ask, call } from '../../call.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useFairSaid } from '../fairs/fair-said.ts'
import { MyEvent } from '../visits/my-event.tsx'
import { GuestMark } from './guest-mark.tsx'
import { guestWords } from './words.ts'

/** An event of another school as a student reads it. */
export function GuestEvent({ id }: { id: string }) {
  const w = useWords(guestWords)
  const say = useFairSaid()
  const nameOf = useNameOf()
  const params = { school: useMySchool(), id }
  const { data: of } = useSuspenseQuery(ask(getGuestEvent, { params }))
  const isMine = of.standing !== null
  const isFull = of.taken >= of.places
  return (
    <MyEvent
      of={{ ...of, isMine, signedUp: of.taken, absence: null, block: null }}
      back="/student/elsewhere"
      places={of.places}
      isFull={false}
      asks={isFull ? w.wait : w.signUp}
      mark={<GuestMark of={of} />}
      by={[nameOf(of.host), w.kind[of.kind], of.employer].filter(Boolean).join(' · ')}
      said={
        <>
          {of.ahead !== null && of.isOpen && <p>{w.ahead(of.ahead)}</p>}
          {of.isOpen && !isMine && isFull && <p>{w.fullNow}</p>}
          {of.isOpen && !isMine && <p className="soft">{w.sees}</p>}
        </>
      }
      words={w.event}
      when={say.when(of.placed)}
      where={say.where(of.placed)}
      onward={<a href={`/s/${of.host.code}/${of.kind}s/${of.shortId}`}>{w.public}</a>}
      signUp={() => call(signUpAsGuest, { params })}
      leave={() => call(leaveAsGuest, { params })}
    />
  )
}
