import type { Db } from '../db/database.ts'
import { OperatorError } from '../db/operator-error.ts'
import { checkValueOf, secretsFrom } from './secrets.ts'

const FIRST = 1

/**
 * The number by which this database knows the secret; the first that comes is number 1. With another one pages would fail
 * one by one and people could not be found, so it throws an OperatorError. For the owner of the database.
 */
export async function recogniseSecret(owner: Db, secret: string): Promise<number> {
  if (!(await owner.selectFrom('secretKeys').select('id').limit(1).executeTakeFirst()))
    await introduce(owner, secret)
  const known = await owner
    .selectFrom('secretKeys')
    .where('checkValue', '=', checkValueOf(secret))
    .select('id')
    .executeTakeFirst()
  return known?.id ?? refuse()
}

/** Of instances that start at once one is first. A database of before there were check values knows by what it keeps. */
async function introduce(owner: Db, secret: string) {
  const kept = await owner.selectFrom('students').select('idNumberCipher').limit(1).executeTakeFirst()
  if (kept) {
    try {
      secretsFrom(secret, FIRST).open(kept.idNumberCipher)
    } catch (error) {
      refuse(error)
    }
  }
  await owner
    .insertInto('secretKeys')
    .values({ id: FIRST, checkValue: checkValueOf(secret) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

function refuse(cause?: unknown): never {
  throw new OperatorError(
    'SECRET（或 DATA_DIR 中的 secret 文件）与加密本数据库个人信息的密钥不同：所有实例必须使用同一个密钥，请换回原来的密钥。',
    "SECRET (or the file secret in DATA_DIR) is not the one that sealed this database's personal data: every instance needs the same one, so put the first one back.",
    { cause },
  )
}
