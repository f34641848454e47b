import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { roundSeal, textOfSeal } from '../../../domain/seal/round.ts'
import type { SealPicture } from '../../../domain/seal/seal.ts'
import { colours } from '../../../looks/tokens.ts'
import type { Owner } from '../../db/owner.ts'
import type { Doing } from '../../http/doing.ts'
import type { Services } from '../../services/services.ts'
import { lockOwner, recordOnOwner } from '../employers/owner.ts'
import { addSeal, findLatest } from './queries.ts'

/** A seal drawn by us, with this name round its edge. Refuses a character that no font has. */
export async function drawSeal({ outlines }: Pick<Services, 'outlines'>, name: string): Promise<SealPicture> {
  const svg = roundSeal(name, await outlines.of(textOfSeal(name)), colours.seal)
  return { mediaType: 'image/svg+xml', bytes: Buffer.from(svg) }
}

/** What is chosen: a picture with how it came about, or none. */
export type ChosenSeal =
  | { readonly made: 'uploaded'; readonly picture: SealPicture }
  | { readonly made: 'drawn'; readonly picture: SealPicture; readonly name: string }
  | { readonly made: 'none' }

/**
 * From now on it is this one. Chosen again, it stays the version that it is: a picture that was sent twice is no other.
 * What was signed or certified before keeps the version that it has.
 */
export async function setSeal(of: Doing, owner: Owner, chosen: ChosenSeal): Promise<void> {
  const {
    tx,
    person,
    actor,
    acting: { at },
  } = of
  await lockOwner(tx, owner)
  const picture = chosen.made === 'none' ? null : withHash(chosen.picture)
  const latest = await findLatest(tx, owner)
  const before = { made: latest?.made ?? 'none', sha256: latest?.sha256 ?? null }
  const after = { made: chosen.made, sha256: picture?.sha256 ?? null }
  if (before.made === after.made && before.sha256 === after.sha256) return
  const name = chosen.made === 'drawn' ? chosen.name : null
  const version = (latest?.version ?? 0) + 1
  const id = uuidv7()
  await addSeal(tx, owner, { id, version, made: chosen.made, name, picture }, { by: person.userId, at })
  await recordOnOwner({ tx, actor, at }, owner, 'set-seal', {
    seal: id,
    version,
    ...after,
    ...(name && { name }),
  })
}

const withHash = (picture: SealPicture) => ({
  ...picture,
  sha256: createHash('sha256').update(picture.bytes).digest('hex'),
})
