import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { getLastTerms } from '../../../contracts/invitations.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { employerWords } from '../employers/words.ts'
import { CannotInvite } from './cannot-invite.tsx'
import { FindStudent, type Found } from './find-student.tsx'
import { inviteWords } from './invite-words.ts'
import { TermsToSend } from './terms-to-send.tsx'
import './invite.css'

/** Invite one student: found by what the employer knows, never from a list. */
export function InvitePage() {
  const w = useWords(inviteWords)
  const employers = useWords(employerWords)
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const [code, setCode] = useState(schools[0]?.code)
  const [found, setFound] = useState<Found | null>(null)
  /** Once shown, the terms stay: looking for another student must not lose what was typed. */
  const [begun, setBegun] = useState(false)
  const [typed, setTyped] = useState(false)
  const [from, setFrom] = useState<Terms | null>(null)
  const school = schools.find((one) => one.code === code)
  if (!school) return <p className="empty">{employers.empty}</p>
  return (
    <>
      <h1>{w.title}</h1>
      <FindStudent
        school={school.code}
        schools={schools}
        found={found}
        onSchool={setCode}
        onFound={(student) => {
          setFound(student)
          if (student?.reasons.length === 0) setBegun(true)
        }}
      />
      {found && <CannotInvite student={found} />}
      {begun && (
        <section className="card">
          <h2>{w.terms}</h2>
          {!typed && !from && <LastTerms onUse={setFrom} />}
          <TermsToSend
            key={from ? 'again' : 'fresh'}
            school={school}
            student={found}
            from={from}
            onTyped={() => setTyped(true)}
          />
        </section>
      )}
    </>
  )
}

/** The terms that were sent last, to be used before anything is typed. */
function LastTerms({ onUse }: { onUse: (terms: Terms) => void }) {
  const w = useWords(inviteWords)
  const figures = useFigures()
  const last = useQuery(ask(getLastTerms)).data?.last
  if (!last) return null
  const { terms, studentName, sentAt } = last
  return (
    <p className="last-terms">
      <PlainButton onClick={() => onUse(terms)}>{w.useLast}</PlainButton>
      <span className="soft">{w.last(terms.position, studentName, figures.dayOf(sentAt))}</span>
    </p>
  )
}
