import { useSyncExternalStore } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { fingerprintRequest, fingerprintTerms, getSigning } from '../../../contracts/signing.ts'
import type { GroundCode } from '../../../domain/dissolution/grounds.ts'
import { agreementToDissolve, type ToSign } from '../../../domain/signing/bound.ts'
import type { Terms } from '../../../domain/terms.ts'
import { call, ProblemError } from '../../call.ts'
import { NotSigned } from '../cases/not-signed.ts'
import type { SigningDialog } from './signing-dialog.tsx'

/** What somebody is asked to sign, by what, and who waits for it. */
type Asked = {
  readonly items: readonly ToSign[]
  readonly standing: Output<typeof getSigning>
  readonly Dialog: typeof SigningDialog
  readonly signed: (signatures: readonly string[]) => void
  readonly left: () => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()
const show = (next: Asked | null) => {
  asked = next
  for (const listener of listeners) listener()
}
const follow = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAsked = () => useSyncExternalStore(follow, () => asked)

const dialog = () =>
  import('./signing-dialog.tsx').catch(() => {
    throw new ProblemError(null, { isOffline: true })
  })

/**
 * Asks the person to sign these acts; the signatures to send each with, in their order. Rejects with NotSigned where they
 * leave it, with ProblemError where it cannot be asked.
 */
export async function signaturesFor(items: readonly ToSign[]): Promise<readonly string[]> {
  const [{ SigningDialog: Dialog }, standing] = await Promise.all([dialog(), call(getSigning)])
  asked?.left()
  return new Promise((resolve, reject) => {
    const end = () => show(null)
    show({
      ...{ items, standing, Dialog },
      signed: (signatures) => {
        end()
        resolve(signatures)
      },
      left: () => {
        end()
        reject(new NotSigned())
      },
    })
  })
}

export async function signatureFor(item: ToSign): Promise<string> {
  const [signature] = await signaturesFor([item])
  if (!signature) throw new NotSigned()
  return signature
}

/** Of terms that are still to be sent, as the server takes them. */
export const fingerprintOf = async (terms: Terms): Promise<string> =>
  (await call(fingerprintTerms, { body: { terms } })).fingerprint

/** What is signed of a request to dissolve that is still to be sent. */
export async function requestToSign(of: {
  readonly agreement: string
  readonly ground: GroundCode
  readonly reason: string
}): Promise<ToSign> {
  const { fingerprint } = await call(fingerprintRequest, { body: of })
  return { act: 'dissolution.ask', subject: agreementToDissolve(of.agreement), fingerprint }
}
