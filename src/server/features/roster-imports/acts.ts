import { v7 as uuidv7 } from 'uuid'
import { inUse, isOwnKey } from '../../../domain/own-field/field.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { RosterKey } from '../../../domain/roster/columns.ts'
import { refuseBeside, refuseUnlessOffered } from '../../../domain/roster/import.ts'
import { journaledChanges } from '../../../domain/roster/journaled.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Secrets } from '../../services/secrets.ts'
import type { Spooled } from '../../services/spool.ts'
import { followRoster } from '../accounts/roster-accounts.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { recordOnStudents } from '../students/acts.ts'
import { enterStaged } from '../students/roster-entering.ts'
import { saveOwnHeadings } from './headings.ts'
import * as imports from './queries.ts'
import { sealedAbout, sealedSaid } from './said.ts'
import { findRosterTables } from './tables.ts'

/** Before anything is sent, and again once it is here. */
export async function refuseBesideAnother(db: Db, school: string, userId: string, at: Date): Promise<void> {
  const open = await imports.findOpenImport(db, school)
  if (open) refuseBeside({ ...open, name: open.by }, userId, at)
}

/** The import of a file that is here whole; one that is in nobody's way any more is replaced. */
export async function beginImport(
  tx: Tx,
  {
    school,
    userId,
    name,
    file,
    at,
  }: { school: string; userId: string; name: string; file: Spooled; at: Date },
): Promise<Key> {
  await lockSchool(tx, school)
  const open = await imports.findOpenImport(tx, school)
  if (open) {
    refuseBeside({ ...open, name: open.by }, userId, at)
    await imports.saveEnd(tx, { school, id: open.id }, 'cancelled', at)
    await imports.removeRows(tx, { school, id: open.id })
  }
  const key = { school, id: uuidv7() }
  const { size: fileSize, sha256: fileSha256 } = file
  await imports.addImport(tx, { ...key, begunBy: userId, fileName: name, fileSize, fileSha256 }, at)
  return key
}

export async function cancelImport({ tx, person, acting: { at } }: Doing, key: Key): Promise<void> {
  const found = await imports.lockImport(tx, key)
  refuseUnlessOffered(found, 'cancel', person.userId, at)
  await imports.saveEnd(tx, key, 'cancelled', at)
  await imports.removeRows(tx, key)
}

const AT_ONCE = 1_000

/** A line on each student whom the import enters or changes, with what was and what is. */
async function recordEntered({ tx, secrets, actor, acting: { at } }: Doing, key: Key): Promise<void> {
  const tables = await findRosterTables(tx, key.school)
  const said = sealedSaid(secrets)
  /** Of who is new nothing was. */
  const changesOf = async (rows: readonly number[]) =>
    new Map(
      (await imports.listSaid(tx, key, rows)).map(({ row, saidCipher }) => [
        row,
        journaledChanges(said.open(saidCipher).changes, tables),
      ]),
    )
  const entered = await imports.listEntered(tx, key)
  let writing: Promise<void> = Promise.resolve()
  for (let from = 0; from < entered.length; from += AT_ONCE) {
    const some = entered.slice(from, from + AT_ONCE)
    const changed = some.filter(({ seenVersion }) => seenVersion !== null).map(({ row }) => row)
    const changes = changed.length > 0 ? await changesOf(changed) : null
    // Lines are made while those before are written.
    const before = writing
    writing = recordOnStudents(
      tx,
      some.map(({ row, studentId: id }) => ({ school: key.school, id: id!, data: changes?.get(row) })),
      { action: 'student.import-data', at, actor, data: { import: key.id } },
    )
    // Of two that fail the first says why; the other only that there is no transaction any more.
    writing.catch(() => {})
    await before
  }
  await writing
}

/** Of the majors that came with it, where any did. */
function majorsAdded(aboutCipher: Buffer | null, secrets: Secrets): { majors?: string } {
  const added = aboutCipher ? sealedAbout(secrets).open(aboutCipher).majors.added : []
  return added.length > 0 ? { majors: JSON.stringify(added) } : {}
}

/**
 * Enters an import as it was previewed: all of it with its accounts and its lines in the journal, or nothing. The school is
 * locked, as whoever else writes many of its students locks it.
 */
export async function commitImport(doing: Doing, key: Key): Promise<void> {
  const { tx, person, actor, acting, secrets } = doing
  await lockSchool(tx, key.school)
  const found = await imports.lockImport(tx, key)
  refuseUnlessOffered(found, 'commit', person.userId, acting.at)
  if (found.ownVersion !== found.ownVersionNow) throw new Refusal('roster-changed')
  await enterStaged(tx, key)
  await followRoster(tx, key)
  await recordEntered(doing, key)
  await imports.saveEnd(tx, key, 'committed', acting.at)
  await recordOnSchool({ tx, actor, at: acting.at }, key.school, 'school.import-roster', {
    import: key.id,
    sha256: found.fileSha256,
    ...found.counts,
    missing: found.missing,
    ...majorsAdded(found.aboutCipher, secrets),
  })
}

export type NamedHeading = {
  readonly column: string
  readonly means: RosterKey | 'nothing' | 'automatic'
}
/** Of a file's columns, by the headings that it has there. */
export async function nameHeadings(
  doing: Doing,
  key: Key,
  named: readonly NamedHeading[],
  secrets: Secrets,
): Promise<void> {
  const { tx, person, actor, acting } = doing
  const found = await imports.findImport(tx, key)
  if (found.begunBy !== person.userId) throw new Refusal('not-allowed')
  if (!found.aboutCipher) throw new Refusal('already-moved-on')
  const { headings } = sealedAbout(secrets).open(found.aboutCipher)
  const own = inUse(await findOwnFields(tx, key.school, 'roster'))
  const said = new Map(
    named.map(({ column, means }, k) => {
      if (isOwnKey(means) && !own.some((field) => field.key === means))
        throw new Refusal('field-not-in-use', { field: `headings.${k}.means` })
      const heading = headings.find((one) => one.column === column)?.heading
      if (heading === undefined) throw new Refusal('invalid-input', { field: `headings.${k}.column` })
      const meaning = means === 'automatic' ? undefined : means === 'nothing' ? null : means
      return [foldText(heading), { key: foldText(heading), means: meaning, heading }] as const
    }),
  )
  await saveOwnHeadings(tx, key.school, [...said.values()])
  await recordOnSchool({ tx, actor, at: acting.at }, key.school, 'school.name-headings', {
    headings: JSON.stringify([...said.values()].map(({ heading, means }) => [heading, means ?? null])),
  })
}
