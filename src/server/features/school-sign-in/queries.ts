import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../domain/refusal.ts'
import {
  keepsSecret,
  refuseWithoutSecret,
  type SchoolSignIn,
  type SignInPortal,
  type SignInWay,
} from '../../../domain/school-sign-in.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import type { Secrets } from '../../services/secrets.ts'

/** How long a browser may be on its way. */
const ROUND_LASTS = 15 * 60 * 1000

export type Kept = SchoolSignIn & {
  readonly enabled: boolean
  readonly triedAt: Date | null
  readonly version: number
  /** Sealed; null where the client has none. */
  readonly secret: Buffer | null
}

const ofSchool = (db: Db, school: string) =>
  db
    .selectFrom('schoolSignIns')
    .where('schoolId', '=', school)
    .select(['way', 'server', 'clientId', 'agentId', 'secret', 'claim', 'alsoStaff'])
    .select(['triedAt', 'enabled', 'version'])

const read = <R extends { way: string }>(row: R | undefined) =>
  row ? { ...row, way: row.way as SignInWay } : null

/** Null where the school has none. */
export const findSignIn = async (db: Db, school: string): Promise<Kept | null> =>
  read(await ofSchool(db, school).executeTakeFirst())

export const lockSignIn = async (tx: Tx, school: string): Promise<Kept | null> =>
  read(await ofSchool(tx, school).forUpdate().executeTakeFirst())

type Saving = { readonly school: string; readonly before: Kept | null; readonly secret: string }

/** Closed and untried until somebody comes through by it as it now is; one more version. */
export async function saveSignIn(
  tx: Tx,
  secrets: Secrets,
  after: SchoolSignIn,
  { school, before, secret }: Saving,
): Promise<void> {
  const kept = keepsSecret(before, after) ? (before?.secret ?? null) : null
  const sealed = secret === '' ? kept : secrets.seal(secret)
  refuseWithoutSecret(after, sealed !== null)
  const row = {
    ...after,
    secret: sealed,
    triedAt: null,
    enabled: false,
    version: (before?.version ?? 0) + 1,
  }
  await tx
    .insertInto('schoolSignIns')
    .values({ schoolId: school, ...row })
    .onConflict((on) => on.column('schoolId').doUpdateSet(row))
    .execute()
}

export const saveEnabled = (tx: Tx, school: string, enabled: boolean) =>
  tx
    .updateTable('schoolSignIns')
    .set((of) => ({ enabled, version: of('version', '+', 1) }))
    .where('schoolId', '=', school)
    .execute()

/** Somebody came through by just these settings. */
export const saveTried = (db: Db, school: string, version: number, at: Date) =>
  db
    .updateTable('schoolSignIns')
    .set({ triedAt: at })
    .where('schoolId', '=', school)
    .where('version', '=', version)
    .execute()

export async function removeSignIn(tx: Tx, school: string): Promise<void> {
  const gone = await tx.deleteFrom('schoolSignIns').where('schoolId', '=', school).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Refusal('not-found')
}

export const newSecret = (): string => randomBytes(32).toString('base64url')
/** Letters and digits alone, as WeCom takes it. Of a trial the page that comes back sees that it is one. */
export const newState = (isTrial: boolean): string =>
  `${isTrial ? 'try' : ''}${randomBytes(32).toString('hex')}`

export type BegunRound = {
  readonly state: string
  /** What the browser keeps in a cookie. */
  readonly browser: string
  readonly school: string
  readonly version: number
  readonly portal: SignInPortal
  /** Who tries it; null where somebody signs in. */
  readonly triedBy: string | null
  readonly verifier: string
  readonly nonce: string
}

export const saveRound = (db: Db, { state, browser, school, ...round }: BegunRound, at: Date) =>
  db
    .insertInto('signInRounds')
    .values({
      ...round,
      schoolId: school,
      state: sha256(state),
      browser: sha256(browser),
      endsAt: new Date(at.getTime() + ROUND_LASTS),
    })
    .execute()

type Coming = { readonly state: string; readonly browser: string; readonly triedBy: string | null }

/** Takes a round once, in its own browser; null where there is none, or no more. */
export async function takeRound(db: Db, { state, browser, triedBy }: Coming, at: Date) {
  const taken = await db
    .deleteFrom('signInRounds')
    .where('state', '=', sha256(state))
    .where('browser', '=', sha256(browser))
    .where('triedBy', triedBy === null ? 'is' : '=', triedBy)
    .where('endsAt', '>', at)
    .returning(['schoolId as school', 'version', 'portal', 'verifier', 'nonce'])
    .executeTakeFirst()
  return taken ? { ...taken, portal: taken.portal as SignInPortal } : null
}

/** Removes those that nobody came back from; answers how many. */
export async function sweepRounds(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('signInRounds').where('endsAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
