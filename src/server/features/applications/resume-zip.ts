import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type ResumeFileState, resumePathOf } from '../../../domain/resume-archive/names.ts'
import type { Language } from '../../../words/language.ts'
import { RESUME_ARCHIVE_WORDS } from '../../../words/resume-archive.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import { manifest, type Zip, zipped } from '../../services/zip.ts'
import { storageKey } from '../evidence/storage-keys.ts'
import { namesOf } from '../posts/names.ts'
import { printed } from '../resumes/printing.ts'
import { listSentTo, type SentTo } from './sent.ts'

type Of = {
  readonly employerId: string
  /** The pattern by which the files are named. */
  readonly names: string
  readonly language: Language
  readonly at: Date
}
type Using = Pick<Services, 'db' | 'files' | 'typesetter' | 'now' | 'secrets' | 'log'>
/** So few are read at once that what is taken back while others are sent is not in it a second later (AT-8). */
const AT_ONCE = 20

/** The résumés of these applications and what was attached to them, as a zip that is made while it is sent; its manifest comes last. */
export const zipOfResumes = (using: Using, those: readonly Key[], of: Of, gone: AbortSignal) =>
  zipped({ at: of.at, gone, log: using.log }, (zip) => fill(using, zip, those, of, gone))

async function fill(using: Using, zip: Zip, those: readonly Key[], of: Of, gone: AbortSignal): Promise<void> {
  const words = RESUME_ARCHIVE_WORDS[of.language]
  const sheet = manifest(Object.values(words.columns))
  const taken = new Set<string>()
  let row = 0
  for await (const file of filesOf(using, those, of)) {
    gone.throwIfAborted()
    const { school, college, ...named } = wordsOf(file.of, of.language)
    const what = words.what[file.what]
    const { path, sha256, state } = await put(zip, file, () =>
      resumePathOf(of.names, { ...named, SCHOOL: school, WHAT: what }, taken),
    )
    sheet.row([
      ...[++row, path, named.NAME, school, college, named.MAJOR, named.EDUCATION, named.POST, named.DATE],
      ...[what, sha256, words.state[state]],
    ])
  }
  zip.addWhole(words.manifest, await sheet.end())
}

/** Whose it is, in the reader's language; of a résumé that was removed the school's words are not known any more. */
function wordsOf({ application, sent }: SentTo, language: Language) {
  const { snapshot, title, appliedAt } = application
  const named = language === 'en' ? 'nameEn' : 'name'
  const education = sent?.of.education
  return {
    school: education?.school[named] ?? '',
    college: snapshot.college,
    NAME: snapshot.name,
    MAJOR: snapshot.major,
    EDUCATION: education?.level[named] ?? '',
    POST: title,
    DATE: dayInChina(appliedAt),
  }
}

/** One file that is to be put in. */
type File = {
  readonly of: SentTo
  readonly what: 'resume' | 'attachment'
  readonly read: () => Promise<AsyncIterable<Buffer>>
  /** What is said where it cannot be read. */
  readonly otherwise: ResumeFileState
}

async function* filesOf(using: Using, those: readonly Key[], { employerId, language, at }: Of) {
  const { db, files, secrets } = using
  for (let from = 0; from < those.length; from += AT_ONCE) {
    const some = await listSentTo(db, employerId, those.slice(from, from + AT_ONCE), { secrets, at })
    const names = await namesOf(
      db,
      some.flatMap(({ sent }) => (sent ? [sent.of.content.wish] : [])),
    )
    for (const one of some) {
      const { sent, application } = one
      yield {
        of: one,
        what: 'resume',
        otherwise: sent ? 'failed' : 'gone',
        async read() {
          if (!sent) throw new Refusal('not-found')
          return whole(await printed(using, sent.of, { portrait: sent.portrait, names }, language))
        },
      } satisfies File
      const attached = sent?.of.attachment
      if (attached)
        yield {
          of: one,
          what: 'attachment',
          otherwise: 'gone',
          read: () => files.read(storageKey({ school: application.schoolId, id: attached.id })),
        } satisfies File
    }
  }
}
async function* whole(bytes: Buffer) {
  yield bytes
}

/** What became of it, once all of it is in the zip. */
async function put(zip: Zip, { read, otherwise }: File, pathOf: () => string) {
  const bytes = await read().catch(() => null)
  if (!bytes) return { path: '', sha256: '', state: otherwise }
  const path = pathOf()
  const { sha256, isBroken } = await zip.add(path, bytes)
  return { path, sha256, state: isBroken ? 'broken' : 'packed' } as const
}
