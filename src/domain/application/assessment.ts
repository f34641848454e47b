/** How an employer marks an applicant for itself; the applicant never reads it. */
export const MARKS = ['strong', 'possible', 'weak'] as const
export type Mark = (typeof MARKS)[number]

/** What the members of an employer write about an applicant for each other. */
export type Assessment = {
  readonly mark: Mark | null
  readonly note: string
  /** 0 before anybody has written. */
  readonly version: number
}
