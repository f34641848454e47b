import { v7 as uuidv7 } from 'uuid'
import type { ResumeTyped } from '../../../contracts/resumes.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { EMPTY_CONTENT, type ResumeContent } from '../../../domain/resume/content.ts'
import {
  refuseOneTooMany,
  refuseOtherFiles,
  refuseReversed,
  refuseToShowNothing,
} from '../../../domain/resume/saving.ts'
import type { Sharing } from '../../../domain/resume/standing.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Person } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { refuseNotOffered } from '../codes/offered.ts'
import { findEvidence } from '../evidence/seeing.ts'
import { copyKey, storageKey } from '../evidence/storage-keys.ts'
import { findSettings } from '../notifications/settings.ts'
import { findPhone } from '../students/queries.ts'
import { lockRoster } from '../students/roster-values.ts'
import * as versions from './versions.ts'

/**
 * What is shown of a photo that is new in a version; null where there is none. Made before the act, for it takes a while.
 * Refuses what is no picture of this person's.
 */
export async function portraitIn(
  { db, files, examiner, secrets }: Pick<Services, 'db' | 'files' | 'examiner' | 'secrets'>,
  key: Key,
  person: Person,
  photo: string | null,
): Promise<Portrait | null> {
  if (photo === null) return null
  const before = await versions.findVersion(
    db,
    { school: key.school, id: person.studentId! },
    key.id,
    secrets,
  )
  if (before.files.photo === photo) return null
  const { mediaType } = await findEvidence(db, { school: key.school, id: photo }, person)
  refuseOtherFiles({ photo, attachment: null }, new Map([[photo, mediaType]]))
  const view = copyKey(storageKey({ school: key.school, id: photo }), 'view')
  return { of: photo, bytes: Buffer.from(await examiner.examinePortrait(() => files.read(view))) }
}

/** What is shown of a photo (JPEG), and of which file it was made. */
export type Portrait = { readonly of: string; readonly bytes: Buffer }

/** The student's row is held: acts of one student take turns. */
async function lock({ tx, person, secrets }: Doing, school: string): Promise<Key> {
  const student = { school, id: person.studentId! }
  await lockRoster(tx, student, secrets)
  return student
}

async function add(of: Doing, student: Key, name: string, said: versions.VersionWritten): Promise<string> {
  const { tx, secrets, acting } = of
  refuseOneTooMany(await versions.countVersions(tx, student))
  const id = uuidv7()
  await versions.addVersion(tx, student, { ...said, id, name }, secrets, acting.at)
  const sharing = await versions.findSharing(tx, student)
  if (sharing.ordinaryId === null)
    await versions.writeSharing(
      tx,
      student,
      { ...sharing, ordinaryId: id, version: sharing.version + 1 },
      acting.at,
    )
  return id
}

/** Begins with what the account says of how to reach the student; answers its id. */
export async function start(of: Doing, school: string, name: string): Promise<string> {
  const { tx, person, secrets } = of
  const student = await lock(of, school)
  const [phone, { email }] = [await findPhone(tx, student, secrets), await findSettings(tx, person.userId)]
  return add(of, student, name, {
    content: EMPTY_CONTENT,
    contact: { phone: phone ?? '', email },
    files: { photo: null, attachment: null },
    portrait: null,
  })
}

export async function copy(of: Doing, { school, id }: Key, name: string): Promise<void> {
  const student = await lock(of, school)
  await add(of, student, name, await versions.findVersion(of.tx, student, id, of.secrets))
}

const codesOf = ({ wish }: Pick<ResumeContent, 'wish'>) => [
  { field: 'resume.wish.category', kind: 'job_category', code: wish.category },
  ...wish.regions.map((code) => ({ field: 'resume.wish.regions', kind: 'region', code })),
]

/**
 * Refuses what was saved elsewhere meanwhile, months that cannot be, codes that are not offered and files that are not right.
 * `portrait`: what is shown of a photo that is new in it.
 */
export async function save(
  of: Doing,
  { school, id }: Key,
  { seenVersion, resume }: { readonly seenVersion: number; readonly resume: ResumeTyped },
  portrait: Portrait | null,
): Promise<void> {
  const { tx, person, secrets, acting } = of
  const student = await lock(of, school)
  const before = await versions.findVersion(tx, student, id, secrets)
  if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
  const { contact, files, ...content } = resume
  refuseReversed(content)
  await refuseNotOffered(tx, { asked: codesOf(content), kept: codesOf(before.content) }, acting.at)
  refuseOtherFiles(files, await versions.takeFiles(tx, student, files, person.userId))
  const shown = portraitFor(files.photo, portrait, before)
  const after = { content, contact, files, portrait: shown }
  await versions.changeVersion(tx, student, before, after, secrets, acting.at)
  const isSame = before.files.photo === files.photo && before.files.attachment === files.attachment
  if (!isSame) await versions.letFilesGo(tx, student)
  const sharing = await versions.findSharing(tx, student)
  if (sharing.ordinaryId === id) await versions.writeSharing(tx, student, sharing, acting.at)
}

/** Refuses `content-changed` where the photo was another one when the portrait was made. */
function portraitFor(photo: string | null, made: Portrait | null, before: versions.Version): Buffer | null {
  if (photo === null) return null
  if (made?.of === photo) return made.bytes
  if (before.files.photo === photo) return before.portrait
  throw new Refusal('content-changed', { version: before.version })
}

export async function rename(of: Doing, { school, id }: Key, name: string): Promise<void> {
  await versions.renameVersion(of.tx, await lock(of, school), id, name)
}

export async function makeOrdinary(of: Doing, { school, id }: Key): Promise<void> {
  const student = await lock(of, school)
  await versions.refuseUnlessThere(of.tx, student, id)
  const sharing = await versions.findSharing(of.tx, student)
  if (sharing.ordinaryId === id) return
  const after = { ...sharing, ordinaryId: id, version: sharing.version + 1 }
  await versions.writeSharing(of.tx, student, after, of.acting.at)
}

/** Of the ordinary one the version changed last takes its place; where none is left, employers find nothing. */
export async function remove(of: Doing, { school, id }: Key): Promise<void> {
  const { tx, acting } = of
  const student = await lock(of, school)
  await versions.refuseUnlessThere(tx, student, id)
  const sharing = await versions.findSharing(tx, student)
  if (sharing.ordinaryId === id) {
    const next = await versions.findLatest(tx, student, id)
    const after = next ? { ordinaryId: next } : { ordinaryId: null, audience: 'applied' as const }
    await versions.writeSharing(
      tx,
      student,
      { ...sharing, ...after, version: sharing.version + 1 },
      acting.at,
    )
  }
  await versions.deleteVersion(tx, student, id)
  await versions.letFilesGo(tx, student)
}

export async function share(of: Doing, school: string, seenVersion: number, said: Sharing): Promise<void> {
  const student = await lock(of, school)
  const before = await versions.findSharing(of.tx, student)
  if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
  refuseToShowNothing(said, before.ordinaryId)
  await versions.writeSharing(
    of.tx,
    student,
    { ...before, ...said, version: before.version + 1 },
    of.acting.at,
  )
}
