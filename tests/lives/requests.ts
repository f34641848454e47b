import * as agreements from '../../src/contracts/agreements.ts'
import * as paper from '../../src/contracts/agreements.ts'
import * as corrections from '../../src/contracts/corrections.ts'
import * as destinations from '../../src/contracts/destinations.ts'
import * as dissolutions from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { uploadEvidence } from '../../src/contracts/evidence.ts'
import * as invitations from '../../src/contracts/invitations.ts'
import * as transfers from '../../src/contracts/transfers.ts'
import { NO_NUMBERS } from '../../src/domain/transfer/record.ts'
import { hashOf } from '../../src/server/db/journal.ts'
import type { Asking } from '../../src/server/http/visitor.ts'
import { type Form, rightAnswers } from '../../src/server/testing/destination-forms.ts'
import { SMALL_PDF } from '../../src/server/testing/scenario.ts'
import type { Act, ActName, Batch, TransferAct } from './acts.ts'
import type { LifePeople } from './people.ts'
import { DAY_OF } from './transfers.ts'
import { type Offer, wordingOf } from './world.ts'

/** By which door a person does what the model calls so. */
export const ENDPOINT_OF: Readonly<Record<ActName, Endpoint>> = {
  'invitation.send': invitations.sendInvitation,
  'invitation.revise': invitations.invitationActs.revise,
  'invitation.withdraw': invitations.invitationActs.withdraw,
  'invitation.accept': invitations.invitationActs.accept,
  'invitation.decline': invitations.invitationActs.decline,
  'agreement.register': paper.registerPaper,
  'agreement.correct': agreements.agreementActs.correct,
  'agreement.cancel': agreements.agreementActs.cancel,
  'agreement.propose-amendment': agreements.agreementActs['propose-amendment'],
  'agreement.accept-amendment': agreements.agreementActs['accept-amendment'],
  'agreement.decline-amendment': agreements.agreementActs['decline-amendment'],
  'agreement.ask-cancellation': agreements.agreementActs['ask-cancellation'],
  'agreement.confirm-cancellation': agreements.agreementActs['confirm-cancellation'],
  'agreement.decline-cancellation': agreements.agreementActs['decline-cancellation'],
  'agreement.pass': agreements.agreementActs.pass,
  'agreement.return': agreements.agreementActs.return,
  'agreement.reject': agreements.agreementActs.reject,
  'agreement.ask-fulfilment': agreements.agreementActs['ask-fulfilment'],
  'agreement.confirm-fulfilment': agreements.agreementActs['confirm-fulfilment'],
  'agreement.deny-fulfilment': agreements.agreementActs['deny-fulfilment'],
  'agreement.fulfil': agreements.agreementActs.fulfil,
  'agreement.undo-fulfilment': agreements.agreementActs['undo-fulfilment'],
  'agreement.seal': agreements.agreementActs.seal,
  'agreement.end-unsealed': agreements.agreementActs['end-unsealed'],
  'dissolution.ask': dissolutions.askDissolution,
  'dissolution.agree': dissolutions.dissolutionActs.agree,
  'dissolution.refuse': dissolutions.dissolutionActs.refuse,
  'dissolution.withdraw': dissolutions.dissolutionActs.withdraw,
  'dissolution.correct': dissolutions.dissolutionActs.correct,
  'dissolution.accept-evidence': dissolutions.dissolutionActs['accept-evidence'],
  'dissolution.pass': dissolutions.dissolutionActs.pass,
  'dissolution.reject': dissolutions.dissolutionActs.reject,
  'destination.declare': destinations.declareDestination,
  'destination.correct': destinations.destinationActs.correct,
  'destination.withdraw': destinations.destinationActs.withdraw,
  'destination.pass': destinations.destinationActs.pass,
  'destination.return': destinations.destinationActs.return,
  'destination.reject': destinations.destinationActs.reject,
  'destination.ask-void': destinations.destinationActs['ask-void'],
  'destination.withdraw-void': destinations.destinationActs['withdraw-void'],
  'destination.grant-void': destinations.destinationActs['grant-void'],
  'destination.refuse-void': destinations.destinationActs['refuse-void'],
  'correction.submit': corrections.submitCorrection,
  'correction.resubmit': corrections.correctionActs.resubmit,
  'correction.withdraw': corrections.correctionActs.withdraw,
  'correction.pass': corrections.correctionActs.pass,
  'correction.return': corrections.correctionActs.return,
  'correction.reject': corrections.correctionActs.reject,
  'transfer.prepare': transfers.prepareTransfers,
  'transfer.change': transfers.transferActs.change,
  'transfer.send': transfers.transferActs.send,
  'transfer.number': transfers.transferActs.number,
  'transfer.receive': transfers.transferActs.receive,
  'transfer.return': transfers.transferActs.return,
  'transfer.cancel': transfers.transferActs.cancel,
  'evidence.upload': uploadEvidence,
}

export const BATCH_OF: Readonly<Record<Batch['action'], Endpoint>> = {
  'pass-agreements': agreements.passAgreements,
  'pass-dissolutions': dissolutions.passDissolutions,
  'pass-destinations': destinations.passDestinations,
  'pass-corrections': corrections.passCorrections,
  'ask-dissolutions': dissolutions.askDissolutions,
}

/** The terms and their fingerprint, as the server makes it. */
const signed = (offer: Offer) => {
  const { terms } = wordingOf(offer)
  return { terms, termsHash: hashOf(terms) }
}

/** What the person sends: each endpoint takes of it what it knows. */
export const requestOf = (act: Act, known: LifePeople): Asking => {
  const params = { school: known.school, ...('id' in act && { id: known.idOf(act.id) }) }
  if (act.on === 'evidence') return { params, query: { name: '扫描件.pdf' }, file: SMALL_PDF }
  return { params, body: bodyOf(act, known) }
}

const bodyOf = (act: Act, known: LifePeople) => ({
  confirmed: true,
  noticeVersion: 1,
  ...('seenVersion' in act && { seenVersion: act.seenVersion }),
  ...('reason' in act && act.reason !== '' && { reason: act.reason }),
  ...('files' in act && { evidence: act.files.map(known.idOf) }),
  ...('fault' in act && act.fault !== null && { fault: act.fault }),
  ...('ground' in act && { ground: act.ground }),
  ...('respondBy' in act && { respondBy: act.respondBy }),
  ...('terms' in act && { ...signed(act.terms) }),
  ...('student' in act && { studentId: known.idOf(act.student), studentName: known.nameOf(act.student) }),
  ...('paper' in act && paperOf(act.paper, known)),
  ...('className' in act && { values: { className: act.className } }),
  ...('category' in act && formOf(act, known.forms)),
  ...(act.on === 'transfer' && transferOf(act, known)),
})

const paperOf = (
  { employer, employerName: name, signedOn, terms }: Extract<Act, { paper: unknown }>['paper'],
  known: LifePeople,
) => ({
  employer: { creditCode: known.creditCodeOf(employer), name },
  signedOn,
  terms: wordingOf(terms).terms,
})

/** The category's form, answered; its headline is what the model says it is. */
function formOf({ category, headline }: Extract<Act, { category: string }>, forms: readonly Form[]) {
  const form = forms.find((one) => one.category === category)
  const head = form?.fields.find((field) => field.headline)
  return { category, details: form && head ? { ...rightAnswers(form), [head.key]: headline } : {} }
}

const transferOf = (act: TransferAct, known: LifePeople) => ({
  ...('way' in act && {
    transferKind: act.kind,
    transferWay: { ...act.way, batch: '' },
    transferWhom: { students: [known.idOf(act.student)] },
    seenTotal: 1,
  }),
  ...('content' in act && { transferTo: act.content }),
  ...('tracking' in act && { transferNumbers: { ...NO_NUMBERS, tracking: act.tracking } }),
  ...('day' in act && { [DAY_OF[act.action]]: act.day }),
})

/** Several in one request. */
export const batchOf = ({ acts }: Batch, known: LifePeople) => ({
  params: { school: known.school },
  body: {
    noticeVersion: 1,
    items: acts.map((act) => ({
      ...bodyOf(act, known),
      school: known.school,
      ...('id' in act && { id: known.idOf(act.id) }),
    })),
  },
})
