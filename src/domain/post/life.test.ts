import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import {
  OWN_POST_STATUSES,
  ownPostLife,
  POST_STATUSES,
  type Post,
  type PostAction,
  type PostStatus,
  postLife,
  postShownFrom,
  postStatusAt,
  postTurn,
} from './life.ts'

const AT = new Date('2026-06-01T12:00:00+08:00')
const post = (change: Partial<Post> = {}): Post => ({
  status: 'submitted',
  version: 1,
  lastDay: '2026-06-30',
  shownFrom: null,
  isChangeProposed: true,
  mayRetry: true,
  atOnce: false,
  ...change,
})

/** All that is allowed; everything else in the walk below must be refused. */
const ALLOWED: Record<string, PostStatus> = {
  'submitted employer change': 'submitted',
  'submitted employer close': 'closed',
  'submitted reviewer publish': 'published',
  'submitted reviewer ask': 'questioned',
  'submitted reviewer return': 'returned',
  'submitted reviewer reject': 'rejected',
  'submitted reviewer take-down': 'taken_down',
  'questioned employer change': 'questioned',
  'questioned employer answer': 'submitted',
  'questioned employer close': 'closed',
  'questioned reviewer publish': 'published',
  'questioned reviewer return': 'returned',
  'questioned reviewer reject': 'rejected',
  'questioned reviewer take-down': 'taken_down',
  'returned employer submit-again': 'submitted',
  'returned employer close': 'closed',
  'returned reviewer reject': 'rejected',
  'returned reviewer take-down': 'taken_down',
  'rejected employer submit-again': 'submitted',
  'closed employer submit-again': 'submitted',
  'expired employer submit-again': 'submitted',
  'expired employer extend': 'published',
  'published employer change': 'published',
  'published employer extend': 'published',
  'published employer close': 'closed',
  'published reviewer pass-change': 'published',
  'published reviewer return-change': 'published',
  'published reviewer take-down': 'taken_down',
}

describe('a post at a school, every status × role × action', () => {
  for (const status of POST_STATUSES)
    for (const role of ROLES)
      for (const action of postLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const decide = () =>
            postLife.decide(post({ status }), { action, role, seenVersion: 1, reason: 'r', at: AT })
          expect(postLife.actionsFor(post({ status }), role, AT).some((one) => one === action)).toBe(
            expected !== undefined,
          )
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

test('an employer’s own post: drafts are written, changed and submitted, what is sent is extended and closed', () => {
  const allowed = OWN_POST_STATUSES.map((status) =>
    ownPostLife.actionsFor({ status, version: 1 }, 'employer', AT),
  )
  expect(allowed).toEqual([['edit', 'submit'], ['edit', 'submit', 'extend', 'close'], ['submit']])
  for (const role of ROLES.filter((one) => one !== 'employer'))
    for (const status of OWN_POST_STATUSES)
      expect(ownPostLife.actionsFor({ status, version: 1 }, role, AT)).toEqual([])
})

test.each<[Partial<Post>, PostAction, Role, string | null]>([
  [{ status: 'rejected', mayRetry: false }, 'submit-again', 'employer', 'post-rejected-for-good'],
  [{ status: 'published', isChangeProposed: false }, 'pass-change', 'reviewer', 'nothing-changed'],
  [{ lastDay: '2026-05-31' }, 'publish', 'reviewer', 'post-over'],
  [{ lastDay: '2026-06-01' }, 'publish', 'reviewer', null],
  [{ status: 'published' }, 'expire', 'clock', 'already-moved-on'],
  [{ status: 'published', lastDay: '2026-05-31' }, 'expire', 'clock', null],
])('%j: %s by the %s → %s', (change, action, role, no) => {
  expect(postLife.whyNot(post(change), action, role, AT)).toBe(no)
})

it('a school that publishes at once does so at birth', () => {
  const begin = (atOnce: boolean) => {
    const { status: _, ...born } = post({ atOnce })
    return postLife.begin(born, { action: 'submit', role: 'employer', at: AT }).to
  }
  expect([begin(true), begin(false)]).toEqual(['published', 'submitted'])
})

it('is over to the second at 24:00 of its last day, and begins at 0:00 of the day it names', () => {
  const published = post({ status: 'published', lastDay: '2026-06-01' })
  expect(postStatusAt(published, new Date('2026-06-01T23:59:59.999+08:00'))).toBe('published')
  expect(postStatusAt(published, new Date('2026-06-02T00:00:00+08:00'))).toBe('expired')
  expect(postShownFrom('2026-06-03', AT)).toEqual(new Date('2026-06-03T00:00:00+08:00'))
  expect([postShownFrom(null, AT), postShownFrom('2026-05-01', AT)]).toEqual([AT, AT])
})

it('waits for whoever may act next', () => {
  const turnOf = (status: PostStatus, isChangeProposed = false) => postTurn({ status, isChangeProposed })
  expect([turnOf('submitted'), turnOf('published', true)]).toEqual(['school', 'school'])
  expect([turnOf('questioned'), turnOf('returned'), turnOf('published')]).toEqual([
    'employer',
    'employer',
    null,
  ])
})
