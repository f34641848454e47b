import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { getAgreement, proposeAmendment } from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/invitations.ts'
import { employerWorkbench } from '../../../contracts/people.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.tsx'
import { draftOf, TermsForm } from './terms-form.tsx'

/** Invite one student: found by what the employer knows, never from a list. */
export function InvitePage() {
  const words = useWords()
  const w = words.invite
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const [code, setCode] = useState(schools[0]?.code)
  const school = schools.find((one) => one.code === code)
  const today = dayInChina(new Date())
  const find = useMutation({
    mutationFn: ({ name, studentNumber, shortCode }: Record<string, string>) =>
      call(contract.findStudentToInvite, {
        params: { school: code ?? '' },
        body: shortCode ? { shortCode } : { name, studentNumber },
      }),
  })
  const send = useMutation({
    mutationFn: ({ terms, respondBy }: { terms: Terms; respondBy: string }) =>
      call(contract.sendInvitation, {
        params: { school: code ?? '' },
        body: { studentId: find.data?.id, studentName: find.data?.name, respondBy, terms },
      }),
    onSuccess: async ({ id }) => {
      message.success(w.sent)
      await client.invalidateQueries()
      await navigate({ to: '/employer/invitations/$school/$id', params: { school: code ?? '', id } })
    },
  })
  if (!school) return <p className="empty">{words.workbench.empty}</p>
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <h2>{w.find}</h2>
        <p>{w.findHint}</p>
        <ProblemNote error={find.error} />
        <Form layout="vertical" onFinish={(values) => find.mutate(values)}>
          <div className="grid2">
            <Form.Item label={words.signIn.school}>
              <Select
                aria-label={words.signIn.school}
                value={code}
                onChange={(next) => {
                  setCode(next)
                  find.reset()
                }}
                options={schools.map(({ code: value, name: label }) => ({ value, label }))}
              />
            </Form.Item>
            <Form.Item name="name" label={w.name}>
              <Input maxLength={50} />
            </Form.Item>
            <Form.Item name="studentNumber" label={w.number}>
              <Input maxLength={32} />
            </Form.Item>
            <Form.Item name="shortCode" label={`${w.or} ${w.shortCode}`}>
              <Input maxLength={8} />
            </Form.Item>
          </div>
          <Button htmlType="submit" loading={find.isPending}>
            {w.findButton}
          </Button>
        </Form>
        {find.data && (
          <p role="status">
            {w.found}: <strong>{find.data.name}</strong> {find.data.studentNumber} · {find.data.college} ·{' '}
            {find.data.major}
          </p>
        )}
      </section>
      {find.data && (
        <section className="card">
          <h2>{w.terms}</h2>
          <TermsForm
            initial={{
              probationDays: 30,
              penalty: '0',
              clauses: [],
              respondBy: addDays(today, school.defaultDays),
              file: {
                method: 'employer',
                receiver: '',
                address: '',
                postcode: '',
                contactName: '',
                contactPhone: '',
              },
            }}
            deadline={{ min: addDays(today, school.minDays), max: addDays(today, school.maxDays) }}
            submitLabel={w.send}
            error={send.error}
            busy={send.isPending}
            onSubmit={(terms, respondBy) => send.mutate({ terms, respondBy })}
          />
        </section>
      )}
    </>
  )
}

/** Revise an unanswered invitation: the difference stands on the page before it is sent. */
export function RevisePage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const words = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: invitation } = useSuspenseQuery({
    ...ask(contract.getInvitation, { params }),
    refetchOnWindowFocus: false,
  })
  const revise = useMutation({
    mutationFn: (body: { terms: Terms; respondBy: string }) =>
      call(contract.reviseInvitation, { params, body: { ...body, seenVersion: invitation.version } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      await navigate({ to: '/employer/invitations/$school/$id', params })
    },
  })
  return (
    <section className="card">
      <h1>{words.invite.reviseTitle}</h1>
      <TermsForm
        initial={draftOf(invitation.terms, invitation.respondBy)}
        before={invitation.terms}
        deadline={{ min: invitation.respondBy }}
        submitLabel={words.invite.submitRevision}
        error={revise.error}
        busy={revise.isPending}
        onSubmit={(terms, respondBy) => revise.mutate({ terms, respondBy })}
      />
    </section>
  )
}

/** Propose new terms before the review has passed (R9). */
export function AmendPage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const words = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: agreement } = useSuspenseQuery({
    ...ask(getAgreement, { params }),
    refetchOnWindowFocus: false,
  })
  const propose = useMutation({
    mutationFn: (terms: Terms) =>
      call(proposeAmendment, { params, body: { terms, seenVersion: agreement.version } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      await navigate({ to: '/employer/agreements/$school/$id', params })
    },
  })
  return (
    <section className="card">
      <h1>{words.invite.amendTitle}</h1>
      <TermsForm
        initial={draftOf(agreement.terms, '')}
        before={agreement.terms}
        deadline={null}
        submitLabel={words.invite.submitRevision}
        error={propose.error}
        busy={propose.isPending}
        onSubmit={(terms) => propose.mutate(terms)}
      />
    </section>
  )
}
