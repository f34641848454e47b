import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/own-messages.ts'
import { isAbroad } from '../../../domain/identifiers.ts'
import { LONGEST } from '../../../domain/longest.ts'
import type { Channel } from '../../../domain/message/channel.ts'
import { isOnItsWay } from '../../../domain/message/delivery.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { said } from '../../ui/said.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useDeliveryText } from './delivery-text.ts'
import { deliveryWords } from './delivery-words.ts'
import { ownMessageWords } from './own-words.ts'
import './messages.css'

type Ways = Output<typeof contract.getOwnChannels>
type Way = Ways['channels'][number]
/** Milliseconds between two looks at a code that is on its way. */
const LOOK_AGAIN = 3_000

function useAct<Given>(act: (given: Given) => Promise<Ways>, done?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      if (done) said.success(done)
      await client.invalidateQueries()
    },
  })
}

/** The code to the number, and the number confirmed by it. */
function ConfirmNumber({ of }: { of: Ways }) {
  const { sms: w, allowed } = useWords(ownMessageWords)
  const ui = useWords(uiWords)
  const deliveryOf = useDeliveryText()
  const params = { school: useMySchool() }
  const send = useAct(() => call(contract.askPhoneCode, { params }))
  const confirm = useAct(
    ({ digits }: { digits: string }) =>
      call(contract.allowMessages, { params, body: { channel: 'sms', digits } }),
    allowed,
  )
  if (of.mobile === '') return <p>{w.noNumber}</p>
  return (
    <>
      <p>{w.to(of.mobile)}</p>
      {isAbroad(of.mobile) && <p>{w.abroad}</p>}
      <ProblemNote error={confirm.error ?? send.error} names={{ digits: w.digits }} />
      {of.code && (
        <>
          <p role="status">{w.sentTo(of.mobile, deliveryOf({ channel: 'sms', ...of.code }))}</p>
          <CheckedForm name="phone-code" onFinish={(typed: { digits: string }) => confirm.mutate(typed)}>
            <Form.Item
              name="digits"
              label={w.digits}
              rules={[{ required: true, message: ui.needed(w.digits) }]}
              {...fieldFault(confirm.error, 'digits')}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={LONGEST.secondFactor} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              {w.confirm}
            </Button>
          </CheckedForm>
        </>
      )}
      <div className="message-acts">
        <Button loading={send.isPending} onClick={() => send.mutate(undefined)}>
          {of.code ? w.again : w.send}
        </Button>
      </div>
    </>
  )
}

function AllowWechat() {
  const { wechat: w, allowed } = useWords(ownMessageWords)
  const params = { school: useMySchool() }
  const allow = useAct(
    () => call(contract.allowMessages, { params, body: { channel: 'wechat', digits: '' } }),
    allowed,
  )
  return (
    <>
      <p>{w.how}</p>
      <ProblemNote error={allow.error} />
      <Button loading={allow.isPending} onClick={() => allow.mutate(undefined)}>
        {w.allow}
      </Button>
    </>
  )
}

function Stop({ channel }: { channel: Channel }) {
  const w = useWords(ownMessageWords)
  const params = { school: useMySchool() }
  const stop = useAct(() => call(contract.stopMessages, { params, body: { channel } }), w.stopped)
  return (
    <>
      <ProblemNote error={stop.error} />
      <div className="message-acts">
        <Button loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {w.stop[channel]}
        </Button>
      </div>
    </>
  )
}

function OneWay({ of: { channel, isOffered, allowedSince, stands }, all }: { of: Way; all: Ways }) {
  const w = useWords(ownMessageWords)
  const { channels } = useWords(deliveryWords)
  const { instant } = useFigures()
  const isConfirmed = allowedSince !== null && stands
  return (
    <div className="own-way">
      <h3>{channels[channel]}</h3>
      <StateMark standing={isConfirmed ? 'done' : 'over'}>
        {allowedSince === null ? w.isOff : stands ? w.isOn(instant(allowedSince)) : w.otherNumber}
      </StateMark>
      {!isOffered && <p className="soft">{w.off}</p>}
      {isOffered && !isConfirmed && (channel === 'sms' ? <ConfirmNumber of={all} /> : <AllowWechat />)}
      {allowedSince !== null && <Stop channel={channel} />}
    </div>
  )
}

/** By which ways a student is told beside the inbox; nothing where the school has none and none was allowed. */
export function OwnChannels() {
  const w = useWords(ownMessageWords)
  const params = { school: useMySchool() }
  const { data } = useSuspenseQuery({
    ...ask(contract.getOwnChannels, { params }),
    refetchInterval: ({ state }) =>
      state.data?.code && isOnItsWay(state.data.code.state) ? LOOK_AGAIN : false,
  })
  const shown = data.channels.filter(({ isOffered, allowedSince }) => isOffered || allowedSince !== null)
  if (shown.length === 0) return null
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      <p>{w.lead}</p>
      {shown.map((one) => (
        <OneWay key={one.channel} of={one} all={data} />
      ))}
    </section>
  )
}
