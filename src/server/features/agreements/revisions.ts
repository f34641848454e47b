import { sql } from 'kysely'
import type { AgreementView } from '../../../contracts/agreements.ts'
import type { AgreementCase } from '../../../domain/agreement/case.ts'
import { agreementRef } from '../../../domain/agreement/case.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Snapshot } from '../../../domain/snapshot.ts'
import { changesBetween, type TermChange, type Terms } from '../../../domain/terms.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type KeptFiles, readEmployer, readFiles, readTerms } from '../../db/stored.ts'
import { changedFiles, keptFiles } from '../evidence/kept-files.ts'

/** What a paper says beside the terms, and its scans; all of it null for what was agreed online. */
type PaperPart = {
  readonly employer: Snapshot['employer'] | null
  readonly signedOn: string | null
  readonly evidence: KeptFiles | null
}
type Revision = PaperPart & { readonly terms: Terms }

const findPaperPart = async (tx: Tx, before: AgreementCase) => ({
  employer: JSON.stringify(before.snapshot.employer),
  signedOn: before.signedOn,
  evidence: await keptFiles(tx, before.schoolId, subjectOf(agreementRef(before))),
})

/** Keeps what stands, before the terms or a paper's particulars are replaced and its new scans are taken. */
export async function keepReplaced(tx: Tx, before: AgreementCase, at: Date): Promise<void> {
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

type Row = Record<'terms' | 'employer' | 'evidence', unknown> & {
  readonly replacedAt: Date
  readonly signedOn: string | null
}

/** Of the invitation before signing and of the agreement after it, oldest first. */
async function listReplaced(db: Db, agreement: AgreementCase) {
  const { rows } = await sql<Row>`
    select terms, replaced_at, terms_version, null::jsonb as employer, null::date as signed_on, null::jsonb as evidence
    from invitation_revisions
    where school_id = ${agreement.schoolId} and invitation_id = ${agreement.invitationId}
    union all
    select terms, replaced_at, terms_version, employer, signed_on, evidence from agreement_revisions
    where school_id = ${agreement.schoolId} and agreement_id = ${agreement.id}
    order by replaced_at, terms_version
  `.execute(db)
  return rows.map(({ replacedAt, signedOn, terms, employer, evidence }) => ({
    replacedAt,
    signedOn,
    terms: readTerms(terms),
    employer: employer === null ? null : readEmployer(employer),
    evidence: evidence === null ? null : readFiles(evidence),
  }))
}

/** Other files under the same names are a change too. */
function changesOfFiles(before: KeptFiles, after: KeptFiles): TermChange[] {
  const changed = changedFiles(before, after)
  return changed ? [{ field: 'evidence', ...changed }] : []
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
  agreement: AgreementCase,
  evidence: KeptFiles,
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
