import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { Input as Asked, Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/message-channels.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { deliveryWords } from './delivery-words.ts'
import { messageWords } from './words.ts'

export type Kept = Output<typeof contract.getMessageChannels>['channels'][number]
type Typed = Pick<NonNullable<Asked<typeof contract.tryMessageChannel>['body']>, 'notice' | 'to'>

function Answer({ of }: { of: Output<typeof contract.tryMessageChannel> }) {
  const w = useWords(messageWords).trial
  const { faults } = useWords(deliveryWords)
  const status = String(of.status ?? '')
  return (
    <Note
      type={of.isTaken ? 'info' : 'error'}
      title={of.fault ? w.notTaken(faults[of.fault]) : w.taken(status)}
      description={
        <>
          <p>{of.status === null ? w.noAnswer(of.said) : w.answered(status, of.said)}</p>
          <p>{w.sent(of.text)}</p>
        </>
      }
    />
  )
}

/** One message with made-up data, and what the gateway says to it. */
function Trial({ of, isChanged }: { of: Kept; isChanged: () => boolean }) {
  const { trial: w, kinds } = useWords(messageWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const params = { school: useMySchool() }
  const { channel, version: seenVersion } = of
  const trial = useMutation({
    mutationFn: (typed: Typed) =>
      call(contract.tryMessageChannel, { params, body: { channel, seenVersion, ...typed } }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <h2>{w.title}</h2>
      <p className="soft">{isChanged() ? w.unsaved : w.hint}</p>
      <ProblemNote error={trial.error} names={{ to: w.to[channel], notice: w.notice }} />
      {trial.data && <Answer of={trial.data} />}
      <CheckedForm<Typed>
        name="trial"
        disabled={isChanged()}
        initialValues={{ notice: of.templates[0]?.kind, to: '' }}
        onFinish={(typed) => trial.mutate(typed)}
      >
        <Form.Item name="notice" label={w.notice} rules={[{ required: true }]}>
          <Select options={of.templates.map(({ kind }) => ({ value: kind, label: kinds[kind] }))} />
        </Form.Item>
        <Form.Item
          name="to"
          label={w.to[channel]}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: ui.needed(w.to[channel]) }]}
          {...fieldFault(trial.error, 'to')}
        >
          <Input inputMode="tel" autoComplete="off" maxLength={LONGEST.number} />
        </Form.Item>
        <Button htmlType="submit" loading={trial.isPending} disabled={isChanged()}>
          {w.send}
        </Button>
      </CheckedForm>
    </>
  )
}

/** What is done with what was saved: tried, opened, closed, forgotten. */
export function ChannelActs({ of, isChanged }: { of: Kept; isChanged: () => boolean }) {
  const w = useWords(messageWords)
  const client = useQueryClient()
  const params = { school: useMySchool() }
  const seen = { channel: of.channel, seenVersion: of.version }
  const settled = () => client.invalidateQueries()
  const turn = () => call(contract.enableMessageChannel, { params, body: { ...seen, enabled: !of.enabled } })
  return (
    <section className="card slim">
      <Trial of={of} isChanged={isChanged} />
      <div className="message-acts">
        {of.enabled ? (
          <ActButton {...w.disable} act={turn} settled={settled} />
        ) : (
          of.triedAt && <ActButton {...w.enable} kind="primary" act={turn} settled={settled} />
        )}
        <ActButton
          {...w.remove}
          kind="danger"
          act={() => call(contract.removeMessageChannel, { params, body: seen })}
          settled={settled}
        />
      </div>
    </section>
  )
}
