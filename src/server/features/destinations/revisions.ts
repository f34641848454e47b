import type { DestinationView, FormField } from '../../../contracts/destinations.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import type { Db, Tx } from '../../db/database.ts'
import { listEvidence } from '../evidence/queries.ts'
import type { Answers, Names } from './forms.ts'
import type { DestinationRecord } from './queries.ts'

type Files = readonly Pick<EvidenceFile, 'id' | 'name'>[]
type Revision = {
  readonly categoryNames: Names
  readonly form: readonly FormField[]
  readonly details: Answers
  readonly evidence: Files
}
type Change = DestinationView['history'][number]['changes'][number]

/** Keeps what stands, before it is corrected and its new files are taken. */
export async function keepReplaced(tx: Tx, before: DestinationRecord, at: Date): Promise<void> {
  const files = await listEvidence(tx, before.schoolId, `destination:${before.id}`)
  await tx
    .insertInto('destinationRevisions')
    .values({
      schoolId: before.schoolId,
      destinationId: before.id,
      version: before.version,
      categoryNames: JSON.stringify(before.categoryNames),
      form: JSON.stringify(before.form),
      details: JSON.stringify(before.details),
      evidence: JSON.stringify(files.map(({ id, name }) => ({ id, name }) satisfies Files[number])),
      replacedAt: at,
    })
    .execute()
}

async function listReplaced(db: Db, { schoolId, id }: DestinationRecord) {
  const rows = await db
    .selectFrom('destinationRevisions')
    .where('schoolId', '=', schoolId)
    .where('destinationId', '=', id)
    .select(['categoryNames', 'form', 'details', 'evidence', 'replacedAt'])
    .orderBy('version')
    .execute()
  return rows.map(({ categoryNames, form, details, evidence, replacedAt }) => ({
    replacedAt,
    categoryNames: categoryNames as Names,
    form: form as unknown as FormField[],
    details: details as unknown as Answers,
    evidence: evidence as unknown as Files,
  }))
}

const CATEGORY: Names = { name: '去向类别', nameEn: 'Category' }
const EVIDENCE: Names = { name: '证明材料', nameEn: 'Evidence' }
const NOTHING: Names = { name: '', nameEn: '' }

const changeOfCategory = (
  { categoryNames: before }: Revision,
  { categoryNames: after }: Revision,
): Change[] => (before.name === after.name ? [] : [{ ...CATEGORY, before, after }])

/** By the field's key: what both forms ask, and what only one of them does. */
function changesOfAnswers(before: Revision, after: Revision): Change[] {
  const fields = new Map([...after.form, ...before.form].map((field) => [field.key, field]))
  return [...fields.values()].flatMap(({ key, name, nameEn }) => {
    const [was, is] = [before.details[key], after.details[key]]
    if ((was?.value ?? '') === (is?.value ?? '')) return []
    return [{ name, nameEn, before: was?.shown ?? NOTHING, after: is?.shown ?? NOTHING }]
  })
}

/** Other files under the same names are a change too. */
function changeOfFiles({ evidence: before }: Revision, { evidence: after }: Revision): Change[] {
  const idsOf = (files: Files) => files.map(({ id }) => id).join()
  if (idsOf(before) === idsOf(after)) return []
  const namesOf = (files: Files): Names => {
    const names = files.map(({ name }) => name).join('\n')
    return { name: names, nameEn: names }
  }
  return [{ ...EVIDENCE, before: namesOf(before), after: namesOf(after) }]
}

/** What each correction has changed, oldest first. `evidence`: the files that are with it now. */
export async function listHistory(
  db: Db,
  destination: DestinationRecord,
  evidence: Files,
): Promise<DestinationView['history']> {
  const replaced = await listReplaced(db, destination)
  return replaced.map((before, index) => {
    const after = replaced[index + 1] ?? { ...destination, evidence }
    return {
      at: before.replacedAt.toISOString(),
      changes: [
        ...changeOfCategory(before, after),
        ...changesOfAnswers(before, after),
        ...changeOfFiles(before, after),
      ],
    }
  })
}
