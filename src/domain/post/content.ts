import { type Day, isOver } from '../day.ts'
import { LONGEST } from '../longest.ts'

/** 全职 / 实习 */
export const POST_KINDS = ['full-time', 'internship'] as const
export type PostKind = (typeof POST_KINDS)[number]

/** Who may read a published post: anybody, or only the students of the schools that publish it (AT-6). */
export const POST_AUDIENCES = ['anybody', 'students'] as const
export type PostAudience = (typeof POST_AUDIENCES)[number]

/** The least education asked for, in order; `any` asks for none. */
export const POST_EDUCATIONS = ['any', 'junior-college', 'bachelor', 'master', 'doctor'] as const
export type PostEducation = (typeof POST_EDUCATIONS)[number]

/**
 * In whole yuan a month, paid so many months a year. `to` is null where what lies above the floor is agreed in person (面议):
 * a post without any figure cannot be submitted (`domain-more.md` L1).
 */
export type Pay = { readonly from: number | null; readonly to: number | null; readonly months: number }

export type PostContact = {
  readonly name: string
  readonly phone: string
  readonly email: string
  /** Whether visitors read it; the school always does. */
  readonly shown: boolean
}

/** A file that its employer has put with a post. What it contains never changes: another file has another id. */
export type PostAttachment = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hex, so that the fingerprint of a post covers what its file contains. */
  readonly sha256: string
}

/** What a 招聘信息 says. Of a draft anything may still be missing: `lackingIn`. */
export type PostContent = {
  readonly title: string
  /** 职位类别, a code. */
  readonly category: string
  readonly work: PostKind
  readonly headcount: number | null
  readonly pay: Pay
  /** Codes of the places of work. */
  readonly regions: readonly string[]
  readonly education: PostEducation
  /** Codes of majors or of their classes (`0809`); none named, 不限. */
  readonly majors: readonly string[]
  /** HTML, made safe. */
  readonly description: string
  readonly benefits: string
  readonly attachment: PostAttachment | null
  readonly contact: PostContact
  readonly audience: PostAudience
  /** Visitors read it from this day on; null: as soon as it is published. */
  readonly shownOn: Day | null
  /** It ends at 24:00 of this day in China. */
  readonly lastDay: Day | null
}
export type PostField = keyof PostContent

/** As whoever may apply reads it: a contact that its employer does not show is the school's alone to know. */
export const asApplicantsRead = (of: PostContent): PostContent =>
  of.contact.shown ? of : { ...of, contact: { name: '', phone: '', email: '', shown: false } }

/** Between what figures a post may lie, both included. */
export const POST_BOUNDS = {
  headcount: { least: 1, most: 100_000 },
  pay: { least: 1, most: 10_000_000 },
  months: { least: 12, most: 24 },
  regions: 10,
  majors: 30,
  /** Schools that a post is submitted to at once. */
  schools: 20,
} as const

export const LONGEST_POST = {
  title: LONGEST.title,
  description: LONGEST.richText,
  benefits: LONGEST.benefits,
} as const

export const NEW_POST: PostContent = {
  title: '',
  category: '',
  work: 'full-time',
  headcount: null,
  pay: { from: null, to: null, months: 12 },
  regions: [],
  education: 'any',
  majors: [],
  description: '',
  benefits: '',
  attachment: null,
  contact: { name: '', phone: '', email: '', shown: true },
  audience: 'anybody',
  shownOn: null,
  lastDay: null,
}

/** The path of a field as forms and refusals name it. */
export type Lacking =
  | 'category'
  | 'headcount'
  | 'pay.from'
  | 'regions'
  | 'description'
  | 'contact.name'
  | 'lastDay'

/** What a post must say before a school is asked (L1, AT-1), in the order of the form; empty where nothing is missing. */
export function lackingIn(of: PostContent): Lacking[] {
  const says: Readonly<Record<Lacking, boolean>> = {
    category: of.category !== '',
    headcount: of.headcount !== null,
    'pay.from': of.pay.from !== null,
    regions: of.regions.length > 0,
    description: of.description !== '',
    'contact.name': of.contact.name !== '' && (of.contact.phone !== '' || of.contact.email !== ''),
    lastDay: of.lastDay !== null,
  }
  return (Object.keys(says) as Lacking[]).filter((field) => !says[field])
}

/** Where it says something that cannot be: pay that falls, an end before the beginning; null where all can. */
export function contradictionIn({ pay, shownOn, lastDay }: PostContent): 'pay.to' | 'lastDay' | null {
  if (pay.from !== null && pay.to !== null && pay.to < pay.from) return 'pay.to'
  return shownOn !== null && lastDay !== null && lastDay < shownOn ? 'lastDay' : null
}

/** Has the last day passed? Of a draft without one, never. */
export const isPostOver = ({ lastDay }: Pick<PostContent, 'lastDay'>, at: Date): boolean =>
  lastDay !== null && isOver(lastDay, at)

/** What may change without the school's look: how many, from when until when, and who reads it. */
const OPEN: readonly PostField[] = ['headcount', 'audience', 'lastDay', 'shownOn']

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields in which two differ, in the order of the form. */
export const changedIn = (before: PostContent, after: PostContent): PostField[] =>
  (Object.keys(NEW_POST) as PostField[]).filter((field) => !isSame(before[field], after[field]))

/** Whether a school that wants to see changes is asked (AT-2). */
export const isForReview = (before: PostContent, after: PostContent): boolean =>
  changedIn(before, after).some((field) => !OPEN.includes(field))

/** The old one with what of the new is open to the employer. */
export const withOpenOf = (
  before: PostContent,
  { headcount, audience, lastDay, shownOn }: PostContent,
): PostContent => ({
  ...before,
  headcount,
  audience,
  lastDay,
  shownOn,
})
