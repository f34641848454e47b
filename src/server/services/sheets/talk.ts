import type { RefusalCode, RefusalDetails } from '../../../domain/refusal.ts'
import type { SheetFacts, SheetRow } from '../../../domain/sheet.ts'

/** A file that was found to be a sheet. */
export type Opened = { readonly facts: SheetFacts; readonly rows: AsyncIterable<SheetRow> }

/** What the process says, each word when it is asked for the next; the file comes by its input. */
export type Word =
  | { readonly facts: SheetFacts }
  | { readonly rows: readonly SheetRow[] }
  | { readonly isOver: true }
  | { readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } }
