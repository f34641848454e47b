import type { AgreementChange } from '../../domain/agreement/case.ts'
import type { CaseKind } from '../../domain/case.ts'
import type { CorrectionChange } from '../../domain/correction/case.ts'
import type { DestinationChange } from '../../domain/destination/case.ts'
import type { DissolutionChange } from '../../domain/dissolution/case.ts'
import type { InvitationChange } from '../../domain/invitation/case.ts'
import { agreementRecord } from '../features/agreements/case.ts'
import { correctionRecord } from '../features/corrections/case.ts'
import { destinationRecord } from '../features/destinations/case.ts'
import { dissolutionRecord } from '../features/dissolutions/case.ts'
import { invitationRecord } from '../features/invitations/case.ts'
import type { CaseRecord } from './record.ts'

export type AnyChange =
  | InvitationChange
  | AgreementChange
  | DissolutionChange
  | DestinationChange
  | CorrectionChange

/** Every kind of case, each as its own slice answers for it. */
export const CASES = {
  invitation: invitationRecord,
  agreement: agreementRecord,
  dissolution: dissolutionRecord,
  destination: destinationRecord,
  correction: correctionRecord,
} as const satisfies { readonly [K in CaseKind]: CaseRecord<Extract<AnyChange, { kind: K }>> }

/** The record of a change's own kind. */
export const recordOf = <C extends AnyChange>({ kind }: C) => CASES[kind] as unknown as CaseRecord<C>
