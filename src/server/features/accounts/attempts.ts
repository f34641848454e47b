import { sql } from 'kysely'
import {
  KEPT_FOR,
  type RateName,
  TAKEN_OFF,
  type Tally,
  type Verdict,
  weighOwn,
  weighRates,
  weighSeveral,
} from '../../../domain/attempts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'

type Keeping = Pick<Services, 'db' | 'secrets'>
/** What each tally is about: a log-in, a browser, a network … */
export type Names = Readonly<Record<string, string | undefined>>

const keyOf = (secrets: Services['secrets'], kind: string, name: string) =>
  secrets.keyedHash('attempts', `${kind}:${name}`)

/**
 * Weighs a try before it is made, in the database, so that neither many instances nor many at once get round it: the
 * tallies are locked in one order while `judge` looks at them, and saved as it leaves them.
 */
export async function weigh<N extends Names, V extends Verdict<string>>(
  { db, secrets }: Keeping,
  names: N,
  at: Date,
  judge: (tallies: { readonly [Name in keyof N]: Tally | null }) => V,
): Promise<V> {
  const kinds = Object.keys(names)
  const keys = kinds.map((kind) => keyOf(secrets, kind, names[kind] ?? ''))
  const forgetAt = new Date(at.getTime() + KEPT_FOR)
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<Tally & { key: Buffer }>`
      insert into attempts as a (key, count, since, forget_at)
      select key, 0, ${at}, ${forgetAt} from unnest(${keys}::bytea[]) as k (key) order by key
      on conflict (key) do update set forget_at = greatest(a.forget_at, excluded.forget_at)
      returning key, count, since, until, turn
    `.execute(tx)
    const found = new Map(rows.map(({ key, ...tally }) => [key.toString('hex'), tally]))
    const tallies = Object.fromEntries(
      kinds.map((kind, index) => [kind, found.get(keys[index]!.toString('hex')) ?? null]),
    ) as { readonly [Name in keyof N]: Tally | null }
    const verdict = judge(tallies)
    const changed = kinds.flatMap((kind, index) => {
      const tally = verdict.after[kind]
      return tally ? [{ key: keys[index]!.toString('hex'), ...tally }] : []
    })
    if (changed.length > 0)
      await sql`
        update attempts a set count = c.count, since = c.since, until = c.until, turn = c.turn
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c
          (key text, count integer, since timestamptz, until timestamptz, turn boolean)
        where a.key = decode(c.key, 'hex')
      `.execute(tx)
    return verdict
  })
}

/** Throws the refusal with the time to wait, in seconds for machines and in minutes for people. */
export function refuseToWait(waitUntil: Date | null, at: Date): void {
  if (!waitUntil) return
  const seconds = Math.max(1, Math.ceil((waitUntil.getTime() - at.getTime()) / 1000))
  throw new Refusal('locked-out', { seconds, minutes: Math.ceil(seconds / 60) })
}

/** A secret of one's own that is asked for again: counted before it is tried, forgotten once it was right. */
export async function tryOwn(keeping: Keeping, name: string, at: Date, isRight: () => Promise<boolean>) {
  const { waitUntil } = await weigh(keeping, { own: name }, at, (tallies) => weighOwn(tallies, at))
  refuseToWait(waitUntil, at)
  const right = await isRight()
  if (right) await settle(keeping, { forget: { own: name }, takeOff: {} })
  return right
}

/** What may be asked only so often, by each of these names: refuses with the time to wait. */
export async function countUses(
  keeping: Keeping,
  names: Readonly<Partial<Record<RateName, string>>>,
  at: Date,
): Promise<void> {
  const { waitUntil } = await weigh(keeping, names, at, (tallies) => weighRates(tallies, at))
  refuseToWait(waitUntil, at)
}

/** How many of several may be asked, and until when the others wait. */
export async function countSeveral(
  keeping: Keeping,
  rate: RateName,
  { name, asked }: { readonly name: string; readonly asked: number },
  at: Date,
): Promise<{ readonly allowed: number; readonly minutes: number }> {
  const { allowed, waitUntil } = await weigh(keeping, { [rate]: name }, at, (tallies) =>
    weighSeveral(tallies[rate] ?? null, { name: rate, asked }, at),
  )
  const left = waitUntil ? waitUntil.getTime() - at.getTime() : 0
  return { allowed, minutes: Math.ceil(left / 60_000) }
}
export const countUse = (keeping: Keeping, rate: RateName, name: string, at: Date) =>
  countUses(keeping, { [rate]: name }, at)

type TakenOff = keyof typeof TAKEN_OFF

/** After a right secret: what is forgotten, and what counts less. */
export async function settle(
  { db, secrets }: Keeping,
  {
    forget,
    takeOff,
    times = 1,
  }: { forget: Names; takeOff: Readonly<Partial<Record<TakenOff, string>>>; times?: number },
): Promise<void> {
  const changes = [
    ...Object.entries(forget).map(([kind, name]) => ({ kind, name, off: null })),
    ...Object.entries(takeOff).map(([kind, name]) => ({
      kind,
      name,
      off: TAKEN_OFF[kind as TakenOff] * times,
    })),
  ].map(({ kind, name, off }) => ({ key: keyOf(secrets, kind, name ?? '').toString('hex'), off }))
  await sql`
    update attempts a set
      count = case when c.off is null then 0 else greatest(0, a.count - c.off) end,
      until = case when c.off is null then null else a.until end,
      turn = a.turn and c.off is not null
    from (
      select l.key, c.off from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (key text, off integer)
      join attempts l on l.key = decode(c.key, 'hex') order by l.key for update of l
    ) c
    where a.key = c.key
  `.execute(db)
}

export const forgetAllAttempts = (db: Db) => db.deleteFrom('attempts').execute()

/** Removes what is no longer worth keeping; answers how many. */
export async function sweepAttempts(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('attempts').where('forgetAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
