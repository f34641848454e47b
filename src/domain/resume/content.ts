import { LONGEST } from '../longest.ts'
import type { PostKind } from '../post/content.ts'

/** A month as `YYYY-MM`; the empty text where none is given. */
export type Month = string
/** From when until when; without an end it goes on. */
export type Period = { readonly from: Month; readonly to: Month }

/** 实习 / 工作 / 校园 */
export const EXPERIENCE_KINDS = ['internship', 'work', 'campus'] as const
export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number]

export type Experience = Period & {
  readonly kind: ExperienceKind
  readonly organisation: string
  readonly role: string
  readonly detail: string
}
export type Project = Period & { readonly title: string; readonly role: string; readonly detail: string }
export type Certificate = { readonly title: string; readonly month: Month }

export const LANGUAGE_LEVELS = ['basic', 'working', 'fluent', 'native'] as const
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number]
export type SpokenLanguage = {
  readonly language: string
  readonly level: LanguageLevel
  readonly proof: string
}

/** 求职意向: codes of 职位类别 and of places; `pay` in whole yuan a month, at least. What is not said is empty. */
export type Wish = {
  readonly work: PostKind | null
  readonly category: string
  readonly regions: readonly string[]
  readonly pay: number | null
}

/** What a student writes into a résumé. What the roster says (name, education) is no part of it. */
export type ResumeContent = {
  readonly wish: Wish
  /** 自我评价 */
  readonly summary: string
  readonly experiences: readonly Experience[]
  readonly projects: readonly Project[]
  readonly skills: readonly string[]
  readonly certificates: readonly Certificate[]
  readonly languages: readonly SpokenLanguage[]
}

/** How to reach the student: kept sealed, and shown by a rule of its own (`standing.ts`). */
export type ResumeContact = { readonly phone: string; readonly email: string }

/** Files of evidence by their ids. */
export type ResumeFiles = { readonly photo: string | null; readonly attachment: string | null }

/** All that a version of a résumé has. */
export type ResumeWritten = {
  readonly content: ResumeContent
  readonly contact: ResumeContact
  readonly files: ResumeFiles
}

/** So many at most of each. */
export const RESUME_BOUNDS = {
  resumes: 10,
  experiences: 10,
  projects: 10,
  skills: 20,
  certificates: 20,
  languages: 8,
  regions: 5,
} as const

export const LONGEST_RESUME = {
  summary: LONGEST.resumeText,
  detail: LONGEST.resumeText,
  organisation: LONGEST.organisation,
  role: LONGEST.position,
  title: LONGEST.title,
  skill: LONGEST.position,
} as const

export const EMPTY_CONTENT: ResumeContent = {
  wish: { work: null, category: '', regions: [], pay: null },
  summary: '',
  experiences: [],
  projects: [],
  skills: [],
  certificates: [],
  languages: [],
}

/** The paths of ends that lie before their beginnings, as forms and answers name fields; empty where all can be. */
export function reversedIn({ experiences, projects }: ResumeContent): string[] {
  const reversed = (list: string, periods: readonly Period[]) =>
    periods.flatMap(({ from, to }, at) => (from && to && to < from ? [`resume.${list}.${at}.to`] : []))
  return [...reversed('experiences', experiences), ...reversed('projects', projects)]
}
