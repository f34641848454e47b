import { subjectOf } from '../../domain/case.ts'
import {
  agreementToDissolve,
  invitedStudent,
  type SignedData,
  signedAct,
  type ToSign,
  wordingOfRequest,
} from '../../domain/signing/bound.ts'
import { hashOf } from '../db/journal.ts'
import { takeSignature } from '../features/signing/signatures.ts'
import type { Doing } from '../http/doing.ts'
import type { AnyChange } from './all.ts'

/** What somebody has to have signed for this change; null where it binds nobody, or was no person's act. */
function toSignOf(change: AnyChange): ToSign | null {
  const { kind, before, after, step, byClock } = change
  const act = step && !byClock ? signedAct(`${kind}.${step.action}`) : null
  if (!act) return null
  const subject = subjectOf({ kind, id: after.id })
  switch (change.kind) {
    case 'invitation':
      return {
        act,
        subject: before ? subject : invitedStudent(change.after.studentId),
        fingerprint: change.after.termsHash,
      }
    case 'agreement': {
      const { termsHash, amendmentHash } = change.after
      return { act, subject, fingerprint: amendmentHash ?? termsHash }
    }
    case 'dissolution':
      return {
        act,
        subject: before ? subject : agreementToDissolve(change.after.agreementId),
        fingerprint: hashOf(wordingOfRequest(change.after)),
      }
    default:
      throw new Error(`what is signed of a ${kind} is not known`)
  }
}

/** Who signs, and with whose seal. */
export const signerOf = ({ userId, sessionId, employer }: Doing['person']) => ({
  userId,
  sessionId,
  sealOf: employer && { employerId: employer.id },
})

/** Uses the signatures for these acts; what the journal keeps of them, by the subject of its line. */
export async function takeSignatures(
  { tx, person, acting: { at }, signature, signed }: Doing,
  changes: readonly AnyChange[],
): Promise<ReadonlyMap<string, SignedData>> {
  const taken = new Map<string, SignedData>()
  for (const change of changes) {
    const toSign = toSignOf(change)
    if (!toSign) continue
    const data = signed ?? (await takeSignature(tx, signature, { ...toSign, ...signerOf(person) }, at))
    taken.set(subjectOf({ kind: change.kind, id: change.after.id }), data)
  }
  return taken
}
