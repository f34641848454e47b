import { z } from 'zod'
import type { Db } from '../db/database.ts'
import { OperatorError } from '../db/operator-error.ts'
import {
  checkValueOf,
  type HashKeys,
  hashKeysOf,
  type OlderKey,
  OUTLIVING,
  type Secrets,
  secretsFrom,
} from './secrets.ts'

const FIRST = 1

/** `before` is SECRET_BEFORE: the secret that this one takes the place of. */
export type Given = { readonly secret: string; readonly before?: string | undefined }
/** The numbers by which the database knows them; `older` newest first. */
export type KnownKeys = { readonly keyId: number; readonly older: readonly OlderKey[] }

/**
 * What this database knows of the secret; the first that comes is number 1, and one that comes with the newest as `before` is the
 * next. With another one pages would fail one by one and people could not be found, so it throws an OperatorError. For the owner of the database.
 */
export async function recogniseSecret(owner: Db, { secret, before }: Given): Promise<KnownKeys> {
  if (!(await owner.selectFrom('secretKeys').select('id').limit(1).executeTakeFirst()))
    await introduce(owner, secret, FIRST)
  const rows = await listKeys(owner)
  const [newest, ...others] = rows
  if (!newest!.value.equals(checkValueOf(secret))) {
    const isNext = before !== undefined && newest!.value.equals(checkValueOf(before))
    // Of two changes at once the texts of the first would never be sealed anew.
    if (
      !isNext ||
      others.some(({ hashKeys }) => hashKeys === null) ||
      others.some(({ value }) => value.equals(checkValueOf(secret)))
    )
      refuse()
    await introduce(owner, secret, newest!.id + 1)
    return recogniseSecret(owner, { secret, before })
  }
  const needed = others.filter(({ hashKeys }) => hashKeys === null)
  if (needed.some(({ value }) => before === undefined || !value.equals(checkValueOf(before))))
    throw new OperatorError(
      '密钥的更换尚未完成：请把原来的密钥设为 SECRET_BEFORE，直到 npm run secrets:rotate 完成。',
      'The change of the secret was not finished: set SECRET_BEFORE to the one before, until npm run secrets:rotate is through.',
    )
  const stillThere = needed.map(({ id }): OlderKey => ({ keyId: id, secret: before! }))
  const { open } = secretsFrom(secret, newest!.id, stillThere)
  const outlived = others.flatMap(({ id, hashKeys }): OlderKey[] =>
    hashKeys ? [{ keyId: id, hashKeys: readHashKeys(open(hashKeys)) }] : [],
  )
  return { keyId: newest!.id, older: [...stillThere, ...outlived] }
}

export type Retiring = { readonly keyId: number; readonly secret: string }

/** Nothing is sealed by it any more: of it stay the keys that outlive it, sealed by the newest. */
export async function retireSecret(owner: Db, { keyId, secret }: Retiring, { seal }: Secrets): Promise<void> {
  const hashKeys = seal(JSON.stringify(hashKeysOf(secret)))
  await owner.updateTable('secretKeys').set({ hashKeys }).where('id', '=', keyId).execute()
}

/** Null for a secret that this database has not been introduced to. */
export async function findKeyId(owner: Db, secret: string): Promise<number | null> {
  const found = await owner
    .selectFrom('secretKeys')
    .where('checkValue', '=', checkValueOf(secret))
    .select('id')
    .executeTakeFirst()
  return found?.id ?? null
}

const readHashKeys = (json: string) =>
  z
    .object(Object.fromEntries(OUTLIVING.map((purpose) => [purpose, z.string()])))
    .parse(JSON.parse(json)) as HashKeys

const listKeys = (owner: Db) =>
  owner
    .selectFrom('secretKeys')
    .select(['id', 'checkValue as value', 'hashKeys'])
    .orderBy('id', 'desc')
    .execute()

/** Of instances that start at once one is first. A database of before there were check values knows by what it keeps. */
async function introduce(owner: Db, secret: string, id: number) {
  const kept =
    id === FIRST
      ? await owner.selectFrom('students').select('idNumberCipher').limit(1).executeTakeFirst()
      : undefined
  if (kept) {
    try {
      secretsFrom(secret, FIRST).open(kept.idNumberCipher)
    } catch (error) {
      refuse(error)
    }
  }
  await owner
    .insertInto('secretKeys')
    .values({ id, checkValue: checkValueOf(secret) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function refuse(cause?: unknown): never {
  throw new OperatorError(
    'SECRET（或 DATA_DIR 中的 secret 文件）与加密本数据库个人信息的密钥不同：所有实例必须使用同一个密钥，请换回原来的密钥。',
    "SECRET (or the file secret in DATA_DIR) is not the one that sealed this database's personal data: every instance needs the same one, so put the first one back.",
    { cause },
  )
}
