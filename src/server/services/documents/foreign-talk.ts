import type { SeenPage } from '../../../domain/document-template/whole.ts'

/** What the process for schools' own templates is given. Its first word is `ready`. */
export type ForeignGiven = {
  /** The whole program. */
  readonly source: string
  /** As ours are given it: JSON. */
  readonly data: string
  /** The picture that each page has to have; null where there is no code. */
  readonly qr: string | null
  /** Seconds since 1970. */
  readonly madeAt: number
  readonly fonts: readonly string[]
}
export type ForeignAnswer = { readonly isWorn: boolean } & (
  | { readonly pdf: Uint8Array; readonly pages: readonly SeenPage[] }
  /** What the compiler says of the program; lines from 1. */
  | { readonly said: readonly { readonly line: number | null; readonly message: string }[] }
)
