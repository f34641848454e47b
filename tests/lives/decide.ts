import { actOnAgreement } from '../../src/domain/agreement/acts.ts'
import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import { correctPaper, type Paper, registerPaper } from '../../src/domain/agreement/paper.ts'
import { actOnCorrection, resubmitCorrection, submitCorrection } from '../../src/domain/correction/acts.ts'
import {
  actOnDestination,
  correctDestination,
  declareDestination,
} from '../../src/domain/destination/acts.ts'
import { actOnDissolution, askDissolution } from '../../src/domain/dissolution/acts.ts'
import { keptRulesOf } from '../../src/domain/dissolution/asking.ts'
import {
  acceptInvitation,
  endInvitation,
  reviseInvitation,
  sendInvitation,
} from '../../src/domain/invitation/acts.ts'
import type { Outcome } from '../../src/domain/outcome.ts'
import { refuseUnlessMeant } from '../../src/domain/plausible-day.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { AnyChange } from '../../src/server/cases/all.ts'
import type {
  Act,
  AgreementAct,
  CorrectionAct,
  DestinationAct,
  DissolutionAct,
  InvitationAct,
} from './acts.ts'
import {
  askingFacts,
  declarationOf,
  formFacts,
  isAdmitted,
  openOf,
  pairFacts,
  placingFacts,
  registeredBy,
  rosterFacts,
  signingFacts,
  studentFacts,
  submittingFacts,
} from './facts.ts'
import {
  actingAs,
  actingOn,
  collegeOf,
  employerNameOf,
  personIn,
  reads,
  readsAgreement,
  readsDissolution,
  readsOfSchool,
  type World,
  wordingOf,
} from './world.ts'

type Of<Kind extends Act['on'], Action extends string> = Extract<Act, { on: Kind; action: Action }>
type Decided = Outcome<AnyChange>

/** What the next of its kind will be called. */
export const next = (letter: string, things: object) => `${letter}${Object.keys(things).length + 1}`

/** What is not the actor's to see does not exist. */
export const found = <T>(thing: T | undefined, isRead: (thing: T) => boolean): T => {
  if (thing === undefined || !isRead(thing)) throw new Refusal('not-found')
  return thing
}

/** Before anything of the case is asked, as `http/days-meant.ts` does. */
function refuseDaysNotMeant(world: World, act: Exclude<Act, { on: 'evidence' | 'transfer' }>): void {
  if ('paper' in act) refuseUnlessMeant('signedOn', act.paper.signedOn, 'signed', world.now)
  if (act.action === 'send' || act.action === 'revise' || act.action === 'propose-amendment')
    refuseUnlessMeant('terms.reportBy', act.terms.reportBy, 'ahead', world.now)
}

/** What the product's own rules say comes of this act, from what the world holds. */
export function decide(world: World, act: Exclude<Act, { on: 'evidence' | 'transfer' }>): Decided {
  refuseDaysNotMeant(world, act)
  switch (act.on) {
    case 'invitation':
      return act.action === 'send' ? send(world, act) : onInvitation(world, act)
    case 'agreement':
      return act.action === 'register' ? register(world, act) : onAgreement(world, act)
    case 'dissolution':
      return act.action === 'ask' ? ask(world, act) : onDissolution(world, act)
    case 'destination':
      return act.action === 'declare' ? declare(world, act) : onDestination(world, act)
    case 'correction':
      return act.action === 'submit' ? submit(world, act) : onCorrection(world, act)
  }
}

function send(world: World, { by, student, respondBy, terms }: Of<'invitation', 'send'>): Decided {
  const employer = personIn(world, by)
  return sendInvitation(
    {
      ...pairFacts(world, student, by),
      admitted: employer.portal === 'employer' && employer.admitted,
      verifyDue: null,
      enrolment: 'enrolled',
      employer: { id: by, name: employerNameOf(world, by) },
      student: { id: student, name: student },
      limits: world.rules,
    },
    {
      ...{ schoolId: world.school.code, id: next('i', world.invitations) },
      ...{ noticeVersion: 1, respondBy, ...wordingOf(terms) },
    },
    actingAs(world, by),
  )
}

function onInvitation(world: World, act: Exclude<InvitationAct, { action: 'send' }>): Decided {
  const before = found(world.invitations[act.id], (one) => reads(world, act.by, one))
  const acting = actingAs(world, act.by)
  const signing = signingFacts(world, before)
  switch (act.action) {
    case 'accept': {
      const { snapshot, ...student } = studentFacts(world, before.studentId, next('a', world.agreements))
      const employer = { name: before.employerName, creditCode: '' }
      const forming = {
        ...student,
        snapshot: { student: snapshot, employer },
        ...formingFacts(world),
      }
      const read = {
        seenVersion: act.seenVersion,
        termsHash: wordingOf(act.terms).termsHash,
        noticeVersion: 1,
      }
      return acceptInvitation({ before, signing, notice: NOTICE, forming }, read, acting)
    }
    case 'revise': {
      const { seenVersion, respondBy } = act
      const command = { seenVersion, noticeVersion: 1, respondBy, ...wordingOf(act.terms) }
      return reviseInvitation(before, command, acting)
    }
    default:
      return endInvitation({ before, placement: signing.placement }, act, acting)
  }
}

/** The school of the walk never words its notices anew. */
const NOTICE = { id: '', version: 1 }

/** What an agreement keeps of the school's settings. */
const formingFacts = ({ rules, school: { year } }: World) => ({
  levels: rules.agreementLevels,
  numbering: { pattern: rules.numberPattern, year, level: '31' },
})

/** What the paper says, and the employer that its credit code belongs to, if any. */
const paperOf = (world: World, { paper, files }: Of<'agreement', 'register' | 'correct'>) => {
  const { employer, employerName: name, signedOn, terms } = paper
  const said: Paper = {
    employer: { name, creditCode: employer ?? '' },
    signedOn,
    ...wordingOf(terms),
    evidence: files,
  }
  const known = employer === null ? null : { id: employer, name: employerNameOf(world, employer) }
  return { said, known }
}

function register(world: World, act: Of<'agreement', 'register'>): Decided {
  const { said, known } = paperOf(world, act)
  const facts = studentFacts(world, act.by, next('a', world.agreements))
  const student = {
    ...facts,
    ...formingFacts(world),
    dissolutionRules: keptRulesOf(world.rules),
    sealRules: null,
    noticeId: null,
  }
  const placing = placingFacts(world, act.by)
  return registerPaper(
    {
      correction: openOf(world, act.by),
      placing,
      registered: registeredBy(world, act.by),
      known,
      student,
    },
    said,
    actingAs(world, act.by),
  )
}

const agreementFor = (world: World, id: string, by: string): AgreementCase =>
  found(world.agreements[id], (one) => readsAgreement(world, by, one))

function onAgreement(world: World, act: Exclude<AgreementAct, { action: 'register' }>): Decided {
  const before = agreementFor(world, act.id, act.by)
  const acting = actingOn(world, act.by, before)
  const { fulfilmentDays } = world.rules
  const facts = { before, admitted: isAdmitted(world, before), fulfilmentDays }
  const { seenVersion } = act
  switch (act.action) {
    case 'correct': {
      const { said, known } = paperOf(world, act)
      const placing = placingFacts(world, before.studentId)
      return correctPaper({ before, placing, known }, { ...said, seenVersion }, acting)
    }
    case 'propose-amendment':
      return actOnAgreement(
        facts,
        { action: act.action, seenVersion, proposed: wordingOf(act.terms) },
        acting,
      )
    case 'seal':
    case 'accept-amendment': {
      const agreedHash = wordingOf(act.terms).termsHash
      return actOnAgreement(facts, { action: act.action, seenVersion, agreedHash }, acting)
    }
    default:
      return actOnAgreement(facts, act, acting)
  }
}

function ask(world: World, act: Of<'dissolution', 'ask'>): Decided {
  const agreement = agreementFor(world, act.id, act.by)
  const acting = actingAs(world, act.by)
  const { seenVersion, ground, reason, files: evidence } = act
  return askDissolution(
    {
      agreement,
      asking: askingFacts(world, agreement, acting.role === 'student' ? 'student' : 'employer'),
      notice: NOTICE,
      levels: world.rules.dissolutionLevels,
      alertAt: Number.POSITIVE_INFINITY,
      othersAsked: 0,
    },
    {
      id: next('d', world.dissolutions),
      proofCode: '',
      seenVersion,
      noticeVersion: 1,
      ground,
      reason,
      evidence,
    },
    acting,
  )
}

function onDissolution(world: World, act: Exclude<DissolutionAct, { action: 'ask' }>): Decided {
  const before = found(world.dissolutions[act.id], (one) => readsDissolution(world, act.by, one))
  const evidence = 'files' in act ? act.files : undefined
  const fault = ('fault' in act && act.fault) || undefined
  const { action, seenVersion, reason } = act
  return actOnDissolution(
    { before, agreement: world.agreements[before.agreementId]!, notice: NOTICE },
    { action, seenVersion, reason, evidence, fault },
    actingOn(world, act.by, before),
  )
}

const given = ({ category, headline, files }: Of<'destination', 'declare' | 'correct'>) => ({
  category,
  details: { headline },
  evidence: files,
})

function declare(world: World, act: Of<'destination', 'declare'>): Decided {
  const { studentVersion: _, ...facts } = studentFacts(world, act.by, next('t', world.destinations))
  return declareDestination(
    {
      placing: placingFacts(world, act.by),
      registered: registeredBy(world, act.by),
      form: formFacts(act.category),
      former: declarationOf(world, act.by) ?? null,
      student: { ...facts, collegeId: collegeOf(world, act.by), levels: world.rules.destinationLevels },
    },
    given(act),
    actingAs(world, act.by),
  )
}

function onDestination(world: World, act: Exclude<DestinationAct, { action: 'declare' }>): Decided {
  const before = found(world.destinations[act.id], (one) => readsOfSchool(world, act.by, one))
  const acting = actingOn(world, act.by, before)
  if (act.action !== 'correct') return actOnDestination(before, act, acting)
  const placing = placingFacts(world, before.studentId)
  const command = { ...given(act), seenVersion: act.seenVersion }
  return correctDestination({ before, placing, form: formFacts(act.category) }, command, acting)
}

const corrected = ({ className, reason, files }: Of<'correction', 'submit' | 'resubmit'>) => ({
  values: { className },
  reason,
  evidence: files,
})

function submit(world: World, act: Of<'correction', 'submit'>): Decided {
  const { studentVersion: _, ...student } = studentFacts(world, act.by, next('k', world.corrections))
  return submitCorrection(
    { ...submittingFacts(world, act.by), student: { ...student, levels: world.rules.correctionLevels } },
    corrected(act),
    actingAs(world, act.by),
  )
}

function onCorrection(world: World, act: Exclude<CorrectionAct, { action: 'submit' }>): Decided {
  const before = found(world.corrections[act.id], (one) => readsOfSchool(world, act.by, one))
  const acting = actingOn(world, act.by, before)
  const facts = rosterFacts(world, before.studentId)
  if (act.action !== 'resubmit')
    return actOnCorrection({ before, roster: facts.roster, holder: null }, act, acting)
  return resubmitCorrection({ before, ...facts }, { ...corrected(act), seenVersion: act.seenVersion }, acting)
}
