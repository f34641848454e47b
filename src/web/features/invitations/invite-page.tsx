import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/invitations.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { said } from '../../ui/said.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { employerWords } from '../employers/words.ts'
import { fileBy } from '../terms/terms-draft.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { FindStudent, type Found } from './find-student.tsx'
import { inviteWords } from './invite-words.ts'
import { LetterPreview } from './letter-preview.tsx'

/** Invite one student: found by what the employer knows, never from a list. */
export function InvitePage() {
  const w = useWords(inviteWords)
  const employers = useWords(employerWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const me = useMe()
  const [code, setCode] = useState(schools[0]?.code)
  const [found, setFound] = useState<Found | null>(null)
  /** Once shown, the terms stay: looking for another student must not lose what was typed. */
  const [begun, setBegun] = useState(false)
  const [draft, setDraft] = useState<{ terms: Terms; respondBy: string } | null>(null)
  const school = schools.find((one) => one.code === code)
  const today = dayInChina(serverNow())
  const send = useMutation({
    mutationFn: ({ student, ...letter }: { student: Found; terms: Terms; respondBy: string }) =>
      call(contract.sendInvitation, {
        params: { school: code ?? '' },
        body: { studentId: student.id, studentName: student.name, ...letter },
      }),
    onSuccess: async ({ id }) => {
      said.success(w.sent)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'invitation', school: code ?? '', id }) })
    },
    onError: () => setDraft(null),
  })
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
          send.reset()
          if (student) setBegun(true)
        }}
      />
      {begun && (
        <section className="card">
          <h2>{w.terms}</h2>
          <TermsForm
            initial={{
              probationDays: '30',
              penalty: '0',
              clauses: [],
              respondBy: addDays(today, school.defaultDays),
              file: fileBy('employer'),
            }}
            deadline={{ min: addDays(today, school.minDays), max: addDays(today, school.maxDays) }}
            submitLabel={w.preview}
            able={found !== null}
            error={send.error}
            busy={send.isPending}
            onSubmit={(terms, respondBy) => setDraft({ terms, respondBy })}
          />
        </section>
      )}
      <LetterPreview
        letter={
          draft &&
          found && {
            ...draft,
            student: found.name,
            employer: me.employer?.name ?? '',
            day: today,
          }
        }
        busy={send.isPending}
        onSend={() => draft && found && send.mutate({ ...draft, student: found })}
        onBack={() => setDraft(null)}
      />
    </>
  )
}
