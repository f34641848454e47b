import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { removeEvidence } from '../../../contracts/evidence.ts'
import { inTransaction } from '../../db/database.ts'
import type { Visitor } from '../../http/visitor.ts'
import { just, keptEvidence } from '../../testing/kept-evidence.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { takeEvidence } from './queries.ts'
import { removeUnused } from './removal.ts'
import { storageKey } from './storage-keys.ts'
import { addUpload, finishUpload } from './uploads.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  school = await s.school()
  student = await s.student(school)
})
afterAll(() => s.stop())

const remove = (by: Visitor, id: string) => by.ask(removeEvidence, { params: { school, id } })
const kept = () => keptEvidence(s, school)
const take = (id: string) =>
  inTransaction(s.db, (tx) =>
    takeEvidence(
      tx,
      { school, subject: `agreement:${s.anId()}`, ids: [id], userId: student.userId },
      s.now(),
    ),
  )

describe('removal', () => {
  test('one’s own unused upload goes, its file with it', async () => {
    const id = await s.scan(student.first, school)
    expect((await remove(student.first, id)).json()).toEqual({ done: true })
    expect(await kept()).toEqual(just())
    expect((await remove(student.first, id)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('somebody else’s does not, nor one that an act has taken', async () => {
    const id = await s.scan(student.first, school)
    for (const { first } of [await s.student(school), await s.staff(school, 'administrator')])
      expect((await remove(first, id)).json()).toMatchObject({ status: 404, code: 'not-found' })
    await take(id)
    expect((await remove(student.first, id)).json()).toMatchObject({ status: 404, code: 'not-found' })
    expect(await kept()).toEqual(just(id))
  })

  test('removed and taken in the same moment: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await s.scan(student.first, school)
      const [removed, taken] = await Promise.allSettled([remove(student.first, id), take(id)])
      const wasTaken = taken.status === 'fulfilled'
      expect(removed).toMatchObject({ value: { statusCode: wasTaken ? 404 : 200 } })
      expect((await kept()).files.includes(id)).toBe(wasTaken)
    }
  })
})

describe('the sweep', () => {
  const later = (hours: number) => new Date(s.now().getTime() + hours * 60 * 60 * 1000)
  /** As a crash leaves it: a row, and a file or a part of one. */
  const crash = async (hasFile: boolean) => {
    const row = {
      school,
      id: s.anId(),
      userId: student.userId,
      portal: 'student' as const,
      name: '扫描件.pdf',
    }
    await addUpload(s.db, row, s.now())
    if (hasFile) await s.services.files.write(storageKey(row), Readable.from([SMALL_PDF]))
    return row.id
  }

  test('what a crash left goes after an hour, with what there is of its file', async () => {
    const ids = [await crash(false), await crash(true)]
    await removeUnused(s.services, later(0.9))
    expect((await kept()).rows).toEqual(ids.sort())
    await removeUnused(s.services, later(1.1))
    expect(await kept()).toEqual(just())
  })

  test('what no act has taken goes after a day, what an act has taken stays', async () => {
    const [unused, used] = [await s.scan(student.first, school), await s.scan(student.first, school)]
    await take(used)
    await removeUnused(s.services, later(23))
    expect(await kept()).toEqual(just(unused, used))
    await removeUnused(s.services, later(25))
    expect(await kept()).toEqual(just(used))
  })

  test('a sweep that broke off between file and row is finished by the next', async () => {
    const id = await crash(true)
    await s.services.files.remove(storageKey({ school, id }))
    await removeUnused(s.services, later(2))
    expect(await kept()).toEqual(just())
  })

  test('an upload that the sweep has given up is not kept after all', async () => {
    const id = await crash(true)
    await removeUnused(s.services, later(2))
    const copies = {
      viewSize: null,
      smallSize: null,
      formNumber: null,
      formCopy: null,
      formPage: null,
    }
    const about = { mediaType: 'application/pdf', size: SMALL_PDF.length, sha256: '', ...copies }
    const by = { userId: student.userId, portal: 'student' as const }
    await expect(finishUpload(s.db, { school, id, ...by }, about)).rejects.toThrow('evidence-broken-off')
  })

  test('two instances sweep at once, and more than one batch goes', async () => {
    for (let round = 0; round < 8; round++) {
      const other = await s.student(school)
      await Promise.all(Array.from({ length: 30 }, () => s.scan(other.first, school)))
    }
    await Promise.all([removeUnused(s.services, later(25)), removeUnused(s.services, later(25))])
    expect(await kept()).toEqual(just())
  })
})
