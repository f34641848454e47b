/** A sheet to be filled in, with others that explain it. */
export type SheetToFill = {
  readonly name: string
  readonly headings: readonly string[]
  /** What may be chosen in a column, by its number from 0; other words may be written too. */
  readonly choices: ReadonlyMap<number, readonly string[]>
  readonly beside: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
}

/** As long as a list in a cell can be read. */
export const MOST_CHOICES = 12
