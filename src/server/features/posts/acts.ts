import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { writePost } from '../../../contracts/posts.ts'
import type { AdmissionChange } from '../../../domain/admission/case.ts'
import { REFUSED } from '../../../domain/admission/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnPost,
  changePost,
  closePost,
  extendPost,
  type PostCommand,
  refuseContradiction,
  submitPost,
  takeDownAll,
} from '../../../domain/post/acts.ts'
import type { PostChange, PostOutcome } from '../../../domain/post/case.ts'
import { NEW_POST, type PostContent } from '../../../domain/post/content.ts'
import { ownPostLife } from '../../../domain/post/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Actor, hashOf, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { safeRichText, saysSomething } from '../../pages/rich-text.ts'
import { newShortId } from '../../services/new-code.ts'
import { endOfEmployer, endOfPost, tellOfClosing } from '../applications/settling.ts'
import { type AskedCode, refuseNotOffered } from '../codes/offered.ts'
import { employerLine } from '../employers/journal.ts'
import { findEmployer } from '../employers/queries.ts'
import { tell } from '../notifications/tell.ts'
import { takeFile } from '../post-files/queries.ts'
import { upholdOpen } from '../post-reports/settling.ts'
import * as posts from './queries.ts'

/** The act's line in the journal, with the fingerprint of what it says from now on. */
const lineOf = ({ after, step, data }: PostChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'post', id: after.id }),
  action: `post.${step.action}`,
  actor,
  data: { ...data, hash: hashOf(after.proposed ?? after.content) },
})

/** What the rules have decided is done: saved, journaled, told. */
async function carryOut({ tx, jobs, actor, acting: { at } }: Doing, { changes, told }: PostOutcome) {
  await posts.savePosts(tx, changes)
  if (changes.length > 0)
    await record(
      tx,
      changes.map((one) => lineOf(one, actor)),
    )
  await tell(tx, jobs, told, at)
}

/** Codes that a post names, by the fields of its form. */
const codesIn = ({ category, regions }: PostContent): AskedCode[] => [
  { field: 'category', kind: 'job_category', code: category },
  ...regions.map((code) => ({ field: 'regions', kind: 'region', code })),
]

type Typed = z.output<typeof writePost.schema.body>
/** What was typed, as it is kept: the safe part of its description, or none; each place and major once; the file that it names. */
async function taken({ tx, person, acting }: Doing, typed: Typed): Promise<PostContent> {
  const description = safeRichText(typed.description)
  return {
    ...NEW_POST,
    ...typed,
    regions: [...new Set(typed.regions)],
    majors: [...new Set(typed.majors)],
    description: saysSomething(description) ? description : '',
    attachment:
      typed.attachment === null
        ? null
        : await takeFile(tx, { employer: person.employer!.id, id: typed.attachment }, acting.at),
  }
}

const ownLine = (of: Doing, post: posts.OwnPostRow, verb: 'write' | 'edit' | 'submit' | 'extend' | 'close') =>
  employerLine(post.employerId, `employer.${verb}-post`, {
    actor: of.actor,
    at: of.acting.at,
    data: { post: post.id, title: post.content.title, version: post.version },
  })

/** A new draft. */
export async function write(of: Doing, content: PostContent): Promise<posts.OwnPostRow> {
  const { role, at } = of.acting
  refuseContradiction(content)
  await refuseNotOffered(of.tx, { asked: codesIn(content), kept: [] }, at)
  const step = ownPostLife.begin({ version: 1 }, { action: 'write', role, at })
  const id = uuidv7()
  const row = { id, employerId: of.person.employer!.id, status: step.to, version: 1, content, changedAt: at }
  await posts.saveOwnPost(of.tx, row, of.person.userId)
  await record(of.tx, [ownLine(of, row, 'write')])
  return row
}
export const writeTyped = async (of: Doing, typed: Typed) => write(of, await taken(of, typed))

/** What a copy says: the same, without the days, which are over or will be. */
export async function copy(of: Doing, id: string): Promise<posts.OwnPostRow> {
  const { content } = await posts.findOwnPost(of.tx, of.person.employer!.id, id)
  return write(of, { ...content, shownOn: null, lastDay: null })
}

type Step = { readonly seenVersion: number }
/** One act of the employer on its own post, with what it does at every school. */
async function actOnOwn(
  of: Doing,
  {
    id,
    action,
    seenVersion,
  }: Step & { readonly id: string; readonly action: 'edit' | 'submit' | 'extend' | 'close' },
  decide: (
    before: posts.OwnPostRow,
  ) => Promise<{ readonly content: PostContent; readonly outcome: PostOutcome }>,
): Promise<posts.OwnPostRow> {
  const { role, at } = of.acting
  const before = await posts.lockOwnPost(of.tx, of.person.employer!.id, id)
  const step = ownPostLife.decide(before, { action, role, seenVersion, at })
  const { content, outcome } = await decide(before)
  const after = { ...before, content, status: step.to, version: before.version + 1, changedAt: at }
  await posts.saveOwnPost(of.tx, after, of.person.userId)
  await record(of.tx, [ownLine(of, after, action)])
  await carryOut(of, outcome)
  return after
}

async function authorOf({ tx, person }: Doing) {
  const { id, inEffect } = await findEmployer(tx, person.employer!.id)
  return { id, name: inEffect.name, industry: inEffect.industry, nature: inEffect.nature }
}

export const edit = (of: Doing, id: string, { seenVersion, ...typed }: Typed & Step) =>
  actOnOwn(of, { id, action: 'edit', seenVersion }, async (before) => {
    const content = await taken(of, typed)
    await refuseNotOffered(of.tx, { asked: codesIn(content), kept: codesIn(before.content) }, of.acting.at)
    const facts = await posts.holdSchools(of.tx, before)
    const schools = (await posts.lockOfPost(of.tx, before)).map((one) => ({
      before: one,
      facts: facts.get(one.schoolId)!,
    }))
    const employer = await authorOf(of)
    return { content, outcome: changePost({ employer, content, schools }, of.acting) }
  })

export const submit = (
  of: Doing,
  id: string,
  { seenVersion, schools: asked }: Step & { readonly schools: readonly string[] },
) =>
  actOnOwn(of, { id, action: 'submit', seenVersion }, async ({ employerId, content }) => {
    const facts = await posts.holdSchools(of.tx, { employerId, id }, { to: asked, at: of.acting.at })
    const there = await posts.lockOfPost(of.tx, { employerId, id })
    const employer = await authorOf(of)
    const schools = [...new Set(asked)].map((school) => {
      const found = facts.get(school)
      if (!found) throw new Refusal('employer-not-admitted', { employer: employer.name, field: 'schools' })
      return { ...found, before: there.find(({ schoolId }) => schoolId === school) ?? null }
    })
    const shortId = there[0]?.shortId ?? newShortId()
    return { content, outcome: submitPost({ id, shortId, employer, content, schools }, of.acting) }
  })

export const extend = (
  of: Doing,
  id: string,
  { seenVersion, lastDay }: Step & { readonly lastDay: string },
) =>
  actOnOwn(of, { id, action: 'extend', seenVersion }, async (before) => {
    const content = { ...before.content, lastDay }
    await posts.holdSchools(of.tx, before)
    const schools = await posts.lockOfPost(of.tx, before)
    return { content, outcome: extendPost({ content, schools }, of.acting) }
  })

export const close = (of: Doing, id: string, { seenVersion }: Step) =>
  actOnOwn(of, { id, action: 'close', seenVersion }, async (before) => {
    await posts.holdSchools(of.tx, before)
    const outcome = closePost(await posts.lockOfPost(of.tx, before), of.acting)
    const closed = outcome.changes.map(({ after }) => ({ school: after.schoolId, id }))
    await tellOfClosing(of, closed, of.acting.at)
    return { content: before.content, outcome }
  })

/**
 * One act on a post at one school: the school decides, the employer answers. Taken down, `toReporters` is what those who have
 * reported it are told; where nothing else is said, the reason.
 */
export async function act(of: Doing, key: Key, command: PostCommand, toReporters?: string) {
  const before = await posts.lockPost(of.tx, key, of.person)
  const outcome = actOnPost(before, command, of.acting)
  await carryOut(of, outcome)
  const { after } = outcome.changes[0]!
  if (command.action === 'take-down') {
    await upholdOpen(of, key, toReporters ?? after.reason!)
    await endOfPost(of, key)
  }
  return after
}

/** With its admission an employer loses its posts at that school and who has applied, in the same transaction (AT-4). */
export async function takeDownOfRefused(of: Doing, { after, step }: AdmissionChange): Promise<void> {
  if (!REFUSED.includes(after.status)) return
  const employer = { school: after.schoolId, id: after.employerId }
  await carryOut(of, takeDownAll(await posts.lockNotOver(of.tx, employer), step.reason ?? '', of.acting))
  await endOfEmployer(of, employer)
}
