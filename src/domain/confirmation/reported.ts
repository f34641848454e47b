/**
 * What is reported of a graduate (去向登记), in codes: the category of 毕业去向 (empty: nothing counts), who holds the place, the
 * position, and where, in which industry and at what kind of employer; pay in fen a month, where an agreement says it.
 */
export type Reported = {
  readonly category: string
  readonly holder: string
  readonly position: string
  readonly region: string
  readonly industry: string
  readonly nature: string
  readonly pay: number | null
}
