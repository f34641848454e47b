import type { Audience, Message, NotificationKind } from '../notification.ts'
import type { PostChange } from './case.ts'
import type { PostAction } from './life.ts'

/** What is said of each step, and to which side; null where whoever acted is the only one to know. */
const SAID = {
  submit: ['post.to-review', 'school'],
  'submit-again': ['post.to-review', 'school'],
  change: ['post.changed', 'school'],
  extend: null,
  publish: ['post.published', 'employer'],
  'pass-change': ['post.change-published', 'employer'],
  ask: ['post.asked', 'employer'],
  answer: ['post.answered', 'school'],
  return: ['post.returned', 'employer'],
  'return-change': ['post.change-returned', 'employer'],
  reject: ['post.rejected', 'employer'],
  'take-down': ['post.taken-down', 'employer'],
  close: null,
  expire: ['post.expired', 'employer'],
} as const satisfies Record<PostAction, readonly [NotificationKind, 'school' | 'employer'] | null>

/** Nobody at the school is called for what waits for nobody there: published at once, or changed while it waits already. */
const isForNobody = ({ before, after, step }: PostChange): boolean =>
  step.action === 'change'
    ? after.proposed === null || before?.proposed !== null
    : step.from !== null && step.action === 'submit-again' && after.atOnce

/** Who is told of a step: all members of the employer, or who reviews at the school. */
export function postTold(change: PostChange): Message[] {
  const { after, step } = change
  const said = SAID[step.action]
  if (!said || isForNobody(change)) return []
  const [kind, side] = step.action === 'submit' && after.atOnce ? SAID.publish : said
  const to: Audience = side === 'employer' ? { employerId: after.employerId } : { level: 'school' }
  const params = {
    title: after.content.title,
    employer: after.employerName,
    school: after.schoolName,
    reason: step.reason ?? '',
  }
  return [{ kind, school: after.schoolId, to, about: { kind: 'post', id: after.id }, params }]
}
