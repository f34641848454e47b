import type { ReactNode } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { Queue } from '../../../contracts/desk.ts'
import type { OwnColumn } from '../../../contracts/own-fields.ts'
import type { Neighbours } from '../../../contracts/review.ts'
import type { CaseKind } from '../../../domain/case.ts'
import type { PlaceTag } from '../../../domain/place/fact.ts'
import type { Holder } from '../../../domain/review.ts'
import type { NamedColumn } from '../../ui/column-choice.tsx'
import type { ListAddress } from '../../ui/list-address.ts'
import type { Asked } from '../../ui/newest.ts'
import type { Brief } from '../../ui/rows.tsx'
import type { PassEndpoint } from './batch-pass.tsx'

/** What a queue is narrowed to, as its address says it. */
export type QueueFilter<Status extends string> = {
  queue: 'all' | 'mine'
  q: string
  status: Status
  college: string
  /** Only what has waited long. */
  waited: 'long'
  /** Only what is to be answered today. */
  due: 'today'
  pageSize: string
  /** Of places, where a queue knows any. */
  tag: PlaceTag
  /** Chosen in fields of the school's own, where a queue has any. */
  chosen: string
}
export type Queued = {
  id: string
  version: number
  status: string
  waitingFor: Holder
  waitingSince: string
  student: { name: string; studentNumber: string; college: string }
}
type Page<Row> = { items: Row[]; page: number; pageSize: number; total: number }
type QueuePage<Row> = Page<Row> & {
  counts: Record<string, number>
  colleges: { id: string; name: string }[]
  own?: OwnColumn[]
}
type Key = { readonly school: string; readonly id: string }

/** Of what stands in a queue, whatever it is: its place, and what it is by now. */
export type Placeable = { id: string; status: string; waitingSince: string }
/** A queue whose cases lead on from one to the next when they are decided. */
export type LeadingQueue<Row extends Placeable> = {
  readonly queue: Queue
  readonly kind: Exclude<CaseKind, 'invitation'> | 'admission' | 'recommendation' | 'post'
  readonly words: { readonly title: string }
  readonly list: (input: {
    params: { school: string }
    query: ListAddress<QueueFilter<Row['status']>>
  }) => Asked<Page<Row>>
  /** What stands before and after a case of it. */
  readonly beside: (input: {
    params: Key
    query: Partial<QueueFilter<Row['status']>> & { at?: string | undefined }
  }) => Asked<Neighbours>
  /** A case of it, as its page asks for it. */
  readonly open: (params: Key) => Asked<unknown>
  /** A case of it beside the one that is open. */
  readonly brief: (row: Row) => Brief
  /** The instant by which all there is are ordered; what waits is by `waitingSince`. */
  readonly begunAt: (row: Row) => string
}

/** One kind of business that waits for reviewers, as its list and its cases show it. */
export type QueueOf<Row extends Queued> = Omit<LeadingQueue<Row>, 'brief' | 'words' | 'list' | 'kind'> & {
  readonly kind: Exclude<CaseKind, 'invitation'> | 'recommendation'
  readonly words: { readonly title: string; readonly q: string; readonly empty: string }
  readonly list: (input: {
    params: { school: string }
    query: ListAddress<QueueFilter<Row['status']>>
  }) => Asked<QueuePage<Row>>
  /** It can be narrowed to places of one kind. */
  readonly hasPlaces: boolean
  readonly pass: PassEndpoint
  /** Every status with its word, in the order of the lifecycle. */
  readonly statuses: Readonly<Record<Row['status'], string>>
  /** The statuses in which a tick passes; what waits for another decision is decided on its page. */
  readonly passable: readonly string[]
  /** What else tells one case from another where there is no table around it. */
  readonly caseName: (row: Row) => string
  readonly columns: readonly NamedColumn<Row>[]
  readonly state: (row: Row) => ReactNode
}

/** The page on which a case of a queue is decided. */
export const placeOf = <Row extends Placeable>(of: Pick<LeadingQueue<Row>, 'kind'>, key: Key) =>
  caseAddress('school', { kind: of.kind, ...key })
/** The list of a queue. */
export const listOf = (of: { readonly queue: Queue }) => `/school/${of.queue}`
