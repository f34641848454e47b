import type { GuestEvent, GuestEventWhole, GuestsView } from '../../../contracts/guests.ts'
import * as contract from '../../../contracts/guests.ts'
import { guestStanding } from '../../../domain/visit/guest.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { type Doing, doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import * as fairs from '../fairs/queries.ts'
import { placedOf } from '../fairs/venues-of.ts'
import * as talks from '../talks/queries.ts'
import { countGuests, listGuests } from '../visits/guests.ts'
import type { EventKey } from '../visits/sign-ups.ts'
import { guestOf, type Hosted, leaveAsGuest, setPlaces, signUpAsGuest } from './guesting.ts'
import { findEventFor, findHost, type GuestEventRow, listEventsFor } from './queries.ts'

const A_PAGE = 20

async function shown(db: Db, rows: readonly GuestEventRow[]): Promise<GuestEvent[]> {
  const placed = await placedOf(db, rows)
  return rows.map((row, index) => ({
    kind: row.kind,
    id: row.id,
    host: { code: row.schoolId, name: row.hostName, nameEn: row.hostNameEn },
    shortId: row.shortId,
    title: row.title,
    employer: row.employer,
    placed: placed[index]!,
    places: row.places,
    taken: Math.min(row.signedUp, row.places),
    standing: row.position === null ? null : guestStanding(row.position, row.places),
    isOff: !row.isPublic,
    isPaused: row.isPaused,
    cameAt: row.cameAt?.toISOString() ?? null,
  }))
}

async function present(read: Reading, id: string): Promise<GuestEventWhole> {
  const { at } = read.acting
  const row = await findEventFor(read.db, guestOf(read), id, at)
  const [event] = await shown(read.db, [row])
  const isLimited = event!.standing === 'limited'
  return {
    ...event!,
    description: row.description,
    ticket: event!.standing === 'admitted' ? row.ticket : null,
    ahead: isLimited ? row.position! - row.places - 1 : null,
    reason: row.isPublic ? null : row.reason,
    isOpen: row.isPublic && row.startsAt > at,
    serverTime: at.toISOString(),
  }
}

const hostedTalk = (event: EventKey, of: Awaited<ReturnType<typeof talks.lockTalk>>): Hosted => ({
  event,
  title: of.content.title,
  schoolName: of.schoolName,
  held: talks.heldOf(of),
})
const hostedFair = (event: EventKey, of: fairs.FairRecord): Hosted => ({
  event,
  title: of.content.title,
  schoolName: of.schoolName,
  held: fairs.heldOf(of),
})
/** The event of another school, held: whoever signs up for it takes turns. */
async function lockHosted(of: Doing, id: string): Promise<Hosted> {
  const event = await findHost(of.tx, guestOf(of), id, of.acting.at)
  return event.kind === 'talk'
    ? hostedTalk(event, await talks.lockTalkToVisit(of.tx, event))
    : hostedFair(event, await fairs.lockFairToVisit(of.tx, event))
}

async function presentGuests(
  db: Db,
  key: Key,
  { title, held }: Pick<Hosted, 'title' | 'held'>,
  paging: Paging,
  at: Date,
): Promise<GuestsView> {
  const { places, ...counts } = await countGuests(db, key)
  const { rows, ...page } = await readPage(
    paging,
    (part) => listGuests(db, key, part),
    async () => ({ total: counts.admitted + counts.limited }),
  )
  const before = (page.page - 1) * page.pageSize
  return {
    ...page,
    title,
    places,
    counts,
    isOpen: held.isPublic && held.placed !== null && held.placed.startsAt > at,
    items: rows.map(({ home, homeName, homeNameEn, name, studentNumber, major, ...row }, index) => ({
      id: row.id,
      student: { name, studentNumber, major },
      school: { code: home, name: homeName, nameEn: homeNameEn },
      standing: guestStanding(before + index + 1, places),
      signedUpAt: row.signedUpAt.toISOString(),
      cameAt: row.cameAt?.toISOString() ?? null,
    })),
  }
}

const FIRST_PAGE: Paging = { page: 1, pageSize: A_PAGE }
type Kept = {
  readonly kind: EventKind
  readonly list: typeof contract.listTalkGuests | typeof contract.listFairGuests
  readonly set: typeof contract.setTalkGuestPlaces | typeof contract.setFairGuestPlaces
  readonly find: (read: Reading, key: Key) => Promise<Hosted>
  readonly lock: (of: Doing, event: EventKey) => Promise<Hosted>
}
const KEPT: readonly Kept[] = [
  {
    kind: 'talk',
    list: contract.listTalkGuests,
    set: contract.setTalkGuestPlaces,
    find: async ({ db, person }, key) =>
      hostedTalk({ ...key, kind: 'talk' }, await talks.findTalk(db, key, person)),
    lock: async ({ tx, person }, event) => hostedTalk(event, await talks.lockTalk(tx, event, person)),
  },
  {
    kind: 'fair',
    list: contract.listFairGuests,
    set: contract.setFairGuestPlaces,
    find: async ({ db, person }, key) =>
      hostedFair({ ...key, kind: 'fair' }, await fairs.findFair(db, key, person)),
    lock: async ({ tx, person }, event) => hostedFair(event, await fairs.lockFair(tx, event, person)),
  },
]

/** Students of other schools at a school's talks and fairs: as they read of them, and as the school says how many may come. */
export const guestRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listGuestEvents,
    handler: async (request) => {
      const read = reading(services, request)
      const { events, after } = request.query
      const asked = { events, after: markFrom(after), most: A_PAGE }
      const { page, next } = await listEventsFor(read.db, guestOf(read), asked, read.acting.at)
      return { items: await shown(read.db, page), next: next && markText(next) }
    },
  })

  app.route({
    ...contract.getGuestEvent,
    handler: (request) => present(reading(services, request), request.params.id),
  })

  app.route({
    ...contract.signUpAsGuest,
    handler: (request) =>
      doing(services, request, async (of) => {
        await signUpAsGuest(of, await lockHosted(of, request.params.id))
        return present(readingIn(of), request.params.id)
      }),
  })

  app.route({
    ...contract.leaveAsGuest,
    handler: (request) =>
      doing(services, request, async (of) => {
        await leaveAsGuest(of, await lockHosted(of, request.params.id))
        return present(readingIn(of), request.params.id)
      }),
  })

  for (const { kind, list, set, find, lock } of KEPT) {
    app.route({
      ...list,
      handler: async (request) => {
        const read = reading(services, request)
        const { params, query } = request
        return presentGuests(read.db, params, await find(read, params), query, read.acting.at)
      },
    })

    app.route({
      ...set,
      handler: (request) =>
        doing(services, request, async (of) => {
          const { params, body } = request
          const hosted = await lock(of, { ...params, kind })
          await setPlaces(of, hosted, body)
          return presentGuests(of.tx, params, hosted, FIRST_PAGE, of.acting.at)
        }),
    })
  }
}
