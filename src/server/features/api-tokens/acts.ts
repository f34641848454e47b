import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { refuseOneMoreToken } from '../../../domain/api-token/token.ts'
import { inTransaction } from '../../db/database.ts'
import type { Owner } from '../../db/owner.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { lockOwner, recordOnOwner } from '../employers/owner.ts'
import { newToken } from './form.ts'
import { addToken, countTokens, type NewToken, revokeToken } from './queries.ts'

/** Not by `doing`: the token is kept nowhere, so that asked again it is another, of another name. */
export function makeToken(
  { db, now }: Pick<Services, 'db' | 'now'>,
  request: FastifyRequest,
  owner: Owner,
  { name, endsOn, ...typed }: Omit<NewToken, 'id' | 'token'>,
): Promise<{ id: string; token: string }> {
  const [at, actor, by] = [now(), actorOf(request), personOf(request).userId]
  const [id, token] = [uuidv7(), newToken()]
  const scopes = [...new Set(typed.scopes)]
  return inTransaction(db, async (tx) => {
    await lockOwner(tx, owner)
    refuseOneMoreToken(await countTokens(tx, owner))
    await addToken(tx, owner, { id, name, scopes, endsOn, token }, { by, at })
    await recordOnOwner({ tx, actor, at }, owner, 'make-token', {
      id,
      name,
      scopes: scopes.join(' '),
      endsOn,
    })
    return { id, token }
  })
}

/** From the next request on. */
export async function revoke({ tx, actor, acting: { at } }: Doing, owner: Owner, id: string): Promise<void> {
  const name = await revokeToken(tx, owner, id, at)
  await recordOnOwner({ tx, actor, at }, owner, 'revoke-token', { id, name })
}
