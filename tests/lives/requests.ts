import * as agreements from '../../src/contracts/agreements.ts'
import * as destinations from '../../src/contracts/destinations.ts'
import * as dissolutions from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { uploadEvidence } from '../../src/contracts/evidence.ts'
import * as invitations from '../../src/contracts/invitations.ts'
import * as paper from '../../src/contracts/paper-agreements.ts'
import { hashOf } from '../../src/server/db/journal.ts'
import { sampleTerms } from '../../src/server/demo/story.ts'
import type { Asking } from '../../src/server/http/visitor.ts'
import { type Form, rightAnswers } from '../../src/server/testing/destination-forms.ts'
import { SMALL_PDF } from '../../src/server/testing/scenario.ts'
import type { Act, ActName, Batch } from './acts.ts'
import type { LifePeople } from './people.ts'
import type { Offer } from './world.ts'

/** By which door a person does what the model calls so. */
export const ENDPOINT_OF: Readonly<Record<ActName, Endpoint>> = {
  'invitation.send': invitations.sendInvitation,
  'invitation.revise': invitations.reviseInvitation,
  'invitation.withdraw': invitations.withdrawInvitation,
  'invitation.accept': invitations.acceptInvitation,
  'invitation.decline': invitations.declineInvitation,
  'agreement.register': paper.registerPaper,
  'agreement.correct': paper.correctPaper,
  'agreement.cancel': agreements.cancelPaperAgreement,
  'agreement.propose-amendment': agreements.proposeAmendment,
  'agreement.accept-amendment': agreements.acceptAmendment,
  'agreement.decline-amendment': agreements.declineAmendment,
  'agreement.ask-cancellation': agreements.askCancellation,
  'agreement.confirm-cancellation': agreements.confirmCancellation,
  'agreement.decline-cancellation': agreements.declineCancellation,
  'agreement.pass': agreements.passAgreement,
  'agreement.return': agreements.returnAgreement,
  'agreement.reject': agreements.rejectAgreement,
  'agreement.fulfil': agreements.fulfilAgreement,
  'dissolution.ask': dissolutions.askDissolution,
  'dissolution.agree': dissolutions.agreeDissolution,
  'dissolution.refuse': dissolutions.refuseDissolution,
  'dissolution.withdraw': dissolutions.withdrawDissolution,
  'dissolution.correct': dissolutions.correctDissolution,
  'dissolution.accept-evidence': dissolutions.acceptDissolutionEvidence,
  'dissolution.pass': dissolutions.passDissolution,
  'dissolution.reject': dissolutions.rejectDissolution,
  'destination.declare': destinations.declareDestination,
  'destination.correct': destinations.correctDestination,
  'destination.withdraw': destinations.withdrawDestination,
  'destination.pass': destinations.passDestination,
  'destination.return': destinations.returnDestination,
  'destination.reject': destinations.rejectDestination,
  'destination.ask-void': destinations.askVoid,
  'destination.withdraw-void': destinations.withdrawVoid,
  'destination.grant-void': destinations.grantVoid,
  'destination.refuse-void': destinations.refuseVoid,
  'evidence.upload': uploadEvidence,
}

export const BATCH_OF: Readonly<Record<Batch['action'], Endpoint>> = {
  'pass-agreements': agreements.passAgreements,
  'pass-dissolutions': dissolutions.passDissolutions,
  'pass-destinations': destinations.passDestinations,
  'ask-dissolutions': dissolutions.askDissolutions,
}

/** The terms of which the model knows two. */
export const termsOf = (offer: Offer) => ({
  ...sampleTerms('2026-07-10'),
  penalty: offer.penalty,
  clauses: [...offer.clauses],
})

/** What the person sends: each endpoint takes of it what it knows. */
export const requestOf = (act: Act, known: LifePeople): Asking => {
  const params = { school: known.school, ...('id' in act && { id: known.idOf(act.id) }) }
  if (act.on === 'evidence') return { params, query: { name: '扫描件.pdf' }, file: SMALL_PDF }
  return { params, body: bodyOf(act, known) }
}

const bodyOf = (act: Act, known: LifePeople) => ({
  confirmed: true,
  noticeRead: true,
  ...('seenVersion' in act && { seenVersion: act.seenVersion }),
  ...('reason' in act && act.reason !== '' && { reason: act.reason }),
  ...('files' in act && { evidence: act.files.map(known.idOf) }),
  ...('fault' in act && act.fault !== null && { fault: act.fault }),
  ...('ground' in act && { ground: act.ground }),
  ...('respondBy' in act && { respondBy: act.respondBy }),
  ...('terms' in act && { terms: termsOf(act.terms), termsHash: hashOf(termsOf(act.terms)) }),
  ...('student' in act && { studentId: known.idOf(act.student), studentName: known.nameOf(act.student) }),
  ...('paper' in act && paperOf(act.paper, known)),
  ...('category' in act && formOf(act, known.forms)),
})

const paperOf = (
  { employer, employerName: name, signedOn, terms }: Extract<Act, { paper: unknown }>['paper'],
  known: LifePeople,
) => ({
  employer: { creditCode: known.creditCodeOf(employer), name },
  signedOn,
  terms: termsOf(terms),
})

/** The category's form, answered; its headline is what the model says it is. */
function formOf({ category, headline }: Extract<Act, { category: string }>, forms: readonly Form[]) {
  const form = forms.find((one) => one.category === category)
  const head = form?.fields.find((field) => field.headline)
  return { category, details: form && head ? { ...rightAnswers(form), [head.key]: headline } : {} }
}

/** Several in one request. */
export const batchOf = ({ acts }: Batch, known: LifePeople) => ({
  params: { school: known.school },
  body: {
    noticeRead: true,
    items: acts.map((act) => ({
      ...bodyOf(act, known),
      school: known.school,
      ...('id' in act && { id: known.idOf(act.id) }),
    })),
  },
})
