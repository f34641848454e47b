/** A roster that comes as a file: read, shown as what it would do, then entered as it was shown, or not at all. */
import { Refusal } from '../refusal.ts'
import { goneSince } from '../sheet-work.ts'

/**
 * `unclear`: its columns are to be named, and it is uploaded again; `cancelled`: by a person, or by their next file;
 * `failed`: it could not be read, `refusal` says why.
 */
export const IMPORT_STATUSES = [
  'reading',
  'unclear',
  'previewed',
  'committed',
  'cancelled',
  'failed',
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

/** A school has one of these at a time. */
export const OPEN_IMPORTS = ['reading', 'previewed'] as const satisfies readonly ImportStatus[]
/** Of these the rows are there to look at. */
const SHOWN_IMPORTS: readonly ImportStatus[] = ['previewed', 'committed']
export const READING: ImportStatus = 'reading'
export const PREVIEWED: ImportStatus = 'previewed'

/** What a row would do; `faulty` rows are left out. */
export const ROW_STANDINGS = ['new', 'changed', 'unchanged', 'faulty'] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]
export type RowCounts = Readonly<Record<RowStanding, number>>

export type RosterImport = {
  readonly status: ImportStatus
  readonly begunBy: string
  readonly heardAt: Date
  readonly counts: RowCounts
}

/** As it stands: what says that it is being read, and is not any more, was broken off. */
export const standingOfImport = (
  { status, heardAt }: Pick<RosterImport, 'status' | 'heardAt'>,
  at: Date,
): ImportStatus => (status === 'reading' && heardAt < goneSince(at) ? 'failed' : status)

const enters = ({ new: added, changed }: RowCounts) => added + changed > 0

export type ImportAction = 'commit' | 'cancel'
/** Whoever uploaded it enters it; any administrator can take it out of the way. */
export function importActions(of: RosterImport, userId: string, at: Date): ImportAction[] {
  const status = standingOfImport(of, at)
  const commits = status === 'previewed' && of.begunBy === userId && enters(of.counts)
  return [
    ...(commits ? (['commit'] as const) : []),
    ...(status === 'previewed' || status === 'reading' ? (['cancel'] as const) : []),
  ]
}

/** Refuses where `importActions` offers it no more. */
export function refuseUnlessOffered(of: RosterImport, action: ImportAction, userId: string, at: Date): void {
  if (importActions(of, userId, at).includes(action)) return
  if (action === 'commit' && of.begunBy !== userId) throw new Refusal('not-allowed')
  const isEmpty = action === 'commit' && standingOfImport(of, at) === 'previewed'
  throw new Refusal(isEmpty ? 'nothing-changed' : 'already-moved-on')
}

/** Refuses rows of which there are none: they are being read, or gone. What a file says is shown to who brought it. */
export function refuseUnlessShown(of: RosterImport, userId: string): void {
  if (of.begunBy !== userId) throw new Refusal('not-allowed')
  if (!SHOWN_IMPORTS.includes(of.status)) throw new Refusal('already-moved-on')
}

/** The second of two people is told of the first; one's own file before is replaced, and one that nobody reads is over. */
export function refuseBeside(
  open: Pick<RosterImport, 'status' | 'begunBy' | 'heardAt'> & { readonly name: string },
  userId: string,
  at: Date,
): void {
  if (open.begunBy === userId || standingOfImport(open, at) === 'failed') return
  throw new Refusal('import-under-way', { name: open.name })
}

export const isBeingRead = (status: ImportStatus): boolean => status === 'reading'
/** Its rows can be looked at. */
export const isShown = (status: ImportStatus): boolean => SHOWN_IMPORTS.includes(status)
/** It waits for its columns to be named. */
export const asksForHeadings = (status: ImportStatus): boolean => status === 'unclear'
/** What its rows do is done. */
export const isEntered = (status: ImportStatus): boolean => status === 'committed'
