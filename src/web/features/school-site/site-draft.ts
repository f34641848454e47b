import type { Input, Output } from '../../../contracts/address.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import type { getOwnSite, saveOwnSite } from '../../../contracts/public-site.ts'
import { wholeFrom } from '../../../domain/entered.ts'
import type { SchoolContact, SchoolDate } from '../../../domain/public-site.ts'

type View = Output<typeof getOwnSite>
type Given = NonNullable<Input<typeof saveOwnSite>['body']>

/** What is typed: years as they are written, the picture as it was uploaded. */
export type SiteDraft = {
  readonly intro: string
  readonly introEn: string
  readonly colour: string | null
  readonly accent: string | null
  readonly picture: EvidenceFile | null
  readonly dates: readonly (Omit<SchoolDate, 'graduationYear'> & { readonly graduationYear: string })[]
  readonly contact: SchoolContact
  readonly privacyUrl: string
  readonly icp: string
  readonly police: string
}

export const draftOf = ({ version: _, address: _to, dates, ...rest }: View): SiteDraft => ({
  ...rest,
  dates: dates.map((date) => ({ ...date, graduationYear: String(date.graduationYear) })),
})

export const siteOf = ({ picture, dates, ...rest }: SiteDraft, seenVersion: number): Given => ({
  ...rest,
  seenVersion,
  pictureId: picture?.id ?? null,
  dates: dates.map((date) => ({ ...date, graduationYear: wholeFrom(date.graduationYear) ?? 0 })),
})
