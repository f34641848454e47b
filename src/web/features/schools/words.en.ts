import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Settings',
  sections: {
    levels: 'Review levels',
    numbers: 'Agreement numbers',
    archives: 'Archives of evidence',
    signing: 'Signing and registering',
    dissolution: 'Dissolution',
    corrections: 'Corrections of the roster',
    firstLogin: 'First login',
    staff: 'Staff accounts',
    posts: 'Job posts',
    events: 'Talks and fairs',
  },
  changedBy: (roles) => `Changed by: ${roles.join(', ')}. `,
  lastChanged: (name, at) => `Last: ${name}, ${at}.`,
  neverChanged: 'Not changed yet.',
  toChanges: 'What was changed',
  toAllChanges: 'All changes',
  toNotices: 'Notices',
  readOnly: 'You can read the settings; an administrator of the school changes them.',
  numbersHint: 'For agreements formed from now on; numbers that were given stay, and none is given twice.',
  numberPattern: 'Pattern of numbers',
  example: (year, online, paper) =>
    `For example (bachelor’s graduates of ${year}): signed online ${online}, on paper ${paper}`,
  noExample: 'An example stands here once the pattern is whole.',
  archivesHint:
    'How the files of an archive of evidence are named; whoever takes one may change it for that time.',
  archiveNames: 'How files are named',
  addPart: 'Press a part to add it at the end; capitals, digits and hyphens can be typed as they are.',
  parts: {
    YEAR: 'Year of graduation',
    SCHOOL: 'Code of the school',
    LEVEL: 'Level of study',
    KIND: 'Kind of signing',
    SERIAL: 'Serial (4 to 8 digits)',
  },
  ourPattern: 'Back to ours',
  signingHint: 'Invitations that are sent, and what has begun, keep what held when they began.',
  graduationYears: 'Years of graduation that are open',
  graduationYearsHint:
    'Only for these can invitations be sent and paper agreements and destinations be registered anew; with none ticked, for all.',
  classOf: (year) => year,
  registrationLimit: 'Registrations within thirty days at most',
  registrationLimitHint: 'Of paper agreements and other destinations, by one student.',
  requestLimit: 'Requests to dissolve within thirty days at most',
  requestLimitHint: 'Of one side, on one agreement; grounds of law are not counted.',
  correctionLimit: 'Corrections within thirty days at most',
  correctionLimitHint: 'That one student asks for.',
  window: 'Period of dissolutions',
  levelsHint: 'For what is submitted from now on; what is already submitted keeps the levels it began with.',
  agreementLevels: 'Agreements',
  dissolutionLevels: 'Dissolutions',
  destinationLevels: 'Destinations',
  correctionLevels: 'Corrections of the roster',
  recommendationLevels: 'Recommendations',
  correctable: 'What students may ask to have corrected',
  correctableHint:
    'What is not ticked the school keeps to itself. Student numbers and colleges are not among them: a college is changed in the student’s file.',
  schoolOnly: 'School only',
  collegeThenSchool: 'College, then school',
  firstLoginBy: 'How students sign in the first time',
  firstLoginByHint:
    'Whoever knows a birthday and a home county can guess most of an ID number: one fact more is safer. Students for whom the roster lacks it are given an activation code, in their files.',
  firstLoginWays: {
    'id-number': 'ID number',
    'exam-number': 'ID number and examinee number (考生号)',
    'phone-tail': 'ID number and the last four digits of the phone that the school has',
    'activation-code': 'Only an activation code of the school',
  },
  firstLoginTries: 'Wrong tries at most',
  firstLoginTriesHint:
    'After so many wrong tries in all a student’s first login is closed until the school opens it again in the student’s file; the school and the student are told.',
  minDays: 'Shortest time to answer (days)',
  defaultDays: 'Usual time to answer (days)',
  defaultDaysHint:
    'What an employer finds filled in; it may choose anything between the shortest and the longest.',
  maxDays: 'Longest time to answer (days)',
  fulfilmentDays: 'Time to confirm reporting for work (days)',
  fulfilmentDaysHint:
    'Asked by the employer or the school, the student answers within this time; without an answer the school looks into it and decides.',
  sealAfterReview: 'After the review the employer seals, and only then an agreement is in force',
  sealAfterReviewHint:
    'Holds for invitations sent from then on: those that were sent, and what comes of them, keep what held then. Paper agreements are sealed before they are registered.',
  sealReminderDays: 'Time between reminders of the seal (working days)',
  sealReminderDaysHint: 'Counted from the review, Monday to Friday; public holidays are not taken off.',
  sealReminders: 'Number of reminders',
  sealRemindersHint:
    'Where one more interval after the last has passed, the school is told and may end the agreement with a reason.',
  inOrder: 'The usual time must lie between the shortest and the longest',
  declineNeedsReason: 'A student who declines must give a reason',
  staffSecondFactor: 'Staff must sign in with a second factor',
  staffSecondFactorHint: 'Once saved, whoever has none yet (you too) sets it up before anything else.',
  postsADay: 'Posts that an employer submits a day, at most',
  applicationDays: 'Days in which an employer answers an application',
  applicationDaysHint:
    'Afterwards it counts as unanswered in the employer’s answer rate, which students and visitors read. Holds for what is applied for from now on.',
  postsADayHint: 'Once the limit is reached, more can be submitted from 0:00 of the next day.',
  postsAtOnce: 'Publish at once what admitted employers submit',
  postsAtOnceHint:
    'The school can take a post down at any time. What the wording forbids is refused in any case.',
  postChangesReviewed: 'Look at changes of published posts before visitors see them',
  postChangesReviewedHint:
    'Number wanted and last day change at once; until you have looked, visitors read the old text.',
  absenceLimited: 'Whoever is absent often may not sign up for a while',
  absenceLimitedHint:
    'Whoever signed up and was not counted is recorded as absent, and may appeal. From the limit on, a student signs up for no talk or fair for a while; without a tick, absences are recorded only.',
  absenceLimit: 'Absences at most',
  absenceDays: 'Days in which an absence counts',
  absenceDaysHint: 'From the day of the event; an older one counts no more.',
  postWording: 'Phrases that posts are checked for',
  admitsKnown: 'Admit at once employers that another school has admitted',
  admitsKnownHint: 'Not those that any school has suspended or rejected: these wait for your review.',
  dissolutionHint:
    'Students see these rules before they sign. Invitations that are sent, and agreements that come of them, keep the rules of the day they were sent; the period is always the latest.',
  answerDays: 'Time for the other side to answer (days)',
  answerDaysHint:
    'When one side asks, the other answers within this many days; after that the school mediates.',
  coolDownDays: 'Wait after a refusal or a withdrawal (days)',
  coolDownDaysHint:
    'Days until the side whose request was refused, or that withdrew it, may ask again on the same agreement. 0 means no wait.',
  breachLimited: 'Limit how often a student may breach',
  breachLimitedHint:
    'At the limit a student can no longer ask on grounds of the student’s own breach; grounds of law and mutual agreement stay open.',
  breachLimit: 'Breaches allowed',
  windowed: 'Accept requests only in a certain period',
  windowedHint:
    'Outside it nobody can ask, except on grounds of law. Without the tick, requests are accepted all year.',
  windowFrom: 'First day',
  windowTo: 'Last day (included)',
  windowOrder: 'The last day cannot be before the first',
  alertAt: 'Alert for many requests (students)',
  alertAtHint:
    'The school is told when one employer has asked this many of its students to dissolve within thirty days.',
  saved: 'Saved; what is already submitted keeps the levels it began with',
}
