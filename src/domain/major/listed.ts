/** A major as a school's list has it: what a sheet says, and what is there. */
export type ListedMajor = {
  /** Of the national catalogue. */
  readonly code: string
  readonly name: string
  /** A code of the table of education levels. */
  readonly educationLevel: string
  /** Ids of those that teach it, in any order. */
  readonly colleges: readonly string[]
  readonly inUse: boolean
}

const idsOf = (colleges: readonly string[]) => JSON.stringify([...new Set(colleges)].sort())

export type MajorStanding = 'new' | 'changed' | 'same'
/** Of a major that is brought: how it stands to what the list has of its code. */
export function standingOfMajor(brought: ListedMajor, there: ListedMajor | null): MajorStanding {
  if (there === null) return 'new'
  const isSame =
    brought.name === there.name &&
    brought.educationLevel === there.educationLevel &&
    brought.inUse === there.inUse &&
    idsOf(brought.colleges) === idsOf(there.colleges)
  return isSame ? 'same' : 'changed'
}
