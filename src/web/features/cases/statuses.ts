import type { AdmissionStatus } from '../../../domain/admission/life.ts'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import type { CorrectionStatus } from '../../../domain/correction/life.ts'
import type { DestinationStatus } from '../../../domain/destination/life.ts'
import type { DissolutionStatus } from '../../../domain/dissolution/life.ts'
import type { EmploymentStatus } from '../../../domain/employment.ts'
import type { InvitationStatus } from '../../../domain/invitation/life.ts'

/** What has a status, and which ones; a destination that is asked to be voided stands as registered meanwhile. */
export type Statuses = {
  invitationStatus: InvitationStatus
  agreementStatus: AgreementStatus
  dissolutionStatus: DissolutionStatus
  destinationStatus: DestinationStatus | 'voiding'
  correctionStatus: CorrectionStatus
  employmentStatus: EmploymentStatus
  admissionStatus: AdmissionStatus
}
export type StatusWords = { readonly [Kind in keyof Statuses]: Readonly<Record<Statuses[Kind], string>> }
