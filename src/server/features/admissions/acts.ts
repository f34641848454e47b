import {
  type AdmissionCommand,
  actOnAdmission,
  applyToSchool,
  asDeclared,
  certifiedBy,
  changeFacts,
} from '../../../domain/admission/acts.ts'
import { identityOf } from '../../../domain/admission/barred.ts'
import type { AdmissionChange, AdmissionOutcome } from '../../../domain/admission/case.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { EmployerFacts } from '../../../domain/employer-facts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { readSettings } from '../../db/stored.ts'
import type { Doing } from '../../http/doing.ts'
import { employerLine } from '../employers/journal.ts'
import {
  countAgain,
  type Employer,
  lockEmployer,
  refuseUnknownCodes,
  saveRecord,
} from '../employers/queries.ts'
import { listFiles, takeEvidence } from '../evidence/queries.ts'
import { endEntriesOfRefused } from '../fair-entries/acts.ts'
import { tell } from '../notifications/tell.ts'
import { takeDownOfRefused } from '../posts/acts.ts'
import { renewWords } from '../posts/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { endOfRefused } from '../talks/acts.ts'
import { addBarring, listBars, removeBarring } from './barrings.ts'
import * as admissions from './queries.ts'
import { refuseIfShut } from './standing.ts'

const lineOf = ({ after, step, data }: AdmissionChange, actor: Actor, evidence?: string): Line => {
  const { action, ...told } = step
  return {
    school: after.schoolId,
    subject: subjectOf({ kind: 'admission', id: after.employerId }),
    action: `admission.${action}`,
    ...told,
    actor,
    data: { ...data, ...(evidence !== undefined && { evidence }) },
  }
}

/** What the rules have decided on one admission is done: saved, files taken, journaled, told. */
async function carryOut(
  { tx, jobs, person, actor, acting: { at } }: Doing,
  { change, files, told }: AdmissionOutcome,
) {
  const { schoolId: school, employerId } = change.after
  await admissions.saveChange(tx, change)
  const subject = subjectOf({ kind: 'admission', id: employerId })
  const taking = files && { school, subject, ids: files, userId: person.userId }
  const taken = taking && (await takeEvidence(tx, taking, at))
  await record(tx, [lineOf(change, actor, taken?.join(' '))])
  await tell(tx, jobs, told, at)
}

/** An employer asks a school; what the school admits at once is decided by where others stand with it just now. */
export async function apply(
  of: Doing,
  { school, evidence }: { readonly school: string; readonly evidence: readonly string[] },
) {
  const { tx, person, acting } = of
  const employer = await lockEmployer(tx, person.employer!.id)
  const { id, name, settings, suspendedAt } = await findSchool(tx, school)
  refuseIfShut(suspendedAt)
  const facts = {
    school: { id, name, admitsKnown: readSettings(settings).admitsKnown },
    employer: { id: employer.id, name: employer.inEffect.name },
    isCertified: employer.declared === null,
    elsewhere: await admissions.listElsewhere(tx, { school, id: employer.id }),
    bars: await listBars(tx, identityOf(employer.creditCode, asDeclared(employer)), acting.at),
  }
  const outcome = applyToSchool(facts, { evidence }, acting)
  await carryOut(of, outcome)
  return { employer, after: outcome.change.after }
}

/** The school's files come beside those of the employer, whose acts say which are with it. */
async function withKeptFiles(
  tx: Tx,
  { school, id }: Key,
  command: AdmissionCommand,
): Promise<AdmissionCommand> {
  if (command.action !== 'bar' || !command.evidence?.length) return command
  const kept = await listFiles(tx, school, subjectOf({ kind: 'admission', id }))
  return { ...command, evidence: [...kept.map((file) => file.id), ...command.evidence] }
}

/** What holds of an employer and what it declares; its posts are found, and its agreements counted, by what holds. */
async function saveFacts(
  tx: Tx,
  employer: Employer,
  record: Pick<Employer, 'inEffect' | 'declared'>,
  grown: 0 | 1,
): Promise<void> {
  await saveRecord(tx, employer, record, grown)
  const [before, after] = [employer.inEffect, record.inEffect]
  const isOther = (fact: keyof EmployerFacts) => before[fact] !== after[fact]
  if (FOUND_BY.some(isOther)) await renewWords(tx, employer.id)
  if (COUNTED_BY.some(isOther)) await countAgain(tx, employer.id)
}
const COUNTED_BY = ['industry', 'nature'] as const
const FOUND_BY = ['name', ...COUNTED_BY] as const

/** One act on an admission, the employer's row held before its own. By admitting, the school certifies what is declared. */
export async function act(of: Doing, key: Key, command: AdmissionCommand) {
  const { tx, person, acting } = of
  const employer = await lockEmployer(tx, key.id)
  const before = await admissions.lockAdmission(tx, key, person)
  const identity = identityOf(employer.creditCode, asDeclared(employer))
  const bars = await listBars(tx, identity, acting.at)
  const outcome = actOnAdmission({ before, bars }, await withKeptFiles(tx, key, command), acting)
  await carryOut(of, outcome)
  const { after } = outcome.change
  if (!before.barring && after.barring)
    await addBarring(tx, after, { ...after.barring, identity, name: asDeclared(employer).name }, acting.at)
  if (before.barring && !after.barring) await removeBarring(tx, key)
  await takeDownOfRefused(of, outcome.change)
  await endOfRefused(of, outcome.change)
  await endEntriesOfRefused(of, outcome.change)
  const certified = certifiedBy(employer, after)
  if (certified.declared !== employer.declared) await saveFacts(tx, employer, certified, 0)
  return { employer: { ...employer, ...certified }, after }
}

/** The employer says otherwise of itself: its record, and every admission that this touches. */
export async function change(
  { tx, jobs, person, actor, acting }: Doing,
  { seenVersion, ...given }: EmployerFacts & { readonly seenVersion: number },
): Promise<Employer> {
  const employer = await lockEmployer(tx, person.employer!.id)
  const { at } = acting
  if (seenVersion !== employer.version) throw new Refusal('content-changed', { version: employer.version })
  await refuseUnknownCodes(tx, given, asDeclared(employer), at)
  const touched = await admissions.lockAdmissionsOf(tx, employer.id)
  const outcome = changeFacts({ record: employer, admissions: touched }, given, acting)
  await saveFacts(tx, employer, outcome.record, 1)
  await admissions.saveChanges(tx, outcome.changes)
  const data = Object.fromEntries(outcome.changed.map((field) => [field, given[field]]))
  const own = employerLine(employer.id, 'employer.change-facts', { actor, at, data })
  await record(tx, [own, ...outcome.changes.map((one) => lineOf(one, actor))])
  await tell(tx, jobs, outcome.told, at)
  return { ...employer, ...outcome.record, version: employer.version + 1 }
}
