import type { NoticeKind } from '../domain/notice-text.ts'

const dissolution = {
  effect: (agreed: string) =>
    `The dissolution is complete only when ${agreed}the school has certified it. Until then the agreement is in force, both sides must keep it, and the student cannot sign with anybody else.`,
  first:
    'An employment agreement is not a labour contract. Once you have reported for work and are employed, the Labour Contract Law applies instead of this procedure.',
  penalty:
    'Liability for a breach is as agreed, and both sides settle the penalty themselves. A court or an arbitration body may reduce a penalty that far exceeds the loss.',
  noBreach: 'It is no breach where the agreement itself provides for its end, or where the law does.',
  free: 'There is no fee. Nobody may keep diplomas, degree certificates or personnel files because of a dissolution.',
}

export const en: Record<NoticeKind, readonly string[]> = {
  signing: [
    'The agreement ends on written notice when the employer is closed down, loses its licence or is declared bankrupt; when the graduate does not obtain the qualification by the reporting date; when the graduate is held criminally liable; or on other grounds of law.',
    'It is the ground on which both enter employment within the agreed time. It is not a labour contract: that must be signed after reporting for work, and this agreement then ends.',
    'Both sides agree to the electronic form and to acts of their accounts as signatures. Time, version and a fingerprint of the content are recorded, so that any change can be found.',
    'Anything else is for both sides to agree under the law. Signing and certification are free of charge.',
  ],
  dissolution: [
    dissolution.first,
    dissolution.effect('the other side has agreed and '),
    dissolution.penalty,
    dissolution.noBreach,
    'State the true reason, and keep notices, messages and receipts. Requests, answers and reviews are recorded; both sides and the school can read them.',
    'If the other side does not answer in time, the school mediates. What cannot be settled may be taken to arbitration or to court under the law.',
    dissolution.free,
  ],
  'paper-dissolution': [
    dissolution.first,
    dissolution.effect(''),
    dissolution.penalty,
    dissolution.noBreach,
    'State the true reason, and keep notices, messages and receipts. Requests and reviews are recorded; the school can read them.',
    'What cannot be settled may be taken to arbitration or to court under the law.',
    dissolution.free,
  ],
}
