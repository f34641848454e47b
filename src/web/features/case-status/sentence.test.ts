import { describe, expect, it, test } from 'vitest'
import { agreementWaitsAt } from '../../../domain/agreement/life.ts'
import { AGREEMENT_STANDINGS, agreementStanding } from '../../../domain/agreement/standing.ts'
import type { CaseKind } from '../../../domain/case.ts'
import { correctionWaitsFor } from '../../../domain/correction/life.ts'
import { CORRECTION_STANDINGS, correctionStanding } from '../../../domain/correction/standing.ts'
import { destinationWaitsFor } from '../../../domain/destination/life.ts'
import { DESTINATION_STANDINGS, destinationStanding } from '../../../domain/destination/standing.ts'
import { dissolutionAt } from '../../../domain/dissolution/case.ts'
import { DISSOLUTION_STANDINGS, dissolutionStanding } from '../../../domain/dissolution/standing.ts'
import { INVITATION_STANDINGS, invitationStanding } from '../../../domain/invitation/standing.ts'
import type { Holder } from '../../../domain/review.ts'
import type { Standing } from '../../../domain/standing.ts'
import {
  INSTANTS,
  reachableAgreements,
  reachableCorrections,
  reachableDestinations,
  reachableDissolutions,
  reachableInvitations,
} from '../../../domain/testing/reachable.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const requests = INSTANTS.flatMap((at) => reachableDissolutions().map((one) => dissolutionStanding(one, at)))
const open = requests.filter(({ turn }) => turn !== null)

/** Where everything that can come about may stand, by those who read it. */
const REACHED = {
  invitation: INSTANTS.flatMap((at) =>
    reachableInvitations().flatMap((one) =>
      [true, false].map((placed) => invitationStanding(one, placed, at)),
    ),
  ),
  agreement: INSTANTS.flatMap((at) =>
    reachableAgreements().flatMap((one) =>
      one.dissolving
        ? open.map((request) => agreementStanding(one, request, at))
        : [agreementStanding(one, null, at)],
    ),
  ),
  dissolution: requests,
  destination: reachableDestinations().map((one) => destinationStanding(one)),
  correction: reachableCorrections().map((one) => correctionStanding(one)),
} as const satisfies Record<CaseKind, readonly Standing[]>
const READERS: Record<CaseKind, readonly Reader[]> = {
  invitation: ['student', 'employer'],
  agreement: ['student', 'employer', 'college', 'school'],
  dissolution: ['student', 'employer', 'college', 'school'],
  destination: ['student', 'college', 'school'],
  correction: ['student', 'college', 'school'],
}
const DECLARED: Record<CaseKind, readonly string[]> = {
  invitation: INVITATION_STANDINGS,
  agreement: AGREEMENT_STANDINGS,
  dissolution: DISSOLUTION_STANDINGS,
  destination: DESTINATION_STANDINGS,
  correction: CORRECTION_STANDINGS,
}
const KINDS = Object.keys(REACHED) as CaseKind[]
const idOf = ({ key, by, turn, due }: Standing) => [key, by, turn, due].join(' ')
const distinct = (kind: CaseKind) => [...new Map(REACHED[kind].map((one) => [idOf(one), one])).values()]

test.each(KINDS)('every standing of an %s comes about, and no other', (kind) => {
  expect([...new Set(REACHED[kind].map(({ key }) => key))].sort()).toEqual([...DECLARED[kind]].sort())
})

describe.each([['zh', zh] as const, ['en', en] as const])('%s', (_language, words) => {
  describe.each(KINDS)('of an %s', (kind) => {
    test.each(READERS[kind])(
      'the %s reads of each a sentence of its own, which says whose turn it is or that nothing is due',
      (reader) => {
        // `sentenceOf` asks for a standing of its kind, which the compiler cannot follow through a list of kinds.
        const say = sentenceOf as (words: typeof zh, kind: CaseKind, of: Standing, reader: Reader) => string
        const said = distinct(kind).map((one) => [idOf(one), say(words, kind, one, reader)] as const)
        for (const [index, one] of distinct(kind).entries()) {
          const sentence = said[index]![1].toLowerCase()
          const named = (holder: Holder) =>
            holder && words.who[holder === reader ? 'you' : holder].toLowerCase()
          const turn = one.turn === reader && words === en ? 'your turn' : named(one.turn)
          expect([idOf(one), sentence]).toEqual([idOf(one), expect.stringContaining(turn ?? words.nothing)])
        }
        // What differs only in who has decided on a request is one sentence of an agreement.
        const same = Map.groupBy(said, ([, sentence]) => sentence)
        const doubled = [...same.values()].filter((ids) => new Set(ids.map(([id]) => meant(id))).size > 1)
        expect(doubled).toEqual([])
      },
    )
  })
})
/** An agreement that is being dissolved says no more of the request than whose turn it is. */
const meant = (id: string) => (id.startsWith('dissolving') ? id.replace(/^(\S+) \S*/, '$1') : id)

it('says the same turn that the case waits for', () => {
  for (const at of INSTANTS) {
    for (const one of reachableAgreements().filter(({ dissolving }) => !dissolving))
      expect(agreementStanding(one, null, at).turn).toBe(agreementWaitsAt(one, at).waitingFor)
    for (const one of reachableDissolutions())
      expect(dissolutionStanding(one, at).turn).toBe(dissolutionAt(one, at).waitingFor)
  }
  for (const one of reachableDestinations())
    expect(destinationStanding(one).turn).toBe(destinationWaitsFor(one))
  for (const one of reachableCorrections()) expect(correctionStanding(one).turn).toBe(correctionWaitsFor(one))
})

test.each<[string, string]>([
  [
    sentenceOf(zh, 'invitation', { key: 'withdrawn', by: 'employer', turn: null, due: null }, 'employer'),
    '您撤回了邀约，目前无需办理',
  ],
  [
    sentenceOf(zh, 'invitation', { key: 'withdrawn', by: 'employer', turn: null, due: null }, 'student'),
    '单位撤回了邀约，目前无需办理',
  ],
  [
    sentenceOf(zh, 'dissolution', { key: 'refused', by: 'employer', turn: null, due: null }, 'employer'),
    '您不同意解约，协议仍有效，目前无需办理',
  ],
  [
    sentenceOf(zh, 'dissolution', { key: 'agreed', by: 'employer', turn: 'school', due: 'review' }, 'school'),
    '单位已同意解约，等您审核',
  ],
  [
    sentenceOf(
      en,
      'agreement',
      { key: 'returned', by: 'college', turn: 'employer', due: 'correct' },
      'student',
    ),
    'The college returned the agreement; the employer is to correct it',
  ],
])('%s', (said, sentence) => {
  expect(said).toBe(sentence)
})
