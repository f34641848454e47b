import type { DestinationView } from '../../../contracts/destinations.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type DestinationCase, destinationRef } from '../../../domain/destination/case.ts'
import type { Answers, FormField, Names } from '../../../domain/form.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type KeptFiles, readAnswers, readFiles, readForm, readNames } from '../../db/stored.ts'
import { changedFiles, keptFiles } from '../evidence/kept-files.ts'

type Revision = {
  readonly categoryNames: Names
  readonly form: readonly FormField[]
  readonly details: Answers
  readonly evidence: KeptFiles
}
type Shown = (field: FormField) => boolean
type Change = DestinationView['history'][number]['changes'][number]

/** Keeps what stands, before it is corrected and its new files are taken. */
export async function keepReplaced(tx: Tx, before: DestinationCase, at: Date): Promise<void> {
  await tx
    .insertInto('destinationRevisions')
    .values({
      schoolId: before.schoolId,
      destinationId: before.id,
      version: before.version,
      categoryNames: JSON.stringify(before.categoryNames),
      form: JSON.stringify(before.form),
      details: JSON.stringify(before.details),
      evidence: await keptFiles(tx, before.schoolId, subjectOf(destinationRef(before))),
      replacedAt: at,
    })
    .execute()
}

async function listReplaced(db: Db, { schoolId, id }: DestinationCase) {
  const rows = await db
    .selectFrom('destinationRevisions')
    .where('schoolId', '=', schoolId)
    .where('destinationId', '=', id)
    .select(['categoryNames', 'form', 'details', 'evidence', 'replacedAt'])
    .orderBy('version')
    .execute()
  return rows.map(({ categoryNames, form, details, evidence, replacedAt }) => ({
    replacedAt,
    categoryNames: readNames(categoryNames),
    form: readForm(form),
    details: readAnswers(details),
    evidence: readFiles(evidence),
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
function changesOfAnswers(before: Revision, after: Revision, isShown: Shown): Change[] {
  const fields = new Map([...before.form, ...after.form].filter(isShown).map((field) => [field.key, field]))
  return [...fields.values()].flatMap(({ key, name, nameEn }) => {
    const [was, is] = [before.details[key], after.details[key]]
    if ((was?.value ?? '') === (is?.value ?? '')) return []
    return [{ name, nameEn, before: was?.shown ?? NOTHING, after: is?.shown ?? NOTHING }]
  })
}

function changeOfFiles({ evidence: before }: Revision, { evidence: after }: Revision): Change[] {
  const changed = changedFiles(before, after)
  const named = (names: string): Names => ({ name: names, nameEn: names })
  return changed ? [{ ...EVIDENCE, before: named(changed.before), after: named(changed.after) }] : []
}

/** What each correction has changed, oldest first, as far as this reader sees it. `evidence`: the files that are with it now. */
export async function listHistory(
  db: Db,
  destination: DestinationCase,
  { evidence, isShown }: { readonly evidence: KeptFiles; readonly isShown: Shown },
): Promise<DestinationView['history']> {
  const replaced = await listReplaced(db, destination)
  const history = replaced.map((before, index) => {
    const after = replaced[index + 1] ?? { ...destination, evidence }
    return {
      at: before.replacedAt.toISOString(),
      changes: [
        ...changeOfCategory(before, after),
        ...changesOfAnswers(before, after, isShown),
        ...changeOfFiles(before, after),
      ],
    }
  })
  return history.filter(({ changes }) => changes.length > 0)
}
