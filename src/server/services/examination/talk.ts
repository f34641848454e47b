import type { RefusalCode, RefusalDetails } from '../../../domain/refusal.ts'
import type { Copies } from './picture.ts'

/** What the process is given; its first word is `ready`. */
export type Given = { readonly mediaType: string; readonly file: Uint8Array }
/** What it answers. It is not given another once it is worn. */
export type Examined = { readonly isWorn: boolean } & (
  | { readonly copies: Copies | null }
  | { readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } }
)
