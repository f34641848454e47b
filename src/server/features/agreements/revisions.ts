import { sql } from 'kysely'
import type { AgreementView } from '../../../contracts/agreements.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { changesBetween, type TermChange, type Terms } from '../../../domain/terms.ts'
import type { Db, Tx } from '../../db/database.ts'
import { listEvidence } from '../evidence/queries.ts'
import type { AgreementRecord, Snapshot } from './queries.ts'

type Files = readonly Pick<EvidenceFile, 'id' | 'name'>[]
/** What a paper says beside the terms, and its scans; all of it null for what was agreed online. */
type PaperPart = {
  readonly employer: Snapshot['employer'] | null
  readonly signedOn: string | null
  readonly evidence: Files | null
}
type Revision = PaperPart & { readonly terms: Terms }

async function findPaperPart(tx: Tx, { schoolId, id, ...before }: AgreementRecord) {
  const files = await listEvidence(tx, schoolId, `agreement:${id}`)
  return {
    employer: JSON.stringify(before.snapshot.employer),
    signedOn: before.signedOn,
    evidence: JSON.stringify(files.map((file) => ({ id: file.id, name: file.name }) satisfies Files[number])),
  }
}

/** Keeps what stands, before the terms or a paper's particulars are replaced and its new scans are taken. */
export async function keepReplaced(tx: Tx, before: AgreementRecord, at: Date): Promise<void> {
  await tx
    .insertInto('agreementRevisions')
    .values({
      schoolId: before.schoolId,
      agreementId: before.id,
      termsVersion: before.termsVersion,
      terms: JSON.stringify(before.terms),
      termsHash: before.termsHash,
      replacedAt: at,
      ...(before.kind === 'paper' && (await findPaperPart(tx, before))),
    })
    .execute()
}

/** Of the invitation before signing and of the agreement after it, oldest first. */
async function listReplaced(db: Db, agreement: AgreementRecord) {
  const { rows } = await sql<Revision & { replacedAt: Date }>`
    select terms, replaced_at, terms_version, null::jsonb as employer, null::date as signed_on, null::jsonb as evidence
    from invitation_revisions
    where school_id = ${agreement.schoolId} and invitation_id = ${agreement.invitationId}
    union all
    select terms, replaced_at, terms_version, employer, signed_on, evidence from agreement_revisions
    where school_id = ${agreement.schoolId} and agreement_id = ${agreement.id}
    order by replaced_at, terms_version
  `.execute(db)
  return rows
}

/** Other files under the same names are a change too. */
function changesOfFiles(before: Files, after: Files): TermChange[] {
  const idsOf = (files: Files) => files.map(({ id }) => id).join()
  if (idsOf(before) === idsOf(after)) return []
  const namesOf = (files: Files) => files.map(({ name }) => name).join('\n')
  return [{ field: 'evidence', before: namesOf(before), after: namesOf(after) }]
}

const changesOf = ({ evidence, ...before }: Revision, { evidence: files, ...after }: Revision) => {
  const paper = ({ employer, signedOn, terms }: Omit<Revision, 'evidence'>) => ({
    employer,
    signedOn,
    ...terms,
  })
  return [...changesBetween(paper(before), paper(after)), ...changesOfFiles(evidence ?? [], files ?? [])]
}

/** Every change from the first wording to the current one; of a paper also its employer, its day and its scans. */
export async function listHistory(
  db: Db,
  agreement: AgreementRecord,
  evidence: Files,
): Promise<AgreementView['history']> {
  const isPaper = agreement.kind === 'paper'
  const current: Revision = {
    employer: isPaper ? agreement.snapshot.employer : null,
    signedOn: agreement.signedOn,
    evidence: isPaper ? evidence : null,
    terms: agreement.terms,
  }
  const replaced = await listReplaced(db, agreement)
  return replaced.map((revision, index) => ({
    at: revision.replacedAt.toISOString(),
    changes: changesOf(revision, replaced[index + 1] ?? current),
  }))
}
