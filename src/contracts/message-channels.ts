import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { CHANNELS } from '../domain/message/channel.ts'
import { MESSAGE_FAULTS } from '../domain/message/delivery.ts'
import { MESSAGE_KINDS, PHONE_CODE } from '../domain/message/notices.ts'
import { NOTIFICATION_KINDS, type NotificationKind } from '../domain/notification.ts'
import { PORTALS } from '../domain/portal.ts'
import { done, instant, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, line, secret, text, webAddress } from './typed.ts'

const tags = ['messages']

export const channel = z.enum(CHANNELS)
export const messageKind = z.enum(MESSAGE_KINDS)
const hour = z.int().min(0).max(23)
const template = z.object({
  kind: messageKind,
  /** As the provider has numbered it. */
  template: line(LONGEST.number),
  text: text(LONGEST.messageText),
})
const channelSetting = z.object({
  channel,
  server: z.string(),
  quietFrom: hour,
  quietUntil: hour,
  /** What goes out; nothing else does. */
  templates: z.array(z.object({ kind: messageKind, template: z.string(), text: z.string() })),
  /** When the gateway last took a message with just these settings. */
  triedAt: instant.nullable(),
  enabled: z.boolean(),
  version: z.int(),
})
const shown = z.object({
  channels: z.array(channelSetting),
  /** All that can go out: by what a text may ask, our own text, and whether it goes where nothing else was chosen. */
  kinds: z.array(
    z.object({ kind: messageKind, data: z.array(z.string()), text: z.string(), isUsual: z.boolean() }),
  ),
  /** Where a gateway tells of deliveries. */
  reportsTo: z.string(),
})

export const getMessageChannels = {
  method: 'GET',
  url: '/api/schools/:school/message-channels',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'How students are told by SMS and WeChat',
    params: schoolParams,
    response: { 200: shown },
  },
} as const satisfies Endpoint

/** Closed until it was tried, where the address or the key has changed. */
export const saveMessageChannel = {
  method: 'PUT',
  url: '/api/schools/:school/message-channels',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Set one of them: its gateway, its hours, what goes out and how',
    params: schoolParams,
    body: z.object({
      channel,
      /** 0 where there is none yet. */
      seenVersion: z.int().min(0),
      server: webAddress,
      /** `whsec_…`; empty: the one that is kept stays, where the address does. */
      key: z.union([z.literal(''), secret]),
      quietFrom: hour,
      quietUntil: hour,
      templates: z.array(template).max(MESSAGE_KINDS.length),
    }),
    response: { 200: shown },
  },
} as const satisfies Endpoint

const seen = { channel, seenVersion: z.int().min(1) }

export const enableMessageChannel = {
  method: 'POST',
  url: '/api/schools/:school/message-channels/enable',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Open one of them, or close it',
    params: schoolParams,
    body: z.object({ ...seen, enabled: z.boolean() }),
    response: { 200: shown },
  },
} as const satisfies Endpoint

export const removeMessageChannel = {
  method: 'POST',
  url: '/api/schools/:school/message-channels/remove',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Forget one of them, with its key',
    params: schoolParams,
    body: z.object(seen),
    response: { 200: done },
  },
} as const satisfies Endpoint

/** With data that is made up, and marked as a trial. Not asked again under a key: it would not be tried again. */
export const tryMessageChannel = {
  method: 'POST',
  url: '/api/schools/:school/message-channels/try',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Hand one message to the gateway and see what it answers',
    params: schoolParams,
    body: z.object({
      ...seen,
      notice: messageKind,
      /** A mobile number; of WeChat a student number. */
      to: code(),
    }),
    response: {
      200: z.object({
        isTaken: z.boolean(),
        /** Null where nobody answered. */
        status: z.int().nullable(),
        fault: z.enum(MESSAGE_FAULTS).nullable(),
        /** What the gateway said, or what kept us from it. */
        said: z.string(),
        /** What was handed over. */
        text: z.string(),
      }),
    },
  },
} as const satisfies Endpoint

const noticeKind = z.enum([PHONE_CODE, ...Object.keys(NOTIFICATION_KINDS)] as [
  typeof PHONE_CODE,
  ...NotificationKind[],
])
const undelivered = z.object({
  id: z.uuid(),
  channel: z.enum(['mail', ...CHANNELS]),
  kind: noticeKind,
  params: z.record(z.string(), z.string()),
  at: instant,
  name: z.string(),
  portal: z.enum(PORTALS),
  studentNumber: z.string().nullable(),
  /** Null of e-mail, whose server says it in its own words. */
  fault: z.enum(MESSAGE_FAULTS).nullable(),
  /** What the other server said. */
  said: z.string().nullable(),
})
export type UndeliveredNotice = z.infer<typeof undelivered>

export const listUndeliveredNotices = {
  method: 'GET',
  url: '/api/schools/:school/undelivered-notices',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary:
      'What has not reached people by e-mail, SMS or WeChat in thirty days; all of it is in their inbox',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(undelivered).extend({ days: z.int() }) },
  },
} as const satisfies Endpoint
