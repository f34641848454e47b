import { z } from 'zod'
import { CHANNELS } from '../domain/message/channel.ts'
import { MESSAGE_FAULTS, MESSAGE_STATES } from '../domain/message/delivery.ts'
import {
  NOTIFICATION_GROUPS,
  NOTIFICATION_KINDS,
  type NotificationKind,
  TOPIC_KINDS,
} from '../domain/notification.ts'
import { done, idParams, instant, pageOf, paging } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['notifications']
const kind = z.enum(Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]])

/** The inbox is the truth; `mail` tells what became of the e-mail copy, null where none was wanted. */
export const notification = z.object({
  id: z.uuid(),
  kind,
  params: z.record(z.string(), z.string()),
  school: z.string().nullable(),
  /** Where it leads. */
  subject: z.object({
    kind: z.enum(TOPIC_KINDS),
    id: z.uuid(),
  }),
  at: instant,
  readAt: instant.nullable(),
  mail: z.enum(['queued', 'sent', 'failed']).nullable(),
  /** What became of it by SMS and WeChat, for whoever has allowed them; a fault of what waits is that of the last try. */
  messages: z.array(
    z.object({
      channel: z.enum(CHANNELS),
      state: z.enum(MESSAGE_STATES),
      fault: z.enum(MESSAGE_FAULTS).nullable(),
    }),
  ),
})
export type Notification = z.infer<typeof notification>

export const listNotifications = {
  method: 'GET',
  url: '/api/me/notifications',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'The inbox, newest first, with the count of what is unread',
    querystring: paging.extend({ unread: z.literal('1').optional() }),
    response: { 200: pageOf(notification).extend({ unread: z.int() }) },
  },
} as const satisfies Endpoint

export const readNotification = {
  method: 'POST',
  url: '/api/me/notifications/:id/read',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Mark one as read',
    params: idParams,
    response: { 200: z.object({ unread: z.int() }) },
  },
} as const satisfies Endpoint

export const readAllNotifications = {
  method: 'POST',
  url: '/api/me/notifications/read-all',
  config: { access: 'person' },
  schema: { tags, summary: 'Mark all as read', response: { 200: done } },
} as const satisfies Endpoint

/** Server-sent events: `unread` with the count, at once and whenever something is new. */
export const streamNotifications = {
  method: 'GET',
  url: '/api/me/notifications/stream',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Server-sent events: the count of unread notifications, live',
    produces: ['text/event-stream'],
    response: { 200: z.string() },
  },
} as const satisfies Endpoint

const copied = z.array(z.enum(NOTIFICATION_GROUPS)).max(NOTIFICATION_GROUPS.length)
export const notificationSettings = z.object({
  /** To which copies go, once it was confirmed; empty where there is none. */
  email: z.string(),
  /** Waits to be confirmed. */
  pendingEmail: z.string().nullable(),
  mail: copied,
  /** False where the site sends no e-mail. */
  mailAvailable: z.boolean(),
})

export const getNotificationSettings = {
  method: 'GET',
  url: '/api/me/notification-settings',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'How one wishes to be told',
    response: { 200: notificationSettings },
  },
} as const satisfies Endpoint

export const saveNotificationSettings = {
  method: 'PUT',
  url: '/api/me/notification-settings',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Choose of what copies are sent',
    body: z.object({ mail: copied }),
    response: { 200: notificationSettings },
  },
} as const satisfies Endpoint
