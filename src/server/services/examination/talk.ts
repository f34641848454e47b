import type { FormPage } from '../../../domain/paper-form/corner.ts'
import type { RefusalCode, RefusalDetails } from '../../../domain/refusal.ts'
import type { Copies } from './picture.ts'

/**
 * What people see of a picture, null of a PDF, which is seen as it is; and the page of a paper form that it shows, null for no such
 * page: a picture is then seen as that page alone, straight.
 */
export type Seen = { readonly copies: Copies | null; readonly page: FormPage | null }

/** What the process is given; its first word is `ready`. */
export type Given =
  | { readonly as: 'evidence'; readonly mediaType: string; readonly file: Uint8Array }
  | { readonly as: 'seal'; readonly file: Uint8Array }
  | { readonly as: 'portrait'; readonly file: Uint8Array }
/** What it answers. It is not given another once it is worn. */
export type Examined = { readonly isWorn: boolean } & (
  | { readonly seen: Seen }
  | { readonly seal: Uint8Array }
  | { readonly portrait: Uint8Array }
  | { readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } }
)
