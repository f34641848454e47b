import type { SealMark } from '../seal/seal.ts'
import type { ActSigned } from '../signing/bound.ts'
import type { Snapshot } from '../snapshot.ts'

export const SEALING_PARTIES = ['employer', 'school'] as const
export type SealingParty = (typeof SEALING_PARTIES)[number]

/** A seal as a document bears it: whose, by their name then, and since when, ISO 8601. */
export type SealBorne = {
  readonly party: SealingParty
  readonly name: string
  readonly at: string
  readonly seal: SealMark
}

/** The acts by which an employer is bound to an agreement, where it does not seal after the review. */
const EMPLOYER_SIGNS: readonly string[] = [
  'invitation.send',
  'invitation.revise',
  'agreement.propose-amendment',
  'agreement.accept-amendment',
]

/** Of the facts of an agreement (`document.ts`), what tells of seals. */
type Facts = {
  readonly acts: readonly {
    readonly at: string
    readonly action: string
    readonly actorRole: string
    readonly signed?: ActSigned | null
  }[]
  readonly unitSealedAt?: string | null | undefined
  readonly schoolSeal?: SealMark | undefined
  readonly effectiveAt: string | null
  readonly parties: Snapshot
  readonly school: { readonly name: string }
}

/**
 * The seals that an agreement bears. The employer's is the one that it used in its last signature; where the school has it
 * seal after the review (decision 42) only that act counts, and before it there is none. The school's is the one of
 * its certification.
 */
export function sealsBorne(of: Facts): readonly SealBorne[] {
  const { acts, unitSealedAt, schoolSeal, effectiveAt, parties, school } = of
  const counts = unitSealedAt === undefined ? EMPLOYER_SIGNS : ['agreement.seal']
  const signed = acts.filter(
    ({ action, actorRole, signed }) => actorRole === 'employer' && signed && counts.includes(action),
  )
  const last = signed[signed.length - 1]
  const seal = last?.signed?.seal
  const { name } = parties.employer
  return [
    ...(last && seal ? [{ party: 'employer', name, at: last.at, seal } as const] : []),
    ...(schoolSeal && effectiveAt
      ? [{ party: 'school', name: school.name, at: effectiveAt, seal: schoolSeal } as const]
      : []),
  ]
}
