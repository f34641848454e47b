import * as contract from '../../../contracts/notifications.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUnread, listInbox, markAllRead, markRead } from './queries.ts'
import { findSettings, saveGroups } from './settings.ts'
import { openStreams, unreadEvent } from './streams.ts'

export const notificationRoutes: Slice = (app, services) => {
  const { db, jobs } = services
  app.route({
    ...contract.listNotifications,
    handler: (request) => listInbox(db, personOf(request), request.query),
  })

  app.route({
    ...contract.readNotification,
    handler: (request) =>
      doing(services, request, async ({ tx, person: { userId }, acting: { at } }) => {
        const unread = await markRead(tx, userId, request.params.id, at)
        jobs.hint(tx, [userId])
        return { unread }
      }),
  })

  app.route({
    ...contract.readAllNotifications,
    handler: (request) =>
      doing(services, request, async ({ tx, person: { userId }, acting: { at } }) => {
        await markAllRead(tx, userId, at)
        jobs.hint(tx, [userId])
        return { done: true as const }
      }),
  })

  const mailAvailable = jobs.sendsMail
  app.route({
    ...contract.getNotificationSettings,
    handler: async (request) => ({ ...(await findSettings(db, personOf(request).userId)), mailAvailable }),
  })

  app.route({
    ...contract.saveNotificationSettings,
    handler: (request) =>
      doing(services, request, async ({ tx, person: { userId } }) => {
        await saveGroups(tx, userId, request.body.mail)
        return { ...(await findSettings(tx, userId)), mailAvailable }
      }),
  })

  const streams = openStreams({
    count: (userIds) => countUnread(db, userIds),
    listen: jobs.listen,
    onFault: (fault) => app.log.warn({ err: fault }, 'live counts wait; they are told with the next beat'),
  })
  // Before the server waits for its open requests, which these are.
  app.addHook('preClose', () => streams.close())

  app.route({
    ...contract.streamNotifications,
    handler: async (request, reply) => {
      const { userId } = personOf(request)
      const asksForStream = request.headers.accept?.includes('text/event-stream')
      if (request.method !== 'GET' || !asksForStream) {
        const unread = (await countUnread(db, [userId])).get(userId)!
        return reply.type('text/event-stream').send(unreadEvent(unread))
      }
      if (!streams.mayOpen(userId)) throw new Refusal('too-many-requests')
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      })
      streams.open(userId, reply.raw)
      return reply
    },
  })
}
