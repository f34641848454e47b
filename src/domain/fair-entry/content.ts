import { LONGEST } from '../longest.ts'
import type { PostContent } from '../post/content.ts'

/** A post as an employer brings it to a fair: copied, so that what becomes of the post later changes nothing here (AT-17). */
export type BroughtPost = Pick<
  PostContent,
  'title' | 'category' | 'work' | 'headcount' | 'pay' | 'regions' | 'education' | 'majors'
> & { readonly shortId: string }

export type EntryContent = {
  readonly posts: readonly BroughtPost[]
  /** Whom the school asks; nobody else reads it. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string }
  /** Who comes, by name: for their badges. */
  readonly people: readonly string[]
}
export const ENTRY_BOUNDS = { posts: 30, people: 8 } as const
export const LONGEST_ENTRY = { person: LONGEST.personName } as const

export const broughtOf = ({
  shortId,
  content,
}: {
  readonly shortId: string
  readonly content: PostContent
}): BroughtPost => {
  const { title, category, work, headcount, pay, regions, education, majors } = content
  return { shortId, title, category, work, headcount, pay, regions, education, majors }
}
