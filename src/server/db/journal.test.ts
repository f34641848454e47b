import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { CLOCK, type Line, record, verifyJournal } from './journal.ts'

let s: Scenario
let subject: string
beforeAll(async () => {
  s = await startScenario()
  const school = await s.school()
  const agreement = await s.sign(await s.employer(school), await s.student(school))
  subject = `invitation:${agreement.invitationId}`
})
afterAll(() => s.stop())

test('the application’s database role may neither change nor remove a line', async () => {
  await expect(sql`update journal set seq = 9`.execute(s.db)).rejects.toThrow('permission denied')
  await expect(sql`delete from journal`.execute(s.db)).rejects.toThrow('permission denied')
  await expect(sql`truncate journal`.execute(s.db)).rejects.toThrow('permission denied')
})

test.each([
  [
    'changed',
    sql`update journal set entry = entry || '{"reason": "别的"}' where seq = 1`,
    { seq: 1, fault: 'was changed or moved' },
  ],
  ['cut off the end', sql`delete from journal where seq = 2`, { seq: 2, fault: 'is missing' }],
  ['removed from the middle', sql`delete from journal where seq = 1`, { seq: 1, fault: 'is missing' }],
  ['reordered', sql`update journal set seq = 3 - seq + 10`, { seq: 1, fault: 'is missing' }],
])('a line that somebody %s is found and named', async (_, tamper, expected) => {
  await s.owner
    .transaction()
    .execute(async (tx) => {
      await tamper.execute(tx)
      const { faults } = await verifyJournal(tx)
      expect(faults).toContainEqual(expect.objectContaining({ ...expected, subject }))
      throw new Error('undo')
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error
    })
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('a line added beside the product has no head, wherever it sorts', async () => {
  for (const added of ['aaa:1', 'zzz:1'])
    await s.owner
      .transaction()
      .execute(async (tx) => {
        await sql`insert into journal (school_id, subject, seq, entry, hash)
          select school_id, ${added}, 1, entry, hash from journal limit 1`.execute(tx)
        const { faults } = await verifyJournal(tx)
        expect(faults).toEqual([expect.objectContaining({ subject: added, fault: 'has no head' })])
        throw new Error('undo')
      })
      .catch((error: Error) => {
        if (error.message !== 'undo') throw error
      })
})

test('lines that are written while it is read are no faults', async () => {
  const lineOf = (turn: number): Line => ({
    school: 'busy',
    subject: `busy:${turn % 50}`,
    action: 'busy',
    at: s.now(),
    actor: CLOCK,
    from: null,
    to: null,
    reason: null,
    data: {},
  })
  let isWriting = true
  const writing = (async () => {
    for (let turn = 0; isWriting; turn++) await s.db.transaction().execute((tx) => record(tx, [lineOf(turn)]))
  })()
  for (let round = 0; round < 30; round++) expect((await verifyJournal(s.db)).faults).toEqual([])
  isWriting = false
  await writing
})
