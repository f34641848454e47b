import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useRef } from 'react'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/school-sign-in.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  isAskedFor,
  type SchoolSignIn,
  SIGN_IN_FAULTS,
  SIGN_IN_WAYS,
  type SignInWay,
} from '../../../domain/school-sign-in.ts'
import { ask, call, ProblemError } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { schoolDoorWords } from './door-words.ts'
import { schoolSignInWords } from './words.ts'

type Shown = Output<typeof contract.getSchoolSignIn>
type Draft = SchoolSignIn & { readonly secret: string }

const NEW: Draft = {
  ...{ way: 'oidc', server: '', clientId: '', agentId: '', secret: '', claim: '', alsoStaff: false },
}
const draftOf = ({ signIn }: Shown): Draft => (signIn ? { ...NEW, ...signIn } : NEW)

type Typed = Omit<Draft, 'way' | 'alsoStaff'>
/** What is not asked for this way may have been typed for another. */
const askedOf = (
  way: SignInWay,
  { server = '', clientId = '', agentId = '', secret = '', claim = '' }: Partial<Typed>,
): Typed => ({
  server: isAskedFor(way, 'server') ? server : '',
  clientId: isAskedFor(way, 'clientId') ? clientId : '',
  agentId: isAskedFor(way, 'agentId') ? agentId : '',
  secret: isAskedFor(way, 'clientId') ? secret : '',
  claim: isAskedFor(way, 'claim') ? claim : '',
})

function State({ of }: { of: Shown['signIn'] }) {
  const w = useWords(schoolSignInWords)
  const figures = useFigures()
  const [standing, text]: [Standing, string] = !of
    ? ['over', w.none]
    : of.enabled
      ? ['done', w.enabled]
      : of.triedAt
        ? ['mine', w.tried(figures.instant(of.triedAt))]
        : ['mine', w.untried]
  return <StateMark standing={standing}>{text}</StateMark>
}

/** What is done with what was saved: tried, opened, closed, forgotten. */
function Acts({
  school,
  of,
  isChanged,
}: {
  school: string
  of: NonNullable<Shown['signIn']>
  isChanged: () => boolean
}) {
  const w = useWords(schoolSignInWords)
  const door = useWords(schoolDoorWords)
  const client = useQueryClient()
  const params = { school }
  const settled = () => client.invalidateQueries()
  const trial = useMutation({
    mutationFn: () => call(contract.trySchoolSignIn, { params }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  const problem = trial.error instanceof ProblemError ? trial.error.problem : null
  const fault = SIGN_IN_FAULTS.find((one) => one === problem?.details?.fault)
  const body = { seenVersion: of.version, enabled: !of.enabled }
  const turn = () => call(contract.enableSchoolSignIn, { params, body })
  return (
    <>
      {fault ? (
        <Note type="error" title={door.trial.failed} description={door.faults[fault]} />
      ) : (
        <ProblemNote error={trial.error} />
      )}
      <p className="soft">{w.tryHint}</p>
      <div className="first-login-acts">
        <Button
          type={of.triedAt ? 'default' : 'primary'}
          loading={trial.isPending || trial.isSuccess}
          disabled={isChanged()}
          onClick={() => trial.mutate()}
        >
          {w.tryIt}
        </Button>
        {of.enabled ? (
          <ActButton {...w.disable} act={turn} settled={settled} />
        ) : (
          of.triedAt && <ActButton {...w.enable} kind="primary" act={turn} settled={settled} />
        )}
        <ActButton
          {...w.remove}
          kind="danger"
          act={() => call(contract.removeSchoolSignIn, { params })}
          settled={settled}
        />
      </div>
    </>
  )
}

/** How people of the school sign in by the university’s own accounts: entered, tried, and then opened. */
export function SchoolSignInPage() {
  const w = useWords(schoolSignInWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const params = { school }
  const client = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const way = Form.useWatch('way', form) ?? 'oidc'
  const touched = useRef(false)
  const { data } = useSuspenseQuery({
    ...ask(contract.getSchoolSignIn, { params }),
    refetchOnWindowFocus: false,
  })
  const { signIn, redirectUri } = data
  const save = useMutation({
    mutationFn: ({ way, alsoStaff, ...typed }: Draft) =>
      call(contract.saveSchoolSignIn, {
        params,
        body: { seenVersion: signIn?.version ?? 0, way, alsoStaff, ...askedOf(way, typed) },
      }),
    onSuccess: async () => {
      touched.current = false
      form.setFieldValue('secret', '')
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  useUnsaved(() => touched.current && !save.isPending)
  const names = { ...w, ...(way === 'wecom' && w.wecom) }
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <section className="card">
        <State of={signIn} />
        <p>
          {w.redirect}
          <br />
          <code>{redirectUri}</code>
        </p>
        {signIn && <Acts school={school} of={signIn} isChanged={() => touched.current} />}
      </section>
      <section className="card slim">
        <ProblemNote
          error={save.error}
          names={{ server: w.server, claim: w.claim, clientId: names.clientId, secret: names.secret }}
        />
        <CheckedForm<Draft>
          form={form}
          initialValues={draftOf(data)}
          onValuesChange={() => {
            touched.current = true
          }}
          onFinish={(draft) => save.mutate(draft)}
        >
          <Form.Item name="way" label={w.way} rules={[{ required: true }]}>
            <Radio.Group
              aria-label={w.way}
              options={SIGN_IN_WAYS.map((value) => ({ value, label: w.ways[value] }))}
            />
          </Form.Item>
          {way === 'wecom' ? (
            <p className="soft">{w.wecom.hint}</p>
          ) : (
            <Form.Item
              name="server"
              label={w.server}
              extra={w.serverHints[way]}
              validateTrigger="onBlur"
              rules={[{ required: true, whitespace: true, message: ui.needed(w.server) }]}
              {...fieldFault(save.error, 'server')}
            >
              <Input type="url" inputMode="url" autoComplete="off" maxLength={LONGEST.webAddress} />
            </Form.Item>
          )}
          {isAskedFor(way, 'clientId') && (
            <Form.Item
              name="clientId"
              label={names.clientId}
              validateTrigger="onBlur"
              rules={[{ required: true, whitespace: true, message: ui.needed(names.clientId) }]}
            >
              <Input autoComplete="off" maxLength={LONGEST.line} />
            </Form.Item>
          )}
          {isAskedFor(way, 'agentId') && (
            <Form.Item
              name="agentId"
              label={w.wecom.agentId}
              validateTrigger="onBlur"
              rules={[{ required: true, whitespace: true, message: ui.needed(w.wecom.agentId) }]}
            >
              <Input inputMode="numeric" autoComplete="off" maxLength={LONGEST.number} />
            </Form.Item>
          )}
          {isAskedFor(way, 'clientId') && (
            <Form.Item
              name="secret"
              label={names.secret}
              extra={signIn?.hasSecret ? w.secretKept : way === 'oidc' && w.secretHint}
              validateTrigger="onBlur"
              rules={[{ required: way === 'wecom' && !signIn?.hasSecret, message: ui.needed(names.secret) }]}
              {...fieldFault(save.error, 'secret')}
            >
              <Input.Password autoComplete="new-password" maxLength={LONGEST.secret} />
            </Form.Item>
          )}
          {way !== 'wecom' && (
            <Form.Item name="claim" label={w.claim} extra={w.claimHints[way]}>
              <Input autoComplete="off" maxLength={LONGEST.login} />
            </Form.Item>
          )}
          <Form.Item name="alsoStaff" valuePropName="checked" rules={[{ required: true }]}>
            <Checkbox>{w.alsoStaff}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {ui.save}
          </Button>
        </CheckedForm>
      </section>
    </>
  )
}
