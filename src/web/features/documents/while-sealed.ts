import { useEffect } from 'react'
import type { DocumentState } from '../../../contracts/documents.ts'
import { isBeingSealed } from '../../../domain/document/sealed.ts'
import { onHeard } from '../notifications/unread-count.ts'

/** Milliseconds between two questions where no word comes. */
const SLOWLY = 10_000

const isWaiting = (documents: readonly (DocumentState | null)[]) =>
  documents.some((document) => document !== null && isBeingSealed(document.state))

/** How often a page asks by itself while one of its documents is being sealed. */
export const slowlyWhileSealed = (documents: readonly (DocumentState | null)[]): number | false =>
  isWaiting(documents) && SLOWLY

/** While one of them is being sealed the page asks again at each word of the server's: it speaks once it is there. */
export function useWordOfSeal(documents: readonly (DocumentState | null)[], ask: () => unknown): void {
  const waits = isWaiting(documents)
  useEffect(() => (waits ? onHeard(ask) : undefined), [waits, ask])
}
