import type { PictureName, Seen } from '../../../domain/document-template/whole.ts'

/** What the process for schools' own templates is given. Its first word is `ready`. */
export type ForeignGiven = {
  /** The whole program. */
  readonly source: string
  /** As ours are given it: JSON. */
  readonly data: string
  /** What is looked for on its pages, as it stands in a drawing: `data:` addresses. */
  readonly pictures: Readonly<Partial<Record<PictureName, string>>>
  /** Seconds since 1970. */
  readonly madeAt: number
  readonly fonts: readonly string[]
}
export type ForeignAnswer = { readonly isWorn: boolean } & (
  | (Seen & { readonly pdf: Uint8Array })
  /** What the compiler says of the program; lines from 1. */
  | { readonly said: readonly { readonly line: number | null; readonly message: string }[] }
)
