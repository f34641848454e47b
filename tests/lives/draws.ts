import { addDays, dayInChina } from '../../src/domain/day.ts'
import type { Role } from '../../src/domain/lifecycle.ts'
import type { TransferKind } from '../../src/domain/transfer/life.ts'
import type { FileReceiver } from '../../src/domain/transfer/receiver.ts'
import { TRANSFER_METHODS } from '../../src/domain/transfer/record.ts'
import { CHANNELS_OF, ENVELOPES, TRANSFER_CHANNELS, type Way } from '../../src/domain/transfer/way.ts'
import type { Paper } from './acts.ts'
import { unusedFiles } from './carry-out.ts'
import type { Dice } from './dice.ts'
import { CATEGORIES, NO_CATEGORY } from './facts.ts'
import { isSettled } from './overviews.ts'
import { actingAs, type Offer, type Person, type World } from './world.ts'

export const peopleOf = (world: World, portal: Person['portal']) =>
  Object.entries(world.people).flatMap(([id, person]) => (person.portal === portal ? [id] : []))
/** Those whose place is not taken for good. */
export const unsettled = (world: World) => peopleOf(world, 'student').filter((id) => !isSettled(world, id))

/** An unsettled one; now and then one whose place is taken for good. */
export const someStudent = (world: World, dice: Dice) =>
  dice.pick(dice.chance(96) ? unsettled(world) : peopleOf(world, 'student'))
export const someOffer = (world: World, dice: Dice): Offer => ({
  penalty: dice.below(40) * 100,
  clauses: dice.pick([[], ['further-study'], ['civil-service', 'health']]),
  reportBy: addDays(dayInChina(world.now), dice.below(8)),
})
/** As it was read, or something else. */
export const mostly = (world: World, dice: Dice, read: Offer) =>
  dice.chance(96) ? read : someOffer(world, dice)
/** What people may type. */
const WORDS = [
  '个人原因',
  '家里有事，\n另行说明。',
  "'; drop table agreements; --",
  '=HYPERLINK("http://x")',
  '𬭊㛃🎓 <b>&amp;</b> \\ %s {0}',
  '很'.repeat(500),
]
export const someWords = (dice: Dice) => dice.pick(WORDS)
export const someReason = (dice: Dice) => (dice.chance(90) ? someWords(dice) : '')
/** Names as they stand on papers. */
const NAMES = ['中南大学', '某设计院', 'O’Neill & Söhne <GmbH>', '𬭊㛃䶮公司']

type Subject = {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly studentId: string
  readonly levels?: readonly string[]
  readonly level?: number
}
type Rule = { readonly from: readonly string[]; readonly by: readonly Role[] }

/** As it is; now and then as it was before, or is not yet. */
const someVersion = (dice: Dice, version: number) =>
  dice.chance(91) ? version : version > 1 && dice.chance(60) ? version - 1 : version + 1

/** Something the rule can begin from, and somebody it is for, mostly; null where there is nothing yet. */
export function someActOn<S extends Subject>(
  world: World,
  dice: Dice,
  things: Readonly<Record<string, S>>,
  rule: Rule,
  employerOf: (subject: S) => string | null,
) {
  const latest = Object.values(things).slice(-40)
  const fit = latest.filter(({ status }) => rule.from.includes(status))
  const among = fit.length > 0 && dice.chance(90) ? fit : latest
  if (among.length === 0) return null
  const subject = dice.pick(among)
  const { id, version } = subject
  const by = somebody(world, dice, rule.by, subject, employerOf(subject))
  return { subject, seen: { by, id, seenVersion: someVersion(dice, version) } }
}

export const anybody = (world: World, dice: Dice) => dice.pick(Object.keys(world.people))

function somebody(
  world: World,
  dice: Dice,
  roles: readonly Role[],
  { studentId, levels, level }: Subject,
  employer: string | null,
): string {
  if (dice.chance(6)) return anybody(world, dice)
  const role = dice.pick(roles)
  if (role === 'student') return studentId
  if (role === 'employer') return employer ?? dice.pick(peopleOf(world, 'employer'))
  const staff = peopleOf(world, 'school')
  const due = staff.filter((id) => actingAs(world, id).level === levels?.[level ?? 0])
  return dice.pick(due.length > 0 && dice.chance(80) ? due : staff)
}

/** Unused uploads of this person, mostly; else none, or one of anybody's. */
export function someFiles(world: World, dice: Dice, by: string): readonly string[] {
  if (dice.chance(10)) return []
  const all = Object.keys(world.files)
  if (all.length > 0 && dice.chance(10)) return [dice.pick(all)]
  return unusedFiles(world, by).slice(0, 1 + dice.below(2))
}
/** Within the school's limits, mostly. */
export const someDeadline = (world: World, dice: Dice) =>
  addDays(dayInChina(world.now), dice.below(world.rules.maxDays + 2))

/** Of an employer that is here or is not; now and then called otherwise, or of tomorrow. */
export function somePaper(world: World, dice: Dice): Paper {
  const employer = dice.chance(60) ? dice.pick(peopleOf(world, 'employer')) : null
  const person = employer && world.people[employer]
  const name = person && person.portal === 'employer' ? person.name : dice.pick(NAMES)
  return {
    employer,
    employerName: dice.chance(80) ? name : `${name}（旧名）`,
    signedOn: addDays(dayInChina(world.now), dice.chance(85) ? -dice.below(30) : 1),
    terms: someOffer(world, dice),
  }
}

export function someDestination(world: World, dice: Dice, by: string) {
  const person = world.people[by]
  const bound = person?.portal === 'student' ? person.designatedEmployer : null
  const headline = bound && dice.chance(60) ? bound : dice.pick(NAMES)
  const route = dice.chance(75) ? 'destination' : 'declaration'
  const codes = Object.keys(CATEGORIES).filter((code) => CATEGORIES[code]!.route === route)
  return { category: dice.chance(85) ? dice.pick(codes) : NO_CATEGORY, headline }
}

/** As it is taken, mostly. */
export function someWay(dice: Dice, kind: TransferKind): Way {
  const channel = dice.pick(dice.chance(92) ? CHANNELS_OF[kind] : TRANSFER_CHANNELS)
  if (dice.chance(8)) return { channel, envelope: dice.pick(ENVELOPES) }
  return { channel, envelope: kind === 'household' ? null : 'dedicated' }
}
/** Few, so that some are given twice. */
export const someTracking = (dice: Dice) => `EMS${dice.below(9)}`
/** Written whole, mostly. */
export const someWhere = (dice: Dice): FileReceiver => ({
  method: dice.pick(TRANSFER_METHODS),
  receiver: dice.chance(85) ? dice.pick(['某市人才服务中心', '某大学研究生院']) : '',
  address: dice.chance(85) ? dice.pick(['某市某区某路1号', '某市某区某路2号']) : '',
  ...{ postcode: '', contactName: '', contactPhone: '' },
})
