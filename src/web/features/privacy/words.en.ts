import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'My privacy',
  lead: 'What is kept about you, who looked at it, and the notices that you have agreed to.',
  agreed: 'Notices agreed to',
  agreedOf: (version, at) => `Version ${version}, agreed to ${at}`,
  withdrawnAt: (at) => `withdrawn ${at}`,
  byPlatform: 'The platform’s notice',
  bySchool: 'The school’s notice',
  readNotice: 'Read today’s notice',
  withdraw: {
    label: 'Withdraw',
    title: 'Withdraw your agreement to the notice?',
    text: 'The account cannot be used then until you agree again. Agreements, destinations and their proof are kept as the law has it. To stop e-mail alone, remove the address on the account page.',
    done: 'Withdrawn',
  },
  kept: 'What is kept',
  keptHint:
    'The files hold your whole document number: keep them safe. Uploaded files open from the page of their case.',
  downloadPage: 'Download as a page',
  downloadJson: 'Download as JSON',
  rows: (n) => `${n} ${n === 1 ? 'row' : 'rows'}`,
  requests: 'Ask to erase or correct',
  requestsHint: {
    student:
      'For mistakes of the roster use Corrections first; what else should be corrected or erased is asked for here. Agreements and their proof are kept for at least three years, whatever is asked.',
    staff:
      'Ask here where your name, log-in or role is wrong, or where something is no longer needed. The record of acts stays with what they were about, whatever is asked.',
    member:
      'Ask here where your name or log-in is wrong, or where something is no longer needed. Invitations, agreements and the record of acts are kept as the law has it, whatever is asked.',
  },
  answeredBy: {
    office: (school, days) => `The employment office of ${school} answers within ${days} working days.`,
    administrators: (school, days) =>
      `An administrator of ${school} answers within ${days} working days; reviewers do not see it, and no administrator answers their own request.`,
    oneOf: (days) =>
      `The school that you choose, of those that have admitted your employer, answers within ${days} working days.`,
  },
  noSchool: 'No school has admitted your employer yet, so none answers you',
  noSchoolHint:
    'The operator of the platform handles the accounts of employers: turn to whom the end of the privacy notice names. Once a school has admitted your employer, you can ask here too.',
  school: 'Which school to ask',
  askedNow: 'No new request can be made now',
  noRequests: 'No requests yet',
  about: 'About',
  reasonAsked: 'What is to be erased or corrected, and why',
  ask: {
    label: 'Make a request',
    title: 'Ask to erase or correct personal data',
    text: 'When the school grants an erasure, your e-mail address and notices go at once, and so do a student’s résumés, applications that have ended and visits to campus talks.',
    done: 'Request sent',
  },
  kind: { erasure: 'Erase', correction: 'Correct' },
  status: { asked: 'Waits for the school', done: 'Done', refused: 'Refused', withdrawn: 'Withdrawn' },
  ground: {
    'period-not-over': 'The statutory retention period is not over (PIPL art. 47)',
    'still-needed': 'Still needed for the purpose it is kept for (PIPL art. 13)',
    'data-right': 'The data are accurate (PIPL art. 46)',
  },
  queue: {
    emptyAll: 'No requests yet',
    mine: 'To answer',
    all: 'All',
    q: 'Name, number or log-in',
    asker: 'From',
    from: 'Role',
    side: { student: 'Student', staff: 'Staff', member: 'Member of an employer' },
    askedAt: 'Asked',
    answerBy: 'Answer by',
    overdue: 'overdue',
    state: 'State',
  },
  page: {
    title: (kind, name) => `${kind} personal data · ${name}`,
    wish: 'The request',
    who: (side, unit) => (unit ? `${side} · ${unit}` : side),
    answer: 'The school’s answer',
    ground: 'Legal ground',
    until: (school, day) => `${school} answers by ${day}`,
  },
  act: {
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw this request?',
      text: 'The school will take no further action.',
      done: 'Withdrawn',
    },
    fulfil: {
      label: 'Answer: done',
      title: 'Answer that it was done',
      text: 'Say what was done. Once an erasure is answered, the person’s e-mail address and all their notices are deleted at once, and so are a student’s résumés, applications that have ended and visits to campus talks; agreements and evidence are not.',
      asksFor: 'What was done',
      done: 'Answered',
    },
    refuse: {
      label: 'Refuse',
      title: 'Refuse on a legal ground',
      text: 'The person who asked sees the reason, and can complain or sue.',
      done: 'Answered',
    },
  },
  settings: {
    title: 'Privacy settings',
    notice: 'Privacy notice',
    noticeHint:
      'A line that begins with “# ” is a heading, an empty line ends a paragraph. A published text is not changed: the next is another version.',
    noOwn:
      'The platform’s notice is shown now. Once the school publishes its own, everybody reads and agrees to it.',
    text: 'Notice in Chinese',
    textEn: 'Notice in English',
    responsible: 'Who is responsible, and how to reach them',
    responsibleHint: 'Name, telephone, e-mail, address, a line each',
    material: 'Purpose, way or kinds of data are others: everybody agrees anew',
    publish: 'Publish the next version',
    published: 'Published',
    versions: 'All versions',
    by: 'By',
    mark: 'agreed to anew',
    retention: 'How long it is kept',
    retentionHint:
      'In whole years after that of graduation, looked at once a day; nothing that runs is touched. What an agreement says stays always, proof for at least three years; sealed documents for at least five, until the graduate’s account is closed, and their fingerprints always. Empty keeps it.',
    roster: 'Roster data of students who signed and registered nothing (years)',
    resume: 'Résumés; the student is told 30 days before (years)',
    evidence: 'Proof of what has ended (years)',
    account: 'Graduates’ accounts: closed, with password, notices and e-mail address gone (years)',
    document: 'Sealed documents and drawn signatures (years)',
    look: 'See first what would go',
    wouldGo: ({ roster, resume, evidence, account, document }) =>
      `Today the roster data of ${roster} students, the résumés of ${resume} (30 days after they are told) and ${evidence} files would be erased, ${account} accounts closed, and the sealed documents of ${document} graduates removed.`,
    years: (least, most) => `A whole number from ${least} to ${most}, or nothing`,
    save: 'Save and switch on',
    saved: 'Saved',
  },
}
