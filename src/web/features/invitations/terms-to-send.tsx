import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { employerWorkbench } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/invitations.ts'
import { getNoticeText } from '../../../contracts/notice-texts.ts'
import type { OfferedTerms } from '../../../domain/application/offered.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { refuseUnlessWithinLimits } from '../../../domain/invitation/deadline.ts'
import { invitedStudent } from '../../../domain/signing/bound.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { NotSigned } from '../cases/not-signed.ts'
import { fingerprintOf, signatureFor } from '../signing/to-sign.ts'
import { TermTemplates } from '../term-templates/term-templates.tsx'
import { draftAgain, draftOffered, fileBy } from '../terms/terms-draft.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { termsWords } from '../terms/words.ts'
import type { Found } from './find-student.tsx'
import { inviteWords } from './invite-words.ts'
import { LetterPreview } from './letter-preview.tsx'

type Props = {
  school: Output<typeof employerWorkbench>['schools'][number]
  /** Null while another is looked for: what was typed stays. */
  student: Found | null
  /** Terms of an earlier invitation to begin with. */
  from: Terms | null
  /** What is known of the terms beforehand; the rest is typed. */
  begun?: OfferedTerms
  /** The application that it comes of. */
  applicationId?: string
  onTyped?: () => void
}

/** The terms of a new invitation, its letter to look at, and its sending. */
export function TermsToSend({ school, student, from, begun, applicationId, onTyped }: Props) {
  const w = useWords(inviteWords)
  const t = useWords(termsWords)
  const figures = useFigures()
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [letter, setLetter] = useState<{ terms: Terms; respondBy: string } | null>(null)
  const now = serverNow()
  const today = dayInChina(now)
  const respondBy = addDays(today, school.defaultDays)
  const again = from && draftAgain(from, respondBy, now)
  const fresh = {
    probationDays: '30',
    penalty: '0',
    clauses: [],
    file: fileBy('employer'),
    ...draftOffered(begun ?? {}),
    respondBy,
  }
  const to = student && student.reasons.length === 0 ? student : null
  const notice = useQuery(ask(getNoticeText, { params: { school: school.code, notice: 'signing' } }))
  type Sent = { terms: Terms; respondBy: string; noticeVersion: number }
  const send = useMutation({
    mutationFn: async ({ invited, ...sent }: Sent & { invited: Found }) => {
      const signature = await signatureFor({
        act: 'invitation.send',
        subject: invitedStudent(invited.id),
        fingerprint: await fingerprintOf(sent.terms),
      })
      return call(contract.sendInvitation, {
        params: { school: school.code },
        body: {
          studentId: invited.id,
          studentName: invited.name,
          ...sent,
          ...(applicationId && { applicationId }),
          signature,
        },
      })
    },
    onSuccess: async ({ id }) => {
      said.success(w.sent)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'invitation', school: school.code, id }) })
    },
    onError: (error) => {
      if (error instanceof NotSigned) return
      setLetter(null)
      void notice.refetch()
    },
  })
  return (
    <>
      {again && (
        <Note
          type={again.past.length > 0 ? 'warning' : 'info'}
          title={w.takenOver}
          description={again.past.map(({ field, day }) => (
            <div key={field}>{w.past(t.name[field], figures.day(day))}</div>
          ))}
        />
      )}
      <TermsForm
        initial={again?.draft ?? fresh}
        deadline={{
          min: addDays(today, school.minDays),
          max: addDays(today, school.maxDays),
          refuse: (day) => refuseUnlessWithinLimits(day, school, serverNow()),
        }}
        submitLabel={w.preview}
        able={to !== null}
        error={send.error ?? (letter && notice.error)}
        busy={send.isPending}
        tools={(form) => <TermTemplates form={form} today={today} />}
        onDraft={() => onTyped?.()}
        onSubmit={(terms, day) => setLetter({ terms, respondBy: day })}
      />
      <LetterPreview
        letter={
          letter && to && { ...letter, student: to.name, employer: me.employer?.name ?? '', day: today }
        }
        notice={notice.data}
        busy={send.isPending}
        onSend={() =>
          letter &&
          to &&
          notice.data &&
          send.mutate({ ...letter, noticeVersion: notice.data.version, invited: to })
        }
        onBack={() => setLetter(null)}
      />
    </>
  )
}
