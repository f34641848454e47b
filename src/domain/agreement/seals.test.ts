import { expect, test } from 'vitest'
import type { DocumentAct, DocumentFacts } from './document.ts'
import { sealsBorne } from './seals.ts'

const seal = (version: number) => ({ id: `0${version}`, version, sha256: `${version}` })
const act = (action: DocumentAct['action'], version: number | null, actorRole = 'employer'): DocumentAct => ({
  at: '2026-06-01T02:00:00.000Z',
  action,
  actorName: '某',
  actorRole,
  signed: {
    method: 'pin',
    fingerprint: 'f',
    drawing: null,
    ...(version !== null && { seal: seal(version) }),
  },
})
const SENT = act('invitation.send', 1)
const ACCEPTED = act('invitation.accept', null, 'student')
const LATE = act('agreement.seal', 9)
type Facts = Parameters<typeof sealsBorne>[0]
const borne = (change: Partial<Facts>) =>
  sealsBorne({
    acts: [SENT, ACCEPTED],
    effectiveAt: null,
    school: { name: '大学' },
    parties: { employer: { name: '单位' } } as DocumentFacts['parties'],
    ...change,
  }).map(({ party, name, seal: { version } }) => `${party} ${name} ${version}`)

test.each<[what: string, change: Partial<Facts>, expected: string[]]>([
  ['signed', {}, ['employer 单位 1']],
  ['revised since', { acts: [SENT, act('invitation.revise', 2), ACCEPTED] }, ['employer 单位 2']],
  ['amended without a seal', { acts: [SENT, ACCEPTED, act('agreement.accept-amendment', null)] }, []],
  [
    'amended by the student',
    { acts: [SENT, ACCEPTED, act('agreement.propose-amendment', null, 'student')] },
    ['employer 单位 1'],
  ],
  ['asked to be dissolved', { acts: [SENT, ACCEPTED, act('dissolution.ask', 5)] }, ['employer 单位 1']],
  ['to be sealed after the review', { unitSealedAt: null }, []],
  [
    'sealed after the review',
    { unitSealedAt: '2026-06-02', acts: [SENT, ACCEPTED, LATE] },
    ['employer 单位 9'],
  ],
  ['ordered and not in force', { schoolSeal: seal(3) }, ['employer 单位 1']],
  ['certified', { schoolSeal: seal(3), effectiveAt: '2026-06-02' }, ['employer 单位 1', 'school 大学 3']],
  ['on paper', { acts: [], schoolSeal: seal(3), effectiveAt: '2026-06-02' }, ['school 大学 3']],
])('an agreement that was %s', (_what, change, expected) => {
  expect(borne(change)).toEqual(expected)
})
