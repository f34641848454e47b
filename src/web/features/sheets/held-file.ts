/** The file of the last upload, for as long as this page is open: read again once its columns are named, without being chosen again. */
let held: { readonly id: string; readonly file: File } | null = null

export const holdFile = (id: string, file: File): void => {
  held = { id, file }
}
export const fileOf = (id: string): File | null => (held?.id === id ? held.file : null)
