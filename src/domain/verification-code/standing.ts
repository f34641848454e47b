import type { AgreementStatus } from '../agreement/life.ts'

export const VERIFIED_STANDINGS = [
  'in-force',
  'awaiting-seal',
  'dissolving',
  'fulfilled',
  'dissolved',
  'not-certified',
  'never-in-force',
] as const
/** What somebody outside is told of an agreement as it stands now. */
export type VerifiedStanding = (typeof VERIFIED_STANDINGS)[number]

/** `dissolving`: a request to dissolve it is open. */
export function verifiedStanding(status: AgreementStatus, dissolving: boolean): VerifiedStanding {
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
