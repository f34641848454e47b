import { describe, expect, it, test } from 'vitest'
import { EVENT_NAMES } from '../event.ts'
import {
  asAsked,
  asDissolved,
  CERTIFICATE_ACTS,
  type CertificateFacts,
  dissolutionCertificate,
  refuseUnlessCertifiable,
  usualCertificate,
} from './certificate.ts'

const FACTS: CertificateFacts = {
  kind: 'dissolving',
  school: { code: '99901', name: '江城演示大学' },
  parties: {
    student: { name: '张三', studentNumber: '2022010001', college: '一院', major: '' },
    employer: { name: '星火', creditCode: '91420100MA4BENCH05' },
  },
  agreement: { number: '1202699901000017', kind: 'online', effectiveAt: '2026-06-01T03:00:00.000Z' },
  askedBy: 'student',
  askedAt: '2026-06-02T03:00:00.000Z',
  endedAt: null,
  isDissolved: false,
  acts: [{ at: '2026-06-02T03:00:00.000Z', action: 'dissolution.ask', actorName: '张三' }],
  proof: { address: 'http://localhost/proof/99901/code', code: 'code' },
}
const DISSOLVED: CertificateFacts = {
  ...FACTS,
  endedAt: '2026-06-04T03:00:00.000Z',
  isDissolved: true,
  acts: [
    ...FACTS.acts,
    { at: '2026-06-03T03:00:00.000Z', action: 'dissolution.seal-document', actorName: '' },
    { at: '2026-06-03T04:00:00.000Z', action: 'dissolution.agree', actorName: '王芳' },
    { at: '2026-06-04T03:00:00.000Z', action: 'dissolution.pass', actorName: '李老师' },
    { at: '2026-06-05T03:00:00.000Z', action: 'dissolution.seal-document', actorName: '' },
  ],
}

describe('that it is under way', () => {
  it('is sealed as it was asked for, however late', () => {
    expect(dissolutionCertificate(asAsked(DISSOLVED))).toEqual(dissolutionCertificate(FACTS))
    expect(dissolutionCertificate(FACTS).mark).toBeNull()
  })

  test.each([
    [FACTS, null, 'sealed'],
    [DISSOLVED, 'dissolved', 'copy'],
    [{ ...DISSOLVED, isDissolved: false }, 'came-to-nothing', 'copy'],
  ] as const)('is served with what has come of it across', (facts, mark, form) => {
    expect(dissolutionCertificate(facts).mark).toBe(mark)
    expect(usualCertificate(facts)).toBe(form)
  })
})

describe('that it is dissolved', () => {
  const facts: CertificateFacts = { ...DISSOLVED, kind: 'dissolved' }

  it('says who asked, agreed and passed it, and is in force for good', () => {
    const { acts, mark } = dissolutionCertificate(asDissolved(facts))
    expect(acts.map(({ action }) => action)).toEqual([
      'dissolution.ask',
      'dissolution.agree',
      'dissolution.pass',
    ])
    expect(mark).toBeNull()
    expect(usualCertificate(facts)).toBe('sealed')
  })

  it('is certified of nothing else', () => {
    for (const other of [
      { ...FACTS, kind: 'dissolved' as const },
      { ...facts, isDissolved: false },
    ]) {
      expect(() => refuseUnlessCertifiable(other)).toThrow('pdf-not-sealed')
      expect(() => asDissolved(other)).toThrow('was not dissolved')
    }
    expect(() => refuseUnlessCertifiable(facts)).not.toThrow()
    expect(() => refuseUnlessCertifiable(FACTS)).not.toThrow()
  })
})

test('its acts are events of the journal', () => {
  for (const action of CERTIFICATE_ACTS) expect(EVENT_NAMES).toContain(action)
})
