import type { AgreementAction } from '../../src/domain/agreement/life.ts'
import type { CorrectionAction } from '../../src/domain/correction/life.ts'
import type { DestinationAction } from '../../src/domain/destination/life.ts'
import type { Fault, GroundCode } from '../../src/domain/dissolution/grounds.ts'
import type { DissolutionAction } from '../../src/domain/dissolution/life.ts'
import type { InvitationAction } from '../../src/domain/invitation/life.ts'
import type { TransferKind } from '../../src/domain/transfer/life.ts'
import type { TransferContent } from '../../src/domain/transfer/record.ts'
import type { Way } from '../../src/domain/transfer/way.ts'
import type { Offer, SchoolRules } from './world.ts'

/** `by` is the person, by their name in the world. */
/** One for each of the actions, so that a `switch` over them tells them apart. */
type On<Kind extends string, Action extends string> = Action extends string
  ? { readonly on: Kind; readonly action: Action; readonly by: string }
  : never
type Seen = { readonly id: string; readonly seenVersion: number }
type Said = { readonly reason: string }
type WithFiles = { readonly files: readonly string[] }
export type Paper = {
  /** Whose credit code the paper bears, null for an employer that is not on the platform; and the name on it. */
  readonly employer: string | null
  readonly employerName: string
  readonly signedOn: string
  readonly terms: Offer
}
type Chosen = { readonly category: string; readonly headline: string }

export type InvitationAct =
  | (On<'invitation', 'send'> & {
      readonly student: string
      readonly respondBy: string
      readonly terms: Offer
    })
  | (On<'invitation', 'revise'> & Seen & { readonly respondBy: string; readonly terms: Offer })
  | (On<'invitation', 'accept'> & Seen & { readonly terms: Offer })
  | (On<'invitation', Exclude<InvitationAction, 'send' | 'revise' | 'accept' | 'expire'>> & Seen & Said)

type AgreementConsent = 'propose-amendment' | 'accept-amendment' | 'seal'
export type AgreementAct =
  | (On<'agreement', 'register'> & { readonly paper: Paper } & WithFiles)
  | (On<'agreement', 'correct'> & Seen & { readonly paper: Paper } & WithFiles)
  | (On<'agreement', AgreementConsent> & Seen & { readonly terms: Offer })
  | (On<
      'agreement',
      Exclude<AgreementAction, AgreementConsent | 'form' | 'register' | 'correct' | 'dissolve'>
    > &
      Seen &
      Said)

export type DissolutionAct =
  /** `id` and `seenVersion` are the agreement's. */
  | (On<'dissolution', 'ask'> & Seen & Said & { readonly ground: GroundCode } & WithFiles)
  | (On<'dissolution', 'correct'> & Seen & Said & WithFiles)
  | (On<'dissolution', 'accept-evidence'> & Seen & Said & WithFiles & { readonly fault: Fault | null })
  | (On<'dissolution', 'pass'> & Seen & Said & { readonly fault: Fault | null })
  | (On<
      'dissolution',
      Exclude<DissolutionAction, 'ask' | 'correct' | 'accept-evidence' | 'pass' | 'escalate'>
    > &
      Seen &
      Said)

export type DestinationAct =
  | (On<'destination', 'declare'> & Chosen & WithFiles)
  | (On<'destination', 'correct'> & Seen & Chosen & WithFiles)
  | (On<'destination', Exclude<DestinationAction, 'declare' | 'correct'>> & Seen & Said)

/** `className`: what the class is to be called. */
type Corrected = Said & WithFiles & { readonly className: string }
export type CorrectionAct =
  | (On<'correction', 'submit'> & Corrected)
  | (On<'correction', 'resubmit'> & Seen & Corrected)
  | (On<'correction', Exclude<CorrectionAction, 'submit' | 'resubmit'>> & Seen & Said)

/** `tracking`: what the post has numbered; empty for nothing. */
type Numbered = { readonly tracking: string }
type OnDay = { readonly day: string }
export type TransferAct =
  | (On<'transfer', 'prepare'> & { readonly student: string; readonly kind: TransferKind; readonly way: Way })
  | (On<'transfer', 'change'> & Seen & { readonly content: TransferContent })
  | (On<'transfer', 'send'> & Seen & OnDay & Numbered)
  | (On<'transfer', 'number'> & Seen & Numbered)
  | (On<'transfer', 'receive'> & Seen & OnDay)
  | (On<'transfer', 'return'> & Seen & OnDay & Said)
  | (On<'transfer', 'cancel'> & Seen & Said)

export type EvidenceAct = On<'evidence', 'upload'>

/** What one person does. */
export type Act =
  | InvitationAct
  | AgreementAct
  | DissolutionAct
  | DestinationAct
  | CorrectionAct
  | TransferAct
  | EvidenceAct

/** Several acts of one kind by one person in one request, each for itself. */
export type Batch = {
  readonly on: 'batch'
  readonly action:
    | 'pass-agreements'
    | 'pass-dissolutions'
    | 'pass-destinations'
    | 'pass-corrections'
    | 'ask-dissolutions'
  readonly by: string
  readonly acts: readonly Act[]
}

/** What happens without any of them: time, and what the school decides. */
export type Event =
  | { readonly on: 'clock'; readonly action: 'move'; readonly to: Date }
  | { readonly on: 'clock'; readonly action: 'sweep' }
  | { readonly on: 'school'; readonly action: 'set-rules'; readonly rules: SchoolRules }
  | {
      readonly on: 'school'
      readonly action: 'enrol'
      readonly college: string
      readonly designatedEmployer: string | null
    }
  | {
      readonly on: 'school'
      readonly action: 'move-student'
      readonly student: string
      readonly college: string
    }
  | { readonly on: 'school'; readonly action: 'admit' | 'suspend'; readonly employer: string }

export type Happening = Act | Batch | Event

type NameOf<A> = A extends { readonly on: infer On extends string; readonly action: infer Do extends string }
  ? `${On}.${Do}`
  : never
export type ActName = NameOf<Act>
export type HappeningName = NameOf<Happening>
export const nameOf = (happening: Happening) => `${happening.on}.${happening.action}` as HappeningName
