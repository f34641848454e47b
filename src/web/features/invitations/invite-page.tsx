import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { agreementActs, getAgreement } from '../../../contracts/agreements.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/invitations.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { showDay } from '../../ui/moment.ts'
import { useOpened } from '../../ui/opened.ts'
import { useWords } from '../../words/language.tsx'
import { agreementWords } from '../agreements/words.ts'
import { employerWords } from '../employers/words.ts'
import { draftOf, fileBy } from '../terms/terms-draft.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { FindStudent, type Found } from './find-student.tsx'
import { inviteWords } from './invite-words.ts'
import { LetterPreview } from './letter-preview.tsx'
import { invitationWords } from './words.ts'

/** Invite one student: found by what the employer knows, never from a list. */
export function InvitePage() {
  const w = useWords(inviteWords)
  const employers = useWords(employerWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const me = useMe()
  const [code, setCode] = useState(schools[0]?.code)
  const [found, setFound] = useState<Found | null>(null)
  /** Once shown, the terms stay: looking for another student must not lose what was typed. */
  const [begun, setBegun] = useState(false)
  const [draft, setDraft] = useState<{ terms: Terms; respondBy: string } | null>(null)
  const school = schools.find((one) => one.code === code)
  const today = dayInChina(new Date())
  const send = useMutation({
    mutationFn: ({ student, ...letter }: { student: Found; terms: Terms; respondBy: string }) =>
      call(contract.sendInvitation, {
        params: { school: code ?? '' },
        body: { studentId: student.id, studentName: student.name, ...letter },
      }),
    onSuccess: async ({ id }) => {
      message.success(w.sent)
      await client.invalidateQueries()
      await navigate({ to: '/employer/invitations/$school/$id', params: { school: code ?? '', id } })
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
            day: showDay(new Date().toISOString()),
          }
        }
        busy={send.isPending}
        onSend={() => draft && found && send.mutate({ ...draft, student: found })}
        onBack={() => setDraft(null)}
      />
    </>
  )
}

/** Revise an unanswered invitation: the difference stands on the page before it is sent. */
export function RevisePage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const w = useWords(invitationWords).act
  const invite = useWords(inviteWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data: invitation, round, reload } = useOpened(ask(contract.getInvitation, { params }))
  const revise = useMutation({
    mutationFn: (body: { terms: Terms; respondBy: string }) =>
      call(contract.invitationActs.revise, { params, body: { ...body, seenVersion: invitation.version } }),
    onSuccess: async () => {
      message.success(w.revise.done)
      await client.invalidateQueries()
      await navigate({ to: '/employer/invitations/$school/$id', params })
    },
  })
  return (
    <section className="card">
      <h1>{w.revise.title}</h1>
      <TermsForm
        key={round}
        initial={draftOf(invitation.terms, invitation.respondBy)}
        before={invitation.terms}
        deadline={{ min: invitation.respondBy }}
        submitLabel={invite.submitRevision}
        error={revise.error}
        busy={revise.isPending}
        onReload={() => reload().then(revise.reset)}
        onSubmit={(terms, respondBy) => revise.mutate({ terms, respondBy })}
      />
    </section>
  )
}

/** Propose new terms before the review has passed (R9). */
export function AmendPage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const w = useWords(inviteWords)
  const agreements = useWords(agreementWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data: agreement, round, reload } = useOpened(ask(getAgreement, { params }))
  const propose = useMutation({
    mutationFn: (terms: Terms) =>
      call(agreementActs['propose-amendment'], { params, body: { terms, seenVersion: agreement.version } }),
    onSuccess: async () => {
      message.success(agreements.act['propose-amendment'].done)
      await client.invalidateQueries()
      await navigate({ to: '/employer/agreements/$school/$id', params })
    },
  })
  return (
    <section className="card">
      <h1>{agreements.act['propose-amendment'].title}</h1>
      <TermsForm
        key={round}
        initial={draftOf(agreement.terms, '')}
        before={agreement.terms}
        deadline={null}
        submitLabel={w.submitRevision}
        error={propose.error}
        busy={propose.isPending}
        onReload={() => reload().then(propose.reset)}
        onSubmit={(terms) => propose.mutate(terms)}
      />
    </section>
  )
}
