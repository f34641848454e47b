import {
  type AgreementAction,
  type AgreementKind,
  agreementLife,
  evolveAgreement,
  HOLDS_PLACEMENT,
} from '../../src/domain/agreement.ts'
import { dayInChina } from '../../src/domain/day.ts'
import { formatAgreementNumber } from '../../src/domain/identifiers.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { AgreementAct, Paper } from './acts.ts'
import { takeFiles } from './files.ts'
import { leavePlace, refuseUnlessPlaceable, takePlace } from './places.ts'
import {
  isSameOffer,
  journaled,
  type Offer,
  personIn,
  reads,
  reviewsNow,
  roleOf,
  type SignedAgreement,
  type World,
} from './world.ts'

const put = (world: World, agreement: SignedAgreement): World => ({
  ...world,
  agreements: { ...world.agreements, [agreement.id]: agreement },
})

type Forming = {
  readonly kind: AgreementKind
  readonly student: string
  readonly employer: string | null
  readonly employerName: string
  readonly terms: Offer
}

/** Takes the one place, gets the next number of its kind, waits for its first review. */
export function formAgreement(world: World, { kind, ...forming }: Forming): World {
  const id = `a${Object.keys(world.agreements).length + 1}`
  const serial = Object.values(world.agreements).filter((one) => one.kind === kind).length + 1
  const number = formatAgreementNumber({
    kind: kind === 'online' ? 1 : 2,
    year: world.school.year,
    school: world.school.code,
    serial,
  })
  const formed: SignedAgreement = {
    ...forming,
    id,
    kind,
    number,
    status: 'in_review',
    version: 1,
    levels: world.rules.agreementLevels,
    level: 0,
    amendment: null,
    amendmentTerms: null,
    cancellationBy: null,
    dissolving: false,
    effectiveAt: null,
  }
  const placed = takePlace(put(world, formed), forming.student, {
    ref: id,
    holder: forming.employerName,
    number,
  })
  return journaled(placed, `agreement:${id}`, kind === 'online' ? 'form' : 'register')
}

/** A paper agreement is the student's and the school's alone. */
export const readsAgreement = (world: World, by: string, { kind, student, employer }: SignedAgreement) =>
  reads(world, by, { student, employer: kind === 'online' ? employer : null })

export const REVIEWS: readonly AgreementAction[] = ['pass', 'return', 'reject']

export function actOnAgreement(world: World, act: AgreementAct): World {
  if (act.action === 'register') return register(world, act)
  const before = findAgreement(world, act.id, act.by)
  const person = personIn(world, act.by)
  const role = roleOf(person)
  const step = agreementLife.decide(before, { ...act, role, at: world.now })
  if (REVIEWS.includes(act.action) && !reviewsNow(before, person))
    throw new Refusal('reviewed-at-another-level')
  const evolved = evolveAgreement(before, step, role)
  const effectiveAt = evolved.status === 'effective' ? (before.effectiveAt ?? world.now) : before.effectiveAt
  const amendmentTerms = evolved.amendment ? before.amendmentTerms : null
  const after = { ...evolved, effectiveAt, amendmentTerms }
  const saved = (agreement: SignedAgreement) =>
    journaled(put(world, agreement), `agreement:${act.id}`, act.action)
  switch (act.action) {
    case 'correct':
      return corrected(saved({ ...after, ...onPaper(world, act) }), before, act)
    case 'propose-amendment':
      if (isSameOffer(act.terms, before.terms)) throw new Refusal('nothing-changed')
      return saved({ ...after, amendmentTerms: act.terms })
    case 'accept-amendment':
      if (!before.amendmentTerms || !isSameOffer(act.terms, before.amendmentTerms))
        throw new Refusal('content-changed', { version: before.version })
      return saved({ ...after, terms: before.amendmentTerms })
    default:
      return HOLDS_PLACEMENT.includes(after.status)
        ? saved(after)
        : leavePlace(saved(after), before.student, before.id)
  }
}

export function findAgreement(world: World, id: string, by: string): SignedAgreement {
  const agreement = world.agreements[id]
  if (!agreement || !readsAgreement(world, by, agreement)) throw new Refusal('not-found')
  return agreement
}

/** Scans are there, the day has come, a known employer is called as it is registered. */
function onPaper(world: World, { paper, files }: { paper: Paper; files: readonly string[] }) {
  const { employer, employerName, signedOn, terms } = paper
  if (files.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  if (signedOn > dayInChina(world.now)) throw new Refusal('paper-day-in-future', { field: 'signedOn' })
  const known = employer === null ? null : personIn(world, employer)
  if (known?.portal === 'employer' && known.name !== employerName)
    throw new Refusal('employer-name-mismatch', { field: 'employer.name', name: known.name })
  return { employer, employerName, terms }
}

function register(world: World, act: Extract<AgreementAct, { action: 'register' }>): World {
  const paper = onPaper(world, act)
  refuseUnlessPlaceable(world, act.by, paper.employerName)
  const formed = formAgreement(world, { kind: 'paper', student: act.by, ...paper })
  return takeFiles(formed, act.by, `agreement:a${Object.keys(formed.agreements).length}`, act.files)
}

/** Called otherwise now, perhaps: what holds the place has the new name. */
function corrected(
  world: World,
  { id, student, number }: SignedAgreement,
  act: Extract<AgreementAct, { action: 'correct' }>,
): World {
  const holder = act.paper.employerName
  refuseUnlessPlaceable(world, student, holder, { ownPlace: true })
  const renamed = takePlace(leavePlace(world, student, id), student, { ref: id, holder, number })
  return takeFiles(renamed, act.by, `agreement:${id}`, act.files)
}

/** A completed dissolution ends its agreement and frees the place. */
export function dissolveAgreement(world: World, id: string): World {
  const before = world.agreements[id]!
  const command = { action: 'dissolve', role: 'dissolution', seenVersion: null, at: world.now } as const
  const after = evolveAgreement(before, agreementLife.decide(before, command), 'dissolution')
  return journaled(leavePlace(put(world, after), before.student, id), `agreement:${id}`, 'dissolve')
}

/** A request to dissolve it has been opened, or has ended otherwise. */
export const markDissolving = (world: World, id: string, dissolving: boolean): World =>
  put(world, { ...world.agreements[id]!, dissolving })
