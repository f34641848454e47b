import { describe, expect, it, test } from 'vitest'
import { EVENT_NAMES } from '../event.ts'
import { TERMS } from '../testing/cases.ts'
import { agreementDocument, asCertified, DOCUMENT_ACTS, type DocumentFacts, usualForm } from './document.ts'
import { AGREEMENT_STATUSES } from './life.ts'

const at = (time: string) => `2026-06-0${time}:00.000Z`
const FACTS: DocumentFacts = {
  number: '1202699901000017',
  kind: 'online',
  status: 'effective',
  school: { code: '99901', name: '江城演示大学' },
  parties: {
    student: { name: '张三', studentNumber: '2022010001', college: '一院', major: '' },
    employer: { name: '星火', creditCode: '91420100MA4BENCH05' },
  },
  terms: TERMS,
  jobName: '工程技术人员',
  termsHash: 'h1',
  notice: { version: 1, paragraphs: ['不收费'] },
  signedOn: null,
  formedAt: at('1T02:00'),
  effectiveAt: at('2T02:00'),
  endedAt: null,
  acts: [
    { at: at('1T01:00'), action: 'invitation.send', actorName: '王', actorRole: 'employer' },
    { at: at('1T02:00'), action: 'invitation.accept', actorName: '张三', actorRole: 'student' },
    { at: at('1T02:00'), action: 'agreement.form', actorName: '张三', actorRole: 'student' },
    { at: at('2T02:00'), action: 'agreement.pass', actorName: '刘', actorRole: 'reviewer' },
    { at: at('2T03:00'), action: 'agreement.seal-document', actorName: '', actorRole: 'clock' },
    { at: at('9T02:00'), action: 'agreement.dissolve', actorName: '', actorRole: 'dissolution' },
  ],
}
const DISSOLVED: DocumentFacts = { ...FACTS, status: 'dissolved', endedAt: at('9T02:00') }

describe('what every page bears across it', () => {
  test.each(AGREEMENT_STATUSES)('%s', (status) => {
    const wasCertified = ['effective', 'fulfilled', 'dissolved'].includes(status)
    const facts = {
      ...FACTS,
      status,
      effectiveAt: wasCertified ? FACTS.effectiveAt : null,
      endedAt: at('9T02:00'),
    }
    const expected = {
      awaiting_seal: 'awaiting-seal',
      effective: null,
      fulfilled: null,
      dissolved: 'dissolved',
    } as Record<string, string | null>
    expect(agreementDocument(facts).mark).toBe(status in expected ? expected[status] : 'not-certified')
    expect(usualForm(facts)).toBe(status === 'effective' || status === 'fulfilled' ? 'sealed' : 'copy')
  })
})

describe('its content', () => {
  it('has only the acts that bind, in their order', () => {
    const { acts } = agreementDocument(DISSOLVED)
    expect(acts.map(({ action }) => action)).toEqual([
      'invitation.send',
      'invitation.accept',
      'agreement.pass',
      'agreement.dissolve',
    ])
    for (const action of DOCUMENT_ACTS) expect(EVENT_NAMES).toContain(action)
  })

  it('says the day of a paper, and when it was dissolved, only where there is one', () => {
    const names = (facts: DocumentFacts) =>
      agreementDocument(facts).parts.flatMap(({ entries }) => entries.map(({ name }) => name))
    expect(names(FACTS)).not.toContain('signedOn')
    expect(names({ ...FACTS, kind: 'paper', signedOn: '2026-05-20' })).toEqual(
      expect.arrayContaining(['signedOn', 'registeredAt']),
    )
    expect(names(FACTS)).not.toContain('dissolvedAt')
    expect(names(DISSOLVED)).toContain('dissolvedAt')
  })

  it('has null for what was left out', () => {
    const values = agreementDocument(FACTS).parts.flatMap(({ entries }) => entries.map(({ value }) => value))
    expect(values).not.toContain('')
    expect(values).toContain(null)
  })
})

describe('what is sealed', () => {
  it('is the same whenever it is made: nothing of what came after the certification is in it', () => {
    const content = agreementDocument(asCertified(FACTS))
    expect(agreementDocument(asCertified(DISSOLVED))).toEqual(content)
    expect(agreementDocument(asCertified({ ...FACTS, status: 'fulfilled' }))).toEqual(content)
    expect(content).toMatchObject({ mark: null, isCertified: true, dissolvedAt: null })
  })

  it('is only what was certified', () => {
    expect(() => asCertified({ ...FACTS, effectiveAt: null })).toThrow('never certified')
  })
})
