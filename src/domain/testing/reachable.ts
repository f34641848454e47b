import { actOnAgreement, agreementOffers, dissolveAgreement, pointAgreement } from '../agreement/acts.ts'
import type { AgreementCase } from '../agreement/case.ts'
import { correctPaper } from '../agreement/paper.ts'
import { actOnCorrection, correctionOffers } from '../correction/acts.ts'
import type { CorrectionCase } from '../correction/case.ts'
import { evolveCorrection } from '../correction/life.ts'
import { addDays, dayInChina } from '../day.ts'
import { actOnDestination, destinationOffers } from '../destination/acts.ts'
import type { DestinationCase } from '../destination/case.ts'
import { evolveDestination } from '../destination/life.ts'
import { actOnDissolution, dissolutionOffers, escalateDissolution } from '../dissolution/acts.ts'
import type { DissolutionCase } from '../dissolution/case.ts'
import { evolveInvitation, type Invitation, invitationLife } from '../invitation/life.ts'
import { type Acting, REVIEW_LEVELS, type ReviewLevel } from '../review.ts'
import {
  AT,
  agreement,
  by,
  correction,
  destination,
  dissolution,
  invitation,
  ROSTER,
  TERMS,
} from './cases.ts'

/** Today, and when every last day has gone by. */
export const INSTANTS = [AT, new Date('2026-12-01T12:00:00+08:00')] as const
const EVERYBODY: readonly Acting[] = INSTANTS.flatMap((at) =>
  [by.student, by.employer, by.college, by.school].map((acting) => ({ ...acting, at })),
)
const LEVELS: readonly (readonly ReviewLevel[])[] = [['school'], REVIEW_LEVELS]

/** Everything that can come of these by `next`, each once; what differs only in what `keyOf` leaves out is the same. */
function reach<State>(
  starts: readonly State[],
  next: (state: State) => readonly State[],
  keyOf: (state: State) => unknown,
): State[] {
  const found = new Map<string, State>()
  const walk = [...starts]
  for (let state = walk.pop(); state !== undefined; state = walk.pop()) {
    const key = JSON.stringify(keyOf(state))
    if (found.has(key)) continue
    found.set(key, state)
    walk.push(...next(state))
  }
  return [...found.values()]
}

/** A last day that lies before or after the two instants, whatever it is. */
const isPast = (day: string | null | undefined) => INSTANTS.map((at) => day && dayInChina(at) > day)

export const reachableInvitations = (): Invitation[] =>
  reach<Invitation>(
    [invitation()],
    (one) =>
      INSTANTS.flatMap((at) =>
        (['student', 'employer', 'clock'] as const).flatMap((role) =>
          invitationLife.actions
            .filter((action) => invitationLife.whyNot(one, action, role, at) === null)
            .map((action) => {
              const seenVersion = role === 'clock' ? null : one.version
              return evolveInvitation(
                one,
                invitationLife.decide(one, { action, role, seenVersion, reason: '原因', at }),
              )
            }),
        ),
      ),
    ({ status }) => status,
  )

const WORDING = { terms: { ...TERMS, reportBy: '2026-06-01' }, termsHash: 'h1' }

function afterAgreement(before: AgreementCase): AgreementCase[] {
  const acted = EVERYBODY.flatMap((acting) =>
    agreementOffers({ before, admitted: true }, acting).map((action): AgreementCase => {
      const seenVersion = before.version
      if (action === 'correct') {
        const paper = {
          ...WORDING,
          employer: before.snapshot.employer,
          signedOn: '2026-05-01',
          evidence: ['f1'],
        }
        const placing = {
          placement: null,
          designatedEmployer: null,
          designatedCreditCode: null,
          enrolment: 'enrolled' as const,
        }
        return correctPaper({ before, placing, known: null }, { ...paper, seenVersion }, acting).changes[0]!
          .after
      }
      const proposed =
        action === 'propose-amendment' ? { ...WORDING, termsHash: `h${seenVersion + 1}` } : undefined
      const agreed = { 'accept-amendment': before.amendmentHash, seal: before.termsHash }
      return actOnAgreement(
        { before, admitted: true, fulfilmentDays: 7 },
        {
          action,
          seenVersion,
          reason: '原因',
          ...(proposed && { proposed }),
          ...(action in agreed && { agreedHash: agreed[action as keyof typeof agreed] ?? '' }),
        },
        acting,
      ).changes[0]!.after
    }),
  )
  const isInForce = before.status === 'effective'
  if (before.dissolving) acted.push(pointAgreement(before, null).after, dissolveAgreement(before, AT).after)
  else if (isInForce) acted.push(pointAgreement(before, 'd1').after)
  return acted
}

export const reachableAgreements = (): AgreementCase[] =>
  reach(
    (['online', 'paper'] as const).flatMap((kind) =>
      LEVELS.flatMap((levels) =>
        [null, { everyDays: 1, times: 1 }]
          .filter((sealRules) => kind === 'online' || sealRules === null)
          .map((sealRules) => agreement({ ...WORDING, kind, levels, sealRules })),
      ),
    ),
    afterAgreement,
    ({
      kind,
      levels,
      level,
      status,
      amendment,
      cancellationBy,
      dissolving,
      fulfilment,
      fulfilmentAgainOn,
      sealRules,
      sealBy,
    }) => [
      [sealRules, isPast(sealBy)],
      [kind, levels, level, status, amendment, cancellationBy, dissolving],
      [fulfilment?.by, isPast(fulfilment?.answerBy), isPast(fulfilmentAgainOn)],
    ],
  )

const REQUESTS: readonly Partial<DissolutionCase>[] = [
  ...(['student', 'employer'] as const).flatMap((askedBy): Partial<DissolutionCase>[] => [
    { askedBy, answerBy: addDays(dayInChina(AT), 7) },
    { askedBy, kind: 'statutory', answerBy: null, status: 'in_review' },
  ]),
  { kind: 'paper', answerBy: null, status: 'in_review' },
]

function afterDissolution(before: DissolutionCase): DissolutionCase[] {
  const inForce = agreement({ status: 'effective', dissolutionId: before.id })
  const acted = EVERYBODY.flatMap((acting) =>
    dissolutionOffers(before, acting).flatMap((action) => {
      const command = { action, seenVersion: before.version, reason: '原因', evidence: ['f1'] }
      return actOnDissolution(
        { before, agreement: inForce, notice: { version: 1 } },
        command,
        acting,
      ).changes.flatMap((change) => (change.kind === 'dissolution' ? [change.after] : []))
    }),
  )
  const isOverdue = before.status === 'awaiting_counterparty'
  return isOverdue
    ? [...acted, ...escalateDissolution(before, INSTANTS[1]).changes.map(({ after }) => after)]
    : acted
}

export const reachableDissolutions = (): DissolutionCase[] =>
  reach(
    REQUESTS.flatMap((request) => LEVELS.map((levels) => dissolution({ ...request, levels }))),
    afterDissolution,
    ({ kind, askedBy, levels, level, status, answeredAt }) => [
      kind,
      askedBy,
      levels,
      level,
      status,
      answeredAt !== null,
    ],
  )

export const reachableDestinations = (): DestinationCase[] =>
  reach(
    LEVELS.flatMap((levels) => [
      destination({ levels }),
      destination({ levels, route: 'declaration', status: 'declared' }),
    ]),
    (before) =>
      EVERYBODY.flatMap((acting) =>
        destinationOffers(before, acting).map((action) => {
          const { version: seenVersion } = before
          if (action !== 'correct')
            return actOnDestination(before, { action, seenVersion, reason: '原因' }, acting).changes[0]!.after
          return evolveDestination(before, {
            action,
            from: before.status,
            to: 'in_review',
            reason: null,
            at: AT,
          })
        }),
      ),
    ({ route, levels, level, status, voiding }) => [route, levels, level, status, voiding],
  )

export const reachableCorrections = (): CorrectionCase[] =>
  reach(
    LEVELS.map((levels) => correction({ levels })),
    (before) =>
      EVERYBODY.flatMap((acting) =>
        correctionOffers(before, { roster: ROSTER, holder: null }, acting).map((action) => {
          const { version: seenVersion, status: from } = before
          if (action === 'resubmit')
            return evolveCorrection(before, { action, from, to: 'in_review', reason: null, at: AT })
          const command = { action, seenVersion, reason: '原因' }
          return actOnCorrection({ before, roster: ROSTER, holder: null }, command, acting).changes[0]!.after
        }),
      ),
    ({ levels, level, status }) => [levels, level, status],
  )
