import { type NamedCheckpoint, shortRoot } from '../domain/transparency/checkpoint.ts'
import type { zh } from './documents.zh.ts'
import { countText, exactInstant } from './figures.ts'
import type { Language } from './language.ts'

/** In the foot of what was sealed: how much of the journal was signed before, and as what. */
export const wordCheckpoint = (
  { size, root, at }: NamedCheckpoint,
  w: Pick<typeof zh, 'checkpoint'>,
  language: Language,
): string => w.checkpoint(countText(size), shortRoot(root), exactInstant(at, language))
