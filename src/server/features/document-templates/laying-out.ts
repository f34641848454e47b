import type { DocumentKind } from '../../../domain/document/kind.ts'
import { isOwnLayout, type Layout } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { findOwnFor } from './queries.ts'

export type LaidOut = {
  readonly pdf: Buffer
  /** The school's version that it was laid out by; null where it is ours. */
  readonly template: number | null
  /** The school's version that did not lay it out whole, so that ours did. */
  readonly refused: number | null
}

/**
 * A document by the school's own template, where it has one. What that cannot lay out, or not whole, is laid out by ours: an
 * agreement that was certified has its document, whatever a template makes of it.
 */
export async function layOut(
  { db, typesetter }: Pick<Services, 'db' | 'typesetter'>,
  of: { readonly school: string; readonly kind: DocumentKind; readonly id: string },
  layout: Layout,
): Promise<LaidOut> {
  const own = isOwnLayout(layout) ? await findOwnFor(db, of) : null
  if (own && isOwnLayout(layout)) {
    const set = await typesetter.setBy(own.source, layout)
    if (set !== 'too-much' && 'pdf' in set && set.missing.length === 0)
      return { pdf: set.pdf, template: own.version, refused: null }
  }
  return { pdf: await typesetter.set(layout), template: null, refused: own?.version ?? null }
}
