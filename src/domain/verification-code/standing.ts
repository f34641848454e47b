import type { AgreementStatus } from '../agreement/life.ts'
import { DESTINATION_ENDED, type DestinationStatus } from '../destination/life.ts'
import { type DissolutionStatus, endsAgreement } from '../dissolution/life.ts'
import type { DocumentKind } from '../document/kind.ts'
import type { Names } from '../form.ts'

/** What every document names: by which it is known on paper, and whose it is. Instants are ISO 8601. */
type Named<Kind extends DocumentKind> = {
  readonly kind: Kind
  /** As it stands below the title and at the foot of each page. */
  readonly number: string
  readonly studentName: string
}
/** What somebody outside may learn of what a document is of: no more than the paper itself shows. */
export type Verified =
  | (Named<'agreement'> & {
      readonly status: AgreementStatus
      /** A request to dissolve it is open. */
      readonly dissolving: boolean
      readonly employerName: string
      readonly position: string
      readonly termsHash: string
      readonly effectiveAt: string | null
      readonly endedAt: string | null
    })
  | (Named<'dissolving' | 'dissolved'> & {
      readonly status: DissolutionStatus
      readonly employerName: string
      readonly askedAt: string
      readonly endedAt: string | null
    })
  | (Named<'registration'> & {
      readonly status: DestinationStatus
      readonly category: Names
      readonly registeredAt: string
      readonly endedAt: string | null
    })
  | (Named<'recommendation'> & {
      /** Of the edition that was shown. */
      readonly isInForce: boolean
      readonly college: string
      readonly major: string
      readonly issuedAt: string
      /** When the next edition was issued; null where there is none. */
      readonly replacedAt: string | null
      readonly revokedAt: string | null
    })

export const VERIFIED_STANDINGS = [
  'in-force',
  'awaiting-seal',
  'dissolving',
  'fulfilled',
  'dissolved',
  'not-certified',
  'never-in-force',
  'dissolution-open',
  'dissolution-complete',
  'dissolution-failed',
  'registered',
  'registration-void',
  'recommended',
  'recommendation-replaced',
  'recommendation-revoked',
] as const
/** What somebody outside is told of what a document is of, as it stands now. */
export type VerifiedStanding = (typeof VERIFIED_STANDINGS)[number]

/** Since when, and until when, where it is over: instants, ISO 8601. */
export type StandsSince = {
  readonly standing: VerifiedStanding
  readonly since: string | null
  readonly until: string | null
}

export function verifiedStanding(of: Verified): StandsSince {
  switch (of.kind) {
    case 'agreement':
      return { standing: ofAgreement(of), since: of.effectiveAt, until: of.endedAt }
    case 'dissolving':
    case 'dissolved':
      return { standing: ofDissolution(of), since: of.askedAt, until: of.endedAt }
    case 'registration': {
      const isOver = DESTINATION_ENDED.includes(of.status)
      const standing = isOver ? 'registration-void' : 'registered'
      return { standing, since: of.registeredAt, until: of.endedAt }
    }
    case 'recommendation':
      return { standing: ofRecommendation(of), since: of.issuedAt, until: of.replacedAt ?? of.revokedAt }
  }
}

type Of<Kind extends DocumentKind> = Extract<Verified, { readonly kind: Kind }>

function ofAgreement({ status, dissolving }: Of<'agreement'>): VerifiedStanding {
  switch (status) {
    case 'effective':
      return dissolving ? 'dissolving' : 'in-force'
    case 'awaiting_seal':
      return 'awaiting-seal'
    case 'fulfilled':
    case 'dissolved':
      return status
    case 'in_review':
    case 'returned':
      return 'not-certified'
    case 'rejected':
    case 'cancelled':
      return 'never-in-force'
  }
}

function ofDissolution(of: Of<'dissolving' | 'dissolved'>): VerifiedStanding {
  if (of.endedAt === null) return 'dissolution-open'
  return endsAgreement(of) ? 'dissolution-complete' : 'dissolution-failed'
}

function ofRecommendation({ isInForce, replacedAt }: Of<'recommendation'>): VerifiedStanding {
  if (isInForce) return 'recommended'
  return replacedAt === null ? 'recommendation-revoked' : 'recommendation-replaced'
}

export const FILE_FINDINGS = ['genuine', 'superseded', 'altered', 'not-ours'] as const
/**
 * What a file is: one that the site has sealed, as it was sealed; of which there is a newer one; a file that names a code of
 * ours and is not what was sealed; or none that the site knows.
 */
export type FileFinding = (typeof FILE_FINDINGS)[number]

export function fileFinding(found: {
  readonly isSealed: boolean
  readonly isSuperseded: boolean
  readonly namesCode: boolean
}): FileFinding {
  if (found.isSealed) return found.isSuperseded ? 'superseded' : 'genuine'
  return found.namesCode ? 'altered' : 'not-ours'
}
