import { Link } from '@tanstack/react-router'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { Reasons } from '../cases/problem-note.tsx'
import type { Found } from './find-student.tsx'
import { inviteWords } from './invite-words.ts'

/** All that keeps this student from being invited now, before anything is typed (R27), and the way to what was sent. */
export function CannotInvite({ student: { reasons, studentNumber } }: { student: Found }) {
  const w = useWords(inviteWords)
  if (reasons.length === 0) return null
  return (
    <Note
      type="warning"
      title={w.cannot}
      description={
        <>
          <Reasons reasons={reasons} />
          <Link to="/employer/invitations" search={{ q: studentNumber }}>
            {w.seeSent}
          </Link>
        </>
      }
    />
  )
}
