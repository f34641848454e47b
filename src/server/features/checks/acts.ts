import { actOnCheck, type CheckCase, type CheckCommand, toldOfCheck } from '../../../domain/check/acts.ts'
import { type CheckRule, isThreshold, thresholdOf } from '../../../domain/check/rules.ts'
import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { listAssignees, lockCheck, type RuleStanding, saveChecks, saveRule } from './queries.ts'
import { askRuns, lineOfCheck } from './running.ts'

const recordOfSchool = (of: Doing, school: string, action: EventName, data: JournalData) =>
  record(of.tx, [
    {
      ...{ school, subject: `school:${school}`, action, at: of.acting.at, actor: of.actor },
      ...{ from: null, to: null, reason: null, data },
    },
  ])

function refuseUnlessThreshold(rule: CheckRule, threshold: number | null): void {
  if (isThreshold(rule, threshold)) return
  const { least, most } = thresholdOf(rule) ?? { least: 0, most: 0 }
  throw new Refusal('threshold-out-of-bounds', { field: 'threshold', least, most })
}

/** What a changed rule finds is known once it has run. */
export async function setRule(of: Doing, school: string, setting: RuleStanding): Promise<void> {
  refuseUnlessThreshold(setting.rule, setting.threshold)
  await saveRule(of.tx, school, setting)
  const { rule, isOn, threshold } = setting
  await recordOfSchool(of, school, 'school.save-check-rule', { rule, isOn, threshold })
}

export async function ask(of: Doing, school: string): Promise<void> {
  await askRuns(of.tx, school, of.acting.at)
  await recordOfSchool(of, school, 'school.ask-checks', {})
}

/** One act on one case within the reader's scope. */
export async function act(of: Doing, { school, id }: Key, command: CheckCommand): Promise<CheckCase> {
  const { tx, jobs, person, actor, acting } = of
  const before = await lockCheck(tx, { school, college: person.collegeId }, id)
  if (command.assignee) {
    const possible = await listAssignees(tx, { school }, before.collegeId)
    if (!possible.some((one) => one.id === command.assignee))
      throw new Refusal('assignee-not-possible', { field: 'assignee' })
  }
  const change = actOnCheck(before, command, acting)
  await saveChecks(tx, [change])
  await record(tx, [lineOfCheck(change, actor)])
  await tell(tx, jobs, toldOfCheck(change, person.userId), acting.at)
  return change.after
}
