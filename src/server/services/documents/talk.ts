/** What the process is given: what is set, as the template's JSON. Its first word is `ready`. */
export type Given = {
  /** What the template may import stands in it, and nothing beyond it is read. */
  readonly folder: string
  readonly template: string
  /** Text alone: nothing in it is markup to the template. */
  readonly data: string
  /** Seconds since 1970 that the file says it was made at, so that the same data give the same bytes. */
  readonly madeAt: number
  readonly fonts: readonly string[]
}
export type Answer = { readonly isWorn: boolean } & (
  | { readonly pdf: Uint8Array }
  /** A fault of ours: the template, or a font that is gone. */
  | { readonly fault: string }
)
