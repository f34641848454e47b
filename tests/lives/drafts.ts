import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import { agreementLife } from '../../src/domain/agreement/life.ts'
import { correctionLife } from '../../src/domain/correction/life.ts'
import { addDays, dayInChina } from '../../src/domain/day.ts'
import { destinationLife } from '../../src/domain/destination/life.ts'
import { groundsOffered } from '../../src/domain/dissolution/asking.ts'
import { FAULTS, GROUND_CODES } from '../../src/domain/dissolution/grounds.ts'
import { dissolutionLife } from '../../src/domain/dissolution/life.ts'
import { invitationLife } from '../../src/domain/invitation/life.ts'
import { TRANSFER_KINDS, transferLife } from '../../src/domain/transfer/life.ts'
import type {
  Act,
  ActName,
  AgreementAct,
  CorrectionAct,
  DestinationAct,
  DissolutionAct,
  InvitationAct,
  TransferAct,
} from './acts.ts'
import type { Dice } from './dice.ts'
import {
  anybody,
  mostly,
  peopleOf,
  someActOn,
  someDeadline,
  someDestination,
  someFiles,
  someOffer,
  somePaper,
  someReason,
  someStudent,
  someTracking,
  someWay,
  someWhere,
  someWords,
} from './draws.ts'
import { askingFacts, CLASSES } from './facts.ts'
import type { World } from './world.ts'

type Draft<Action extends string> = (world: World, dice: Dice, action: Action) => Act | null

/** An act of this name by somebody on something, possible or not; null where there is nothing to act on yet. */
export function draftAct(world: World, dice: Dice, name: ActName): Act | null {
  const [on, action] = name.split('.') as [Act['on'], never]
  return DRAFTS[on](world, dice, action)
}

const draftInvitationAct: Draft<InvitationAct['action']> = (world, dice, action) => {
  const on = 'invitation'
  if (action === 'send') {
    const by = dice.chance(97) ? dice.pick(peopleOf(world, 'employer')) : anybody(world, dice)
    const [student, respondBy] = [someStudent(world, dice), someDeadline(world, dice)]
    return { on, action, by, student, respondBy, terms: someOffer(world, dice) }
  }
  const rule = invitationLife.rules[action]
  const found = someActOn(world, dice, world.invitations, rule, ({ employerId }) => employerId)
  if (!found) return null
  const { subject, seen } = found
  switch (action) {
    case 'accept':
      return { on, action, ...seen, terms: mostly(world, dice, subject.terms) }
    case 'revise': {
      const respondBy = dice.chance(60) ? subject.respondBy : someDeadline(world, dice)
      return {
        on,
        action,
        ...seen,
        respondBy,
        terms: dice.chance(60) ? someOffer(world, dice) : subject.terms,
      }
    }
    default:
      return { on, action, ...seen, reason: someReason(dice) }
  }
}

const employerOf = ({ employerId }: AgreementCase) => employerId

const draftAgreementAct: Draft<AgreementAct['action']> = (world, dice, action) => {
  const on = 'agreement'
  if (action === 'register') {
    const by = dice.chance(97) ? someStudent(world, dice) : anybody(world, dice)
    return { on, action, by, paper: somePaper(world, dice), files: someFiles(world, dice, by) }
  }
  const found = someActOn(world, dice, world.agreements, agreementLife.rules[action], employerOf)
  if (!found) return null
  const { subject, seen } = found
  switch (action) {
    case 'correct':
      return { on, action, ...seen, paper: somePaper(world, dice), files: someFiles(world, dice, seen.by) }
    case 'propose-amendment':
      return { on, action, ...seen, terms: dice.chance(80) ? someOffer(world, dice) : subject.terms }
    case 'seal':
      return { on, action, ...seen, terms: mostly(world, dice, subject.terms) }
    case 'accept-amendment':
      return { on, action, ...seen, terms: mostly(world, dice, subject.amendmentTerms ?? subject.terms) }
    default:
      return { on, action, ...seen, reason: someReason(dice) }
  }
}

const draftDissolutionAct: Draft<DissolutionAct['action']> = (world, dice, action) => {
  const on = 'dissolution'
  const reason = someReason(dice)
  const fault = dice.chance(60) ? null : dice.pick(FAULTS)
  if (action === 'ask') {
    const from = dice.chance(90) ? (['effective'] as const) : (['awaiting_seal'] as const)
    const rule = { from, by: ['student', 'employer'] } as const
    const found = someActOn(world, dice, world.agreements, rule, employerOf)
    if (!found) return null
    const { seen } = found
    const ground = someGround(world, dice, found.subject, seen.by)
    const files = dice.chance(40) ? [] : someFiles(world, dice, seen.by)
    return { on, action, ...seen, ground, reason: someWords(dice), files }
  }
  const rule = dissolutionLife.rules[action]
  const found = someActOn(world, dice, world.dissolutions, rule, ({ agreementId }) =>
    employerOf(world.agreements[agreementId]!),
  )
  if (!found) return null
  const { seen } = found
  switch (action) {
    case 'correct':
      return { on, action, ...seen, reason, files: someFiles(world, dice, seen.by) }
    case 'accept-evidence':
      return { on, action, ...seen, reason, fault, files: someFiles(world, dice, seen.by) }
    case 'pass':
      return { on, action, ...seen, reason, fault }
    default:
      return { on, action, ...seen, reason }
  }
}

/** One that is offered, mostly. */
function someGround(world: World, dice: Dice, agreement: AgreementCase, by: string) {
  const portal = world.people[by]?.portal
  if (portal === 'school' || portal === undefined || dice.chance(25)) return dice.pick(GROUND_CODES)
  const facts = askingFacts(world, agreement, portal)
  const offered = groundsOffered(facts, portal, agreement.terms.clauses, world.now)
  const byConsent = offered.filter(({ kind }) => kind === 'consent')
  const among = byConsent.length > 0 && dice.chance(70) ? byConsent : offered
  return among.length > 0 ? dice.pick(among).code : dice.pick(GROUND_CODES)
}

const draftDestinationAct: Draft<DestinationAct['action']> = (world, dice, action) => {
  const on = 'destination'
  if (action === 'declare') {
    const by = dice.chance(97) ? someStudent(world, dice) : anybody(world, dice)
    return { on, action, by, ...someDestination(world, dice, by), files: someFiles(world, dice, by) }
  }
  const found = someActOn(world, dice, world.destinations, destinationLife.rules[action], () => null)
  if (!found) return null
  const { seen } = found
  if (action !== 'correct') return { on, action, ...seen, reason: someReason(dice) }
  const { by } = seen
  return { on, action, ...seen, ...someDestination(world, dice, by), files: someFiles(world, dice, by) }
}

const draftCorrectionAct: Draft<CorrectionAct['action']> = (world, dice, action) => {
  const on = 'correction'
  const className = dice.pick(CLASSES)
  if (action === 'submit') {
    const by = dice.chance(97) ? someStudent(world, dice) : anybody(world, dice)
    return { on, action, by, className, reason: someWords(dice), files: someFiles(world, dice, by) }
  }
  const found = someActOn(world, dice, world.corrections, correctionLife.rules[action], () => null)
  if (!found) return null
  const { seen } = found
  if (action !== 'resubmit') return { on, action, ...seen, reason: someReason(dice) }
  return { on, action, ...seen, className, reason: someWords(dice), files: someFiles(world, dice, seen.by) }
}

const draftTransferAct: Draft<TransferAct['action']> = (world, dice, action) => {
  const on = 'transfer'
  if (action === 'prepare') {
    const by = dice.chance(97) ? dice.pick(peopleOf(world, 'school')) : anybody(world, dice)
    const kind = dice.pick(TRANSFER_KINDS)
    return { on, action, by, student: someStudent(world, dice), kind, way: someWay(dice, kind) }
  }
  const found = someActOn(world, dice, world.transfers, transferLife.rules[action], () => null)
  if (!found) return null
  const { subject, seen } = found
  const day = addDays(dayInChina(world.now), dice.chance(70) ? 0 : dice.pick([-1, -3, -6, 1]))
  switch (action) {
    case 'change': {
      const { kind, batch, remark } = subject
      return { on, action, ...seen, content: { ...someWhere(dice), ...someWay(dice, kind), batch, remark } }
    }
    case 'send':
      return { on, action, ...seen, day, tracking: dice.chance(50) ? '' : someTracking(dice) }
    case 'number':
      return { on, action, ...seen, tracking: someTracking(dice) }
    case 'receive':
      return { on, action, ...seen, day }
    case 'return':
      return { on, action, ...seen, day, reason: someReason(dice) }
    case 'cancel':
      return { on, action, ...seen, reason: someReason(dice) }
  }
}

const draftUpload = (world: World, dice: Dice): Act => ({
  on: 'evidence',
  action: 'upload',
  by: anybody(world, dice),
})

const DRAFTS: Readonly<Record<Act['on'], Draft<never>>> = {
  invitation: draftInvitationAct,
  agreement: draftAgreementAct,
  dissolution: draftDissolutionAct,
  destination: draftDestinationAct,
  correction: draftCorrectionAct,
  transfer: draftTransferAct,
  evidence: draftUpload,
}
