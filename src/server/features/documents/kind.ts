import type { Message } from '../../../domain/notification.ts'
import type { Change } from '../../../domain/outcome.ts'
import type { Layout } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import type { DocumentKey } from './queries.ts'

/** A document as it was ordered: what it says, as it is kept, and how that is set. */
export type Ordered = {
  readonly content: object
  readonly layout: Layout
  /** Who is told that it is there; nobody where it is left out. */
  readonly told?: (sealedAt: Date) => readonly Message[]
}

/**
 * What is asked of every kind of sealed document, answered by the slice of its subject and collected in
 * `cases/documents.ts`. A record that the compiler checks, nothing more.
 */
export type SealedKind = {
  /**
   * What it said at the instant of its order, out of what is committed and however late it is asked. An Error where it
   * was never to be made.
   */
  asOrdered(services: Pick<Services, 'db' | 'baseUrl' | 'secrets'>, key: DocumentKey): Promise<Ordered>
  /** What the seal says of why it is there. */
  readonly reason: string
}

/** Beside that, of what a case's change orders; what has a life of its own orders its documents itself. */
export type SealedOfCase<C extends Change = Change> = SealedKind & {
  /** Whether this change, in whose transaction it is asked, orders one. */
  isOrderedBy(change: C): boolean
}
