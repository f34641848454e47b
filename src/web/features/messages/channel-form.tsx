import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/message-channels.ts'
import { LONGEST } from '../../../domain/longest.ts'
import type { Channel } from '../../../domain/message/channel.ts'
import { type MessageKind, PHONE_CODE } from '../../../domain/message/notices.ts'
import { USUAL_QUIET } from '../../../domain/message/quiet-hours.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import type { Kept } from './channel-acts.tsx'
import { type OfferedKind, TemplateFields } from './template-fields.tsx'
import { messageWords } from './words.ts'

type Shown = Output<typeof contract.getMessageChannels>
type ByKind<T> = Partial<Record<MessageKind, T>>
type Draft = {
  server: string
  key: string
  quietFrom: number
  quietUntil: number
  on: ByKind<boolean>
  template: ByKind<string>
  text: ByKind<string>
}
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const offered = ({ kinds }: Shown, channel: Channel): OfferedKind[] =>
  kinds.filter(({ kind }) => channel === 'sms' || kind !== PHONE_CODE)

function draftOf(kinds: readonly OfferedKind[], kept: Kept | undefined): Draft {
  const templateOf = (kind: MessageKind) => kept?.templates.find((one) => one.kind === kind)
  const byKind = <T,>(value: (of: OfferedKind) => T): ByKind<T> =>
    Object.fromEntries(kinds.map((of) => [of.kind, value(of)]))
  return {
    ...{ server: kept?.server ?? '', key: '' },
    quietFrom: kept?.quietFrom ?? USUAL_QUIET.quietFrom,
    quietUntil: kept?.quietUntil ?? USUAL_QUIET.quietUntil,
    on: byKind(({ kind, isUsual }) => (kept ? templateOf(kind) !== undefined : isUsual)),
    template: byKind(({ kind }) => templateOf(kind)?.template ?? ''),
    text: byKind(({ kind, text }) => templateOf(kind)?.text ?? text),
  }
}

/** As Standard Webhooks writes them. */
const newKey = () => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`

/** A gateway, its hours, and what goes out through it. `onTouch` is told whether anything waits to be saved. */
export function ChannelForm({
  of,
  channel,
  onTouch,
}: {
  of: Shown
  channel: Channel
  onTouch: (touched: boolean) => void
}) {
  const w = useWords(messageWords)
  const ui = useWords(uiWords)
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const [isMade, setMade] = useState(false)
  const kept = of.channels.find((one) => one.channel === channel)
  const kinds = offered(of, channel)
  const save = useMutation({
    mutationFn: ({ on, template, text, key = '', ...draft }: Draft) => {
      const chosen = kinds.filter(({ kind }) => on[kind])
      const templates = chosen.map(({ kind }) => ({
        kind,
        template: template[kind] ?? '',
        text: text[kind] ?? '',
      }))
      const body = { channel, seenVersion: kept?.version ?? 0, key, ...draft, templates }
      return call(contract.saveMessageChannel, { params, body })
    },
    onSuccess: async () => {
      onTouch(false)
      setMade(false)
      form.setFieldValue('key', '')
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  const sent = save.variables ? kinds.filter(({ kind }) => save.variables.on[kind]) : []
  const names = Object.fromEntries(
    sent.flatMap(({ kind }, at) => [
      [`templates.${at}.template`, w.of(w.kinds[kind], w.template)],
      [`templates.${at}.text`, w.of(w.kinds[kind], w.text)],
    ]),
  )
  const hours = HOURS.map((value) => ({ value, label: w.hour(value) }))
  return (
    <section className="card slim">
      <ProblemNote error={save.error} names={{ server: w.server, key: w.key, ...names }} />
      <CheckedForm<Draft>
        form={form}
        name={channel}
        initialValues={draftOf(kinds, kept)}
        onValuesChange={() => onTouch(true)}
        onFinish={(draft) => save.mutate(draft)}
      >
        <h2>{w.gateway}</h2>
        <Form.Item
          name="server"
          label={w.server}
          extra={w.serverHint}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: ui.needed(w.server) }]}
          {...fieldFault(save.error, 'server')}
        >
          <Input type="url" inputMode="url" autoComplete="off" maxLength={LONGEST.webAddress} />
        </Form.Item>
        <Form.Item
          name="key"
          label={w.key}
          extra={isMade ? w.keyMade : kept ? w.keyKept : w.keyHint}
          {...fieldFault(save.error, 'key')}
        >
          <Input autoComplete="off" maxLength={LONGEST.secret} {...AS_TYPED} />
        </Form.Item>
        <Form.Item>
          <Button
            onClick={() => {
              form.setFieldValue('key', newKey())
              setMade(true)
              onTouch(true)
            }}
          >
            {w.makeKey}
          </Button>
        </Form.Item>
        <h2>{w.quiet}</h2>
        <p className="soft">{w.quietHint}</p>
        <Form.Item name="quietFrom" label={w.quietFrom} rules={[{ required: true }]}>
          <Select options={hours} />
        </Form.Item>
        <Form.Item name="quietUntil" label={w.quietUntil} rules={[{ required: true }]}>
          <Select options={hours} />
        </Form.Item>
        <h2>{w.notices}</h2>
        <p className="soft">{w.noticesHint}</p>
        {kinds.map((one) => (
          <TemplateFields
            key={one.kind}
            of={one}
            at={sent.findIndex(({ kind }) => kind === one.kind)}
            error={save.error}
          />
        ))}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </CheckedForm>
    </section>
  )
}
