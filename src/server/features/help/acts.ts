import { v7 as uuidv7 } from 'uuid'
import type { EventName } from '../../../domain/event.ts'
import {
  contentOf,
  correctRecord,
  type HelpContent,
  type HelpRecord,
  refuseUnlessAsMany,
  refuseUnlessWhole,
} from '../../../domain/help/record.ts'
import { hashOf, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { type HelpFilter, meantBy, toHelp } from './list.ts'
import { listMeant, saveNotice } from './notices.ts'
import { findHelped, lockRecord, saveRecord } from './queries.ts'
import { saveReferral } from './referrals.ts'

/** It is saved, journaled and told to whom it is about. What it says stands in its row alone, which goes with the student. */
async function settle(
  { tx, jobs, actor, acting: { at } }: Doing,
  after: HelpRecord,
  action: EventName,
  kind: 'help.recorded' | 'help.corrected',
): Promise<void> {
  await saveRecord(tx, after, at)
  const before = after.earlier[after.earlier.length - 1]
  await record(tx, [
    {
      ...{ school: after.schoolId, subject: `student:${after.studentId}`, action, at, actor },
      ...{ from: null, to: null, reason: null },
      data: {
        record: after.id,
        version: after.version,
        hash: hashOf(contentOf(after)),
        ...(before && { before: hashOf(contentOf(before)) }),
      },
    },
  ])
  const { schoolId: school, studentId } = after
  await tell(
    tx,
    jobs,
    [{ kind, school, to: { studentId }, about: { kind: 'help', id: studentId }, params: {} }],
    at,
  )
}

/** What a contact with a student came to, written by whoever had it. */
export async function write(of: Doing, { school, id }: Key, content: HelpContent): Promise<void> {
  refuseUnlessWhole(content)
  await findHelped(of.tx, { school, college: of.person.collegeId }, id)
  const { userId: writerId } = of.person
  const added = {
    ...content,
    schoolId: school,
    id: uuidv7(),
    studentId: id,
    writerId,
    version: 1,
    earlier: [],
  }
  await settle(of, added, 'student.write-help-record', 'help.recorded')
}

/** Answers whose record it is. */
export async function correct(of: Doing, key: Key, seenVersion: number, to: HelpContent): Promise<string> {
  const before = await lockRecord(of.tx, key, of.person.collegeId)
  const after = correctRecord(before, { seenVersion, by: of.person.userId, to })
  await settle(of, after, 'student.correct-help-record', 'help.corrected')
  return after.studentId
}

/** What a student says of themselves. Of what was said before the journal tells. */
export async function sayReferral(
  { tx, actor, acting: { at } }: Doing,
  { school, id }: Key,
  isReferred: boolean,
): Promise<void> {
  await saveReferral(tx, { school, id }, isReferred, at)
  await record(tx, [
    {
      ...{ school, subject: `student:${id}`, action: 'student.say-referral', at, actor },
      ...{ from: null, to: null, reason: null, data: { isReferred } },
    },
  ])
}

type Sending = { readonly words: string; readonly seenTotal: number; readonly filter: HelpFilter }
/** Goes to all of the list whom the filter means, as many as its writer was shown; the clock tells them within minutes. */
export async function send(of: Doing, school: string, { words, seenTotal, filter }: Sending) {
  const { tx, actor, person, acting } = of
  const { at } = acting
  const { collegeId } = person
  const { years: _, ...whom } = await toHelp(tx, school, filter.year, at)
  const students = await listMeant(tx, meantBy({ school, college: collegeId }, whom, filter))
  refuseUnlessAsMany(seenTotal, students.length)
  const id = uuidv7()
  const count = students.length
  await saveNotice(
    tx,
    { schoolId: school, id, collegeId, writerId: person.userId, words, sentAt: at, count },
    students,
  )
  await record(tx, [
    {
      ...{ school, subject: `school:${school}`, action: 'school.send-help-notice', at, actor },
      ...{ from: null, to: null, reason: null },
      data: { notice: id, count, year: whom.year },
    },
  ])
  return { id, words, writer: person.name, sentAt: at.toISOString(), count, left: count }
}
