/**
 * Acts by which somebody sees of a person what is hidden else: whole numbers, an original file, a row of a list that leaves the
 * product. Whatever is named so is shown to whom it is about.
 */
export const LOOKS = ['unmask', 'open-original', 'download-data', 'take-evidence'] as const
export type Looked = (typeof LOOKS)[number]

/** By which of them an act of this name looked; null for any other act. */
export const lookedBy = (action: string): Looked | null =>
  LOOKS.find((look) => action.endsWith(`.${look}`)) ?? null
