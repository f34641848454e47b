import { changedSince, columnsOf, TOPICS, type Topic, type TopicPrint } from '../../../domain/audit/topics.ts'
import type { Archived } from '../../../domain/evidence-archive/archive.ts'
import { AUDIT_WORDS, type CategoryNames, headingsOf, saidCells } from '../../../words/audit.ts'
import { EVIDENCE_ARCHIVE_WORDS } from '../../../words/evidence-archive.ts'
import { listedInstant } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { atOneInstant } from '../../db/at-one-instant.ts'
import type { Tx } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { streamCsv } from '../../services/sheets/csv-writer.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { folderOf, manifest, type Zip, zipped } from '../../services/zip.ts'
import { packInto } from '../evidence-archives/packing.ts'
import { type Chosen, listItems, listStudentIds } from '../evidence-archives/queries.ts'
import type { SheetForm } from '../figures/sheets.ts'
import { furtherOf } from '../students/roster-columns.ts'
import { piecesOf, printing } from './content.ts'
import { listSignings, type Signing } from './queries.ts'
import type { OfYear, TopicRow } from './topic-rows.ts'

type Bundle = OfYear & {
  readonly services: Pick<Services, 'db' | 'files' | 'log' | 'secrets'>
  readonly form: SheetForm
  readonly language: Language
  /** How files are named; null where none are taken. */
  readonly names: string | null
  readonly categories: CategoryNames
  readonly gone: AbortSignal
  /** Writes down of whom something is about to leave. */
  readonly tell: (students: readonly string[]) => Promise<void>
}

/** Evidence is of registrations: agreements and destinations. */
const WITH_EVIDENCE: readonly Archived[] = ['agreement', 'destination']

/**
 * The file for an audit as a zip that is made while it is sent: a sheet a topic, as they were at one instant, the sign-offs with what
 * has changed since, and the evidence with its manifests (AT-26, AT-53). Nobody's data leave before it is written down.
 */
export const bundled = (of: Bundle) =>
  zipped({ at: of.at, gone: of.gone, log: of.services.log }, async (zip) => {
    const told = tellingOnce(of.tell)
    await atOneInstant(of.services.db, async (tx) => {
      const prints: TopicPrint[] = []
      for (const topic of TOPICS) prints.push(await addTopic(of, { tx, zip, told }, topic))
      await addSignings(of, zip, prints, await listSignings(tx, of.school, of.year))
    })
    if (of.names !== null) for (const kind of WITH_EVIDENCE) await addEvidence(of, zip, kind, of.names, told)
  })

/** Each student is told of once, whichever topics and files they are in. */
function tellingOnce(tell: Bundle['tell']) {
  const known = new Set<string>()
  return async (students: readonly string[]) => {
    const others = [...new Set(students)].filter((one) => !known.has(one))
    for (const one of others) known.add(one)
    if (others.length > 0) await tell(others)
  }
}
type Told = ReturnType<typeof tellingOnce>

async function addTopic(
  { services: { secrets }, gone, form, language, categories, ...of }: Bundle,
  { tx, zip, told }: { readonly tx: Tx; readonly zip: Zip; readonly told: Told },
  topic: Topic,
): Promise<TopicPrint> {
  const print = printing(topic)
  const hardship = columnsOf(topic).findIndex(([column]) => column === 'hardship')
  const opened = ({ cells, sealed }: TopicRow) =>
    sealed === null
      ? cells
      : cells.with(hardship, furtherOf(secrets.open(Buffer.from(sealed, 'hex'))).hardship ?? '')
  async function* rows() {
    for await (const piece of piecesOf(tx, topic, of)) {
      gone.throwIfAborted()
      await told(piece.flatMap(({ studentId }) => (studentId === null ? [] : [studentId])))
      for (const row of piece) {
        print.add(row)
        yield saidCells(topic, opened(row), { language, categories })
      }
    }
  }
  const name = AUDIT_WORDS[language].topic[topic]
  const path = `${TOPICS.indexOf(topic) + 1} ${name}.${form}`
  const headings = headingsOf(topic, language)
  if (form === 'csv') await zip.addText(path, streamCsv(headings, rows()))
  else await zip.addText(path, streamSheet(name, headings, rows()))
  return print.end()
}

/** Of each topic its rows beside the latest sign-off; then who has signed what. */
async function addSignings(
  { language }: Bundle,
  zip: Zip,
  prints: readonly TopicPrint[],
  signings: readonly Signing[],
): Promise<void> {
  const w = AUDIT_WORDS[language]
  const sheet = manifest(w.signingColumns)
  const [latest] = signings
  const changed = changedSince(latest?.topics ?? [], prints)
  for (const { topic, rows, sha256 } of prints) {
    const beside = changed.has(topic) ? w.changed : w.same
    sheet.row([w.topic[topic], rows, sha256, latest ? beside : w.unsigned, '', '', '', ''])
  }
  for (const { signatory, signatoryPosition, signedAt, hash } of signings)
    sheet.row([
      '',
      '',
      '',
      '',
      signatory,
      signatoryPosition,
      listedInstant(signedAt.toISOString(), language),
      hash,
    ])
  zip.addWhole(w.signings, await sheet.end())
}

async function addEvidence(
  { services: { db, files }, school, year, at, language, gone }: Bundle,
  zip: Zip,
  kind: Archived,
  names: string,
  told: Told,
): Promise<void> {
  const chosen: Chosen = { school, filter: { kind, which: 'settled', year }, reader: null, span: null }
  await told(await listStudentIds(db, chosen))
  const folder = folderOf(
    zip,
    `${AUDIT_WORDS[language].evidence}/${EVIDENCE_ARCHIVE_WORDS[language].kind[kind]}`,
  )
  await packInto(files, folder, listItems(db, chosen), { school, kind, names, language, at }, gone)
}
