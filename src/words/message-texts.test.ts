import { describe, expect, it, test } from 'vitest'
import { dataOf, MESSAGE_KINDS, NOTICE_DATA, type NoticeKind } from '../domain/message/notices.ts'
import { askedIn, refuseTemplates } from '../domain/message/template.ts'
import { OUR_TEXTS, TRIAL_VALUES } from './message-texts.ts'
import { zh } from './notifications.zh.ts'

const NOTICES = Object.keys(NOTICE_DATA) as NoticeKind[]

describe.each(NOTICES)('%s', (kind) => {
  it('may say outside nothing that its notification does not say in the app', () => {
    for (const name of NOTICE_DATA[kind]) expect(zh[kind]).toMatch(new RegExp(`\\{\\{${name}(\\||\\}\\})`))
  })
})

test('nobody’s name, no pay, no reason, no document and no address is data of a message', () => {
  const all = new Set(NOTICES.flatMap((kind) => [...NOTICE_DATA[kind]]))
  expect([...all].sort()).toEqual(['category', 'day', 'days', 'employer', 'number'])
})

test('our own texts ask for what their notices have, and each has its deadline where there is one', () => {
  const templates = MESSAGE_KINDS.map((kind) => ({ kind, template: 'T', text: OUR_TEXTS[kind] }))
  expect(() => refuseTemplates('sms', templates)).not.toThrow()
  for (const kind of MESSAGE_KINDS)
    for (const name of ['day', 'days', 'code'])
      expect([kind, name, askedIn(OUR_TEXTS[kind]).includes(name)]).toEqual([
        kind,
        name,
        dataOf(kind).includes(name),
      ])
})

test('a trial has something for whatever a text may ask for', () => {
  const asked = new Set(MESSAGE_KINDS.flatMap(dataOf))
  asked.delete('day')
  expect([...asked].filter((name) => !(name in TRIAL_VALUES))).toEqual([])
})
