import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { issuePaperForms } from '../../../contracts/paper-forms.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { Reasons } from '../cases/problem-note.tsx'
import { PrintLink } from './print-link.tsx'
import { paperFormWords } from './words.ts'

type Issued = Awaited<ReturnType<typeof call<typeof issuePaperForms>>>

/** What came of it: the forms to be printed, and who was given none and why. */
export function IssuedNote({ school, of: { issued, refused } }: { school: string; of: Issued }) {
  const w = useWords(paperFormWords)
  return (
    <>
      {issued.length > 0 && (
        <Note
          below={8}
          type="info"
          title={w.issued(issued.length)}
          description={w.printHint}
          action={
            <PrintLink
              primary
              school={school}
              ids={issued.map(({ id }) => id)}
              label={w.printSeveral(issued.length)}
            />
          }
        />
      )}
      {refused.map(({ studentId, name, reasons }) => (
        <Note
          below={8}
          key={studentId}
          type="warning"
          title={w.refused(name)}
          description={<Reasons reasons={reasons} />}
        />
      ))}
    </>
  )
}

/** Hands out a form to each of these students; what came of it is the caller's to show. */
export function IssueForms({
  school,
  students,
  onIssued,
}: {
  school: string
  students: readonly string[]
  onIssued: (issued: Issued) => void
}) {
  const w = useWords(paperFormWords).issue
  const client = useQueryClient()
  return (
    <ActButton
      label={w.label}
      title={w.title(students.length)}
      text={w.text}
      confirm={w.confirm}
      done={w.done}
      act={async () => {
        const body = { students: [...students] }
        onIssued(await call(issuePaperForms, { params: { school }, body }))
      }}
      settled={() => client.invalidateQueries()}
    />
  )
}

/** In a student's file: one form, printed at once. */
export function IssueForm({ school, student }: { school: string; student: string }) {
  const [issued, setIssued] = useState<Issued | null>(null)
  return (
    <>
      {issued && <IssuedNote school={school} of={issued} />}
      <IssueForms school={school} students={[student]} onIssued={setIssued} />
    </>
  )
}
