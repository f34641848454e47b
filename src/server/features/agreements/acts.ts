import {
  type AgreementAction,
  agreementLife,
  evolveAgreement,
  HOLDS_PLACEMENT,
} from '../../../domain/agreement.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, hashOf, record, stepLine } from '../../db/journal.ts'
import { roleOf } from '../../http/person.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'
import { tell } from '../notifications/tell.ts'
import { freePlacement } from '../placements/freed.ts'
import { reviewsNow } from '../reviews/levels.ts'
import { noticesOf } from './notices.ts'
import { IS_REVIEW } from './present.ts'
import * as agreements from './queries.ts'

export type Act = { seenVersion: number; reason?: string | undefined; terms?: Terms; termsHash?: string }

/** A completed dissolution ends its agreement and frees the place: the line to journal and whom to tell of it. */
export async function dissolveAgreement(tx: Tx, key: Key, person: Person, actor: Actor, at: Date) {
  const before = await agreements.lockAgreement(tx, key, person)
  const step = agreementLife.decide(before, {
    action: 'dissolve',
    role: 'dissolution',
    seenVersion: null,
    at,
  })
  const after = evolveAgreement(before, step, 'dissolution')
  await agreements.saveAgreement(tx, before, after, step, null)
  const slot = { school: key.school, ref: key.id, studentId: before.studentId }
  const { version, termsHash } = before
  return {
    line: stepLine('agreement', key, step, actor, { version, termsHash }),
    freed: await freePlacement(tx, slot, at),
  }
}

/** Every act on an agreement: lock, decide, save, free the place where it ends, journal, tell. */
export async function actOn(
  tx: Tx,
  jobs: Jobs,
  key: Key,
  action: AgreementAction,
  act: Act,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const before = await agreements.lockAgreement(tx, key, person)
  const role = roleOf(person)
  const { seenVersion, reason = '' } = act
  const step = agreementLife.decide(before, { action, role, seenVersion, reason, at })
  if (IS_REVIEW.includes(action) && !reviewsNow(before, person))
    throw new Refusal('reviewed-at-another-level')
  if (act.terms && hashOf(act.terms) === before.termsHash) throw new Refusal('nothing-changed')
  if (act.termsHash && act.termsHash !== before.amendmentHash) {
    throw new Refusal('content-changed', { version: before.version })
  }
  const after = evolveAgreement(before, step, role)
  await agreements.saveAgreement(tx, before, after, step, act.terms ?? before.amendmentTerms)
  const freed = HOLDS_PLACEMENT.includes(after.status)
    ? []
    : await freePlacement(tx, { school: key.school, ref: key.id, studentId: before.studentId }, at)
  const termsHash = act.terms ? hashOf(act.terms) : (before.amendmentHash ?? before.termsHash)
  const level = IS_REVIEW.includes(action) ? (before.levels[before.level] ?? null) : null
  await record(tx, [stepLine('agreement', key, step, actor, { version: seenVersion, termsHash, level })])
  await tell(tx, jobs, key.school, [...noticesOf(after, step, role), ...freed], at)
}
