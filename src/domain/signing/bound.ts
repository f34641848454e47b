import type { CaseRef } from '../case.ts'
import { subjectOf } from '../case.ts'
import type { DissolutionCase } from '../dissolution/case.ts'
import type { CaseEvent } from '../event.ts'
import type { SealMark } from '../seal/seal.ts'
import type { DrawnMark } from './drawing.ts'

/** The acts by which a party binds itself: each is signed, by somebody who has shown just now that it is them. */
export const SIGNED_ACTS = [
  'invitation.send',
  'invitation.revise',
  'invitation.accept',
  'agreement.propose-amendment',
  'agreement.accept-amendment',
  'agreement.seal',
  'dissolution.ask',
  'dissolution.agree',
] as const satisfies readonly CaseEvent[]
export type SignedAct = (typeof SIGNED_ACTS)[number]

export const signedAct = (name: string): SignedAct | null => SIGNED_ACTS.find((one) => one === name) ?? null

/** What one signature is for: this act, on this (`<kind>:<id>`), of the content whose SHA-256 was on the screen. */
export type ToSign = {
  readonly act: SignedAct
  readonly subject: string
  /** SHA-256, hex, of the canonical JSON (RFC 8785). */
  readonly fingerprint: string
}

export const SIGNING_METHODS = ['pin', 'passkey'] as const
export type SigningMethod = (typeof SIGNING_METHODS)[number]

/** What the journal keeps of a signature beside the act. */
export type SignedData = {
  readonly signature: string
  readonly method: SigningMethod
  readonly fingerprint: string
  /** The seal that the employer used then, and the SHA-256 of its picture; left out where there was none. */
  readonly seal?: string
  readonly sealHash?: string
  /** SHA-256 of the drawn signature as a picture (`svgOf`); left out where there was none. */
  readonly drawingHash?: string
}

/** How an act was signed, as its timeline and the document show it. */
export type ActSigned = Pick<SignedData, 'method' | 'fingerprint'> & {
  readonly drawing: DrawnMark | null
  /** Of the employer, where it had one; nothing of it in documents of before there were seals. */
  readonly seal?: SealMark | undefined
}

/** Where an act has no case yet, it is signed on what it is about: the student who is invited, the agreement to dissolve. */
export const invitedStudent = (studentId: string) => `student:${studentId}`
export const agreementToDissolve = (id: string) => subjectOf({ kind: 'agreement', id } satisfies CaseRef)
/** Many invitations are signed once, as the file that was shown. */
export const batchToSend = (id: string) => `invitation-batch:${id}`

/** What is signed of a request to dissolve, by who asks and by who agrees: the same content, so the same fingerprint. */
export const wordingOfRequest = ({
  agreementId,
  ground,
  reason,
}: Pick<DissolutionCase, 'agreementId' | 'ground' | 'reason'>) => ({ agreementId, ground, reason })

/** As a person compares it: the first sixteen digits in four groups. */
export const shortFingerprint = (fingerprint: string): string =>
  fingerprint.slice(0, 16).toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
