import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { getMessageChannels } from '../../../contracts/message-channels.ts'
import { CHANNELS, type Channel } from '../../../domain/message/channel.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ChannelActs, type Kept } from './channel-acts.tsx'
import { ChannelForm } from './channel-form.tsx'
import { UndeliveredList } from './undelivered-list.tsx'
import { messageWords } from './words.ts'
import './messages.css'

function State({ of }: { of: Kept | undefined }) {
  const w = useWords(messageWords)
  const { instant } = useFigures()
  const [standing, text]: [Standing, string] = !of
    ? ['over', w.none]
    : of.enabled
      ? ['done', w.enabled]
      : of.triedAt
        ? ['mine', w.tried(instant(of.triedAt))]
        : ['mine', w.untried]
  return <StateMark standing={standing}>{text}</StateMark>
}

function ChannelPage({ of, channel }: { of: Output<typeof getMessageChannels>; channel: Channel }) {
  const w = useWords(messageWords)
  const [touched, setTouched] = useState(false)
  const kept = of.channels.find((one) => one.channel === channel)
  useUnsaved(() => touched)
  return (
    <>
      <section className="card">
        <State of={kept} />
        <p>{w.recipients[channel]}</p>
        <p>
          {w.reportsTo}
          <br />
          <code className="message-address">{of.reportsTo}</code>
        </p>
      </section>
      {kept && <ChannelActs key={kept.version} of={kept} isChanged={() => touched} />}
      <ChannelForm of={of} channel={channel} onTouch={setTouched} />
    </>
  )
}

/** How the school tells its students beside the inbox, and what has not reached them. */
export function MessageChannelsPage() {
  const w = useWords(messageWords)
  const params = { school: useMySchool() }
  const { shown } = useListAddress<{ tab: string }>()
  const { data } = useSuspenseQuery({ ...ask(getMessageChannels, { params }), refetchOnWindowFocus: false })
  const channel = CHANNELS.find((one) => one === (shown.tab ?? 'sms'))
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <TabLinks
        label={w.title}
        of={[...CHANNELS, 'undelivered' as const].map((tab) => ({ tab, name: w.tabs[tab] }))}
        open={channel ?? 'undelivered'}
      />
      {channel ? <ChannelPage key={channel} of={data} channel={channel} /> : <UndeliveredList />}
    </>
  )
}
