import { around } from '../post/search.ts'
import type { Wish } from './content.ts'

/** How employers narrow a list of résumés; what is empty does not. */
export type SoughtResumes = {
  /** 职位类别, a code. */
  readonly category: string
  readonly region: string
  readonly work: Wish['work']
}

/** By which words a résumé is found: what the student wishes, a place with those around it. */
export const wishWords = ({ work, category, regions }: Wish): string[] => [
  ...new Set([
    ...(category ? [`c:${category}`] : []),
    ...(work ? [`k:${work}`] : []),
    ...regions.flatMap(around).map((region) => `r:${region}`),
  ]),
]

/** The words that a résumé must have to be what is sought. */
export const soughtWords = ({ work, category, region }: SoughtResumes): string[] =>
  wishWords({ work, category, regions: [], pay: null }).concat(
    region ? [`r:${region.replace(/(00)+$/, '')}`] : [],
  )
