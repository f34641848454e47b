import type { RefusalCode, RefusalDetails } from '../../../domain/refusal.ts'
import type { Copies } from './picture.ts'

/** What the process is given; its first word is `ready`. */
export type Given =
  | { readonly as: 'evidence'; readonly mediaType: string; readonly file: Uint8Array }
  | { readonly as: 'seal'; readonly file: Uint8Array }
/** What it answers. It is not given another once it is worn. */
export type Examined = { readonly isWorn: boolean } & (
  | { readonly copies: Copies | null }
  | { readonly seal: Uint8Array }
  | { readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } }
)
