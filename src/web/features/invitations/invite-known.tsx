import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useNameOf } from '../../words/language.tsx'
import { CannotInvite } from './cannot-invite.tsx'
import type { Found } from './find-student.tsx'
import { TermsToSend } from './terms-to-send.tsx'

type Props = Omit<ComponentProps<typeof TermsToSend>, 'school' | 'student'> & {
  school: string
  student: Found
  title: string
  /** What stands above the terms. */
  terms: string
  back: string
}

/** The page of an invitation to a student whom the employer knows: why it cannot be sent, or the terms to send. */
export function InviteKnown({ school: code, student, title, terms, back, ...begun }: Props) {
  const nameOf = useNameOf()
  const { data: desk } = useSuspenseQuery(ask(employerWorkbench))
  const school = desk.schools.find((one) => one.code === code)
  return (
    <>
      <div className="actions">
        <BackButton list={back} />
      </div>
      <h1>{title}</h1>
      <p>
        {student.studentNumber} · {student.college} · {student.major} · {school && nameOf(school)}
      </p>
      <CannotInvite student={student} />
      {school && student.reasons.length === 0 && (
        <section className="card">
          <h2>{terms}</h2>
          <TermsToSend school={school} student={student} {...begun} />
        </section>
      )}
    </>
  )
}
