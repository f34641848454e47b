import { v4 as uuidv4 } from 'uuid'
import * as contract from '../../../contracts/message-channels.ts'
import { reportDelivery } from '../../../contracts/message-reports.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { EventName } from '../../../domain/event.ts'
import { isMobileAnywhere, normalPhone } from '../../../domain/identifiers.ts'
import { type Channel, refuseKey, refuseToEnableChannel } from '../../../domain/message/channel.ts'
import { dataOf, goesOutByDefault, MESSAGE_KINDS } from '../../../domain/message/notices.ts'
import { filledIn, refuseTemplates } from '../../../domain/message/template.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { Refusal, RefusedFields } from '../../../domain/refusal.ts'
import { deadlineText } from '../../../words/figures.ts'
import { OUR_TEXTS, TRIAL_VALUES } from '../../../words/message-texts.ts'
import type { Db } from '../../db/database.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import * as channels from './channels.ts'
import { handToGateway, type Recipient } from './gateway.ts'
import { DAYS_BACK, listUndelivered } from './undelivered.ts'

const KINDS = MESSAGE_KINDS.map((kind) => ({
  kind,
  data: [...dataOf(kind)],
  text: OUR_TEXTS[kind],
  isUsual: goesOutByDefault(kind),
}))

/** Of somebody who gives a number for a trial. */
function recipientOf(channel: Channel, to: string): Recipient {
  if (channel === 'wechat') return { studentNumber: to }
  const mobile = normalPhone(to)
  if (!isMobileAnywhere(mobile)) throw new RefusedFields('message-recipient-unreadable', ['to'])
  return { mobile }
}

/** How students are told beside the inbox and e-mail: set by the school's administrators. */
export const messageChannelRoutes: Slice = (app, services) => {
  const { db, now, secrets, baseUrl, outward } = services

  const shown = async (of: Db, school: string) => ({
    channels: (await channels.listChannels(of, school)).map(({ key: _, triedAt, ...one }) => ({
      ...one,
      templates: [...one.templates],
      triedAt: triedAt?.toISOString() ?? null,
    })),
    kinds: KINDS,
    reportsTo: baseUrl + reportDelivery.url.replace(':school', school),
  })
  const journal = (
    { tx, actor, acting: { at } }: Doing,
    school: string,
    action: EventName,
    data: JournalData,
  ) => recordOnSchool({ tx, actor, at }, school, action, data)
  /** As it was when whoever acts last looked. */
  const asSeen = async ({ tx }: Doing, school: string, of: { channel: Channel; seenVersion: number }) => {
    const before = await channels.lockChannel(tx, school, of.channel)
    if (!before) throw new Refusal('not-found')
    if (before.version !== of.seenVersion) throw new Refusal('content-changed', { version: before.version })
    return before
  }
  const journaled = ({ server, quietFrom, quietUntil, templates }: channels.ChannelSetting) =>
    JSON.stringify({ server, quietFrom, quietUntil, templates })

  app.route({
    ...contract.getMessageChannels,
    handler: ({ params }) => shown(db, params.school),
  })

  app.route({
    ...contract.saveMessageChannel,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { seenVersion, key, ...after } = request.body
        if (!outward.isAllowed(after.server)) throw new RefusedFields('address-not-allowed', ['server'])
        refuseTemplates(after.channel, after.templates)
        const before = await channels.lockChannel(of.tx, school, after.channel)
        if ((before?.version ?? 0) !== seenVersion) throw new Refusal('content-changed')
        refuseKey(before, after.server, key)
        await channels.saveChannel(of.tx, secrets, after, { school, before, key })
        await journal(of, school, 'school.save-channel', {
          channel: after.channel,
          before: before && journaled(before),
          after: journaled(after),
          keyChanged: key !== '',
        })
        return shown(of.tx, school)
      }),
  })

  app.route({
    ...contract.enableMessageChannel,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { channel, enabled } = request.body
        const before = await asSeen(of, school, request.body)
        if (enabled) refuseToEnableChannel(before)
        await channels.saveChannelEnabled(of.tx, school, channel, enabled)
        await journal(of, school, enabled ? 'school.enable-channel' : 'school.disable-channel', { channel })
        return shown(of.tx, school)
      }),
  })

  app.route({
    ...contract.removeMessageChannel,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { channel } = request.body
        const before = await asSeen(of, school, request.body)
        await channels.removeChannel(of.tx, school, channel)
        await journal(of, school, 'school.remove-channel', { channel, before: journaled(before) })
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.tryMessageChannel,
    handler: async (request) => {
      const { school } = request.params
      const { channel, seenVersion, notice, to } = request.body
      await countUse(services, 'trials', personOf(request).userId, now())
      const kept = await channels.findChannel(db, school, channel)
      if (!kept) throw new Refusal('not-found')
      if (kept.version !== seenVersion) throw new Refusal('content-changed', { version: kept.version })
      const template = kept.templates.find(({ kind }) => kind === notice)
      if (!template) throw new RefusedFields('message-kind-not-sent', ['notice'])
      const at = now()
      const values = { ...TRIAL_VALUES, day: deadlineText(addDays(dayInChina(at), 3), 'zh-CN') }
      const handed = await handToGateway(
        { server: kept.server, key: secrets.open(kept.key), outward },
        {
          ...{ id: uuidv4(), school, channel, template: template.template, text: template.text, values },
          ...{ recipient: recipientOf(channel, to), toldAt: at, deadline: null, isTrial: true },
        },
        at,
      )
      const isTaken = handed.end === 'taken'
      if (isTaken) await channels.saveChannelTried(db, school, kept, at)
      const { status, said } = handed
      return {
        isTaken,
        status,
        said,
        fault: isTaken ? null : handed.fault,
        text: filledIn(template.text, values),
      }
    },
  })

  app.route({
    ...contract.listUndeliveredNotices,
    handler: async ({ params, query }) => ({
      ...(await listUndelivered(db, params.school, query, now())),
      days: DAYS_BACK,
    }),
  })
}
