import { randomUUID } from 'node:crypto'
import { parse as parseDisposition } from 'content-disposition'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { absenceActs } from '../../src/contracts/absences.ts'
import { getMe } from '../../src/contracts/accounts.ts'
import { admissionActs, applyToSchool } from '../../src/contracts/admissions.ts'
import { agreementActs, registerPaper } from '../../src/contracts/agreements.ts'
import { announcementActs, writeAnnouncement } from '../../src/contracts/announcements.ts'
import { employerTokens, schoolTokens } from '../../src/contracts/api-tokens.ts'
import {
  applicationActs,
  applyForJob,
  assessApplication,
  decideApplications,
  getApplication,
} from '../../src/contracts/applications.ts'
import { getAuditContent, signAudit } from '../../src/contracts/audits.ts'
import { askChecks, checkActs, explainChecks, listChecks } from '../../src/contracts/checks.ts'
import { addCode, changeCode, getCodeTable } from '../../src/contracts/code-tables.ts'
import { getMyConfirmation, saveConfirmationPeriod } from '../../src/contracts/confirmations.ts'
import { correctionActs, submitCorrection, unmaskCorrection } from '../../src/contracts/corrections.ts'
import { noteDeregistration } from '../../src/contracts/deregistrations.ts'
import {
  declareDestination,
  destinationActs,
  fillInDestination,
  type formField,
} from '../../src/contracts/destinations.ts'
import { askDissolution, askDissolutions, dissolutionActs } from '../../src/contracts/dissolutions.ts'
import { changeOwnEmployer, getOwnEmployer, registerEmployer } from '../../src/contracts/employer-records.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { openOriginal, readEvidence, uploadEvidence } from '../../src/contracts/evidence.ts'
import { addExportTemplate, exportTemplateActs } from '../../src/contracts/exports.ts'
import { applyForBooth, entryActs } from '../../src/contracts/fair-entries.ts'
import { countFairArrivals } from '../../src/contracts/fair-visits.ts'
import { draftFair, fairActs } from '../../src/contracts/fairs.ts'
import { correctHelpRecord, listToHelp, sendHelpNotice, writeHelpRecord } from '../../src/contracts/help.ts'
import { interviewActs, proposeInterviews } from '../../src/contracts/interviews.ts'
import { invitationActs, sendInvitation } from '../../src/contracts/invitations.ts'
import { leavesOf, valuesAt } from '../../src/contracts/leaves.ts'
import { addMajor, changeMajor, enterMajors } from '../../src/contracts/majors.ts'
import { addMember } from '../../src/contracts/members.ts'
import { momentActs, planMoment } from '../../src/contracts/moments.ts'
import { getNoticeText, saveNoticeText } from '../../src/contracts/notice-texts.ts'
import { listNotifications } from '../../src/contracts/notifications.ts'
import { objectionActs, raiseObjection } from '../../src/contracts/objections.ts'
import { saveOwnFields } from '../../src/contracts/own-fields.ts'
import { issuePaperForms, paperFormActs } from '../../src/contracts/paper-forms.ts'
import { addPasskey, beginPasskey, listPasskeys, renamePasskey } from '../../src/contracts/passkeys.ts'
import { addAdministrator, openSchool, resumeSchool, suspendSchool } from '../../src/contracts/platform.ts'
import { uploadPostFile } from '../../src/contracts/post-files.ts'
import { reportActs, reportPost } from '../../src/contracts/post-reports.ts'
import {
  getOwnPost,
  getPost,
  ownPostActs,
  postActs,
  savePostWording,
  writePost,
} from '../../src/contracts/posts.ts'
import { getKeptPage, publishNotice } from '../../src/contracts/privacy.ts'
import { askPrivacyRequest, privacyRequestActs } from '../../src/contracts/privacy-requests.ts'
import { saveOwnSite } from '../../src/contracts/public-site.ts'
import { askRecommendation, recommendationActs } from '../../src/contracts/recommendations.ts'
import { refuseRecovery, startRecovery } from '../../src/contracts/recoveries.ts'
import { resumeActs, saveResume, startResume } from '../../src/contracts/resumes.ts'
import { downloadRoster, unmaskStudent } from '../../src/contracts/roster.ts'
import { saveSchoolSignIn } from '../../src/contracts/school-sign-in.ts'
import { addCollege, renameCollege } from '../../src/contracts/schools.ts'
import { addStaff, changeDuty, disableStaff, resetSecondFactor } from '../../src/contracts/staff.ts'
import { addStudent, enrolmentActs, fillInStudent, moveStudent } from '../../src/contracts/students.ts'
import { countArrivals, signUp } from '../../src/contracts/talk-visits.ts'
import { requestTalk, talkActs } from '../../src/contracts/talks.ts'
import {
  renameTermTemplate,
  replaceTermTemplate,
  saveTermTemplate,
} from '../../src/contracts/term-templates.ts'
import { enterTransfers } from '../../src/contracts/transfer-sheets.ts'
import { listTransfers, prepareTransfers, transferActs } from '../../src/contracts/transfers.ts'
import { addVenue, venueActs } from '../../src/contracts/venues.ts'
import { makeVerificationCode } from '../../src/contracts/verification-codes.ts'
import { dayInChina } from '../../src/domain/day.ts'
import { DIMENSIONS } from '../../src/domain/figures/dimensions.ts'
import { fileNameOf } from '../../src/domain/file-name.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { NO_CONTENT } from '../../src/domain/public-site.ts'
import { hiddenCharacterIn, normalLine, normalText } from '../../src/domain/text.ts'
import { NUMBER_KINDS } from '../../src/domain/transfer/record.ts'
import { startWorkers } from '../../src/server/background/workers.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { runChecks } from '../../src/server/features/checks/running.ts'
import { changeSettings } from '../../src/server/features/notifications/settings.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { openMail } from '../../src/server/services/mail.ts'
import { newAuthenticator } from '../../src/server/testing/authenticator.ts'
import { declarationOf, findFormOf, rightAnswers } from '../../src/server/testing/destination-forms.ts'
import { givenAbsence } from '../../src/server/testing/given-absence.ts'
import { sampleTransferTo } from '../../src/server/testing/given-transfer.ts'
import { startMailServer } from '../../src/server/testing/mail-server.ts'
import { addOwnFields, ownField } from '../../src/server/testing/own-fields.ts'
import { registeredPaper } from '../../src/server/testing/registered-paper.ts'
import { typedStudent } from '../../src/server/testing/roster-files.ts'
import { givenPost, sampleEntry, sampleFair } from '../../src/server/testing/sample-fair.ts'
import { TURNED } from '../../src/server/testing/sample-files.ts'
import { samplePost } from '../../src/server/testing/sample-post.ts'
import { sampleResume, writtenResume } from '../../src/server/testing/sample-resume.ts'
import { sampleTalk, sampleVenue } from '../../src/server/testing/sample-talk.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../src/server/testing/scenario.ts'
import { notificationText } from '../../src/words/notifications.ts'
import { ENDPOINTS, PROPOSAL } from './contract.ts'

/** For pages, spreadsheets, the heads of e-mails, file names and our own templates; what hides is refused at the door. */
const NASTY: Readonly<Record<string, string>> = {
  // One text for many readers: a formula stands at the start, the others anywhere.
  'what runs': `="<img onerror=a()>{{reason}}";f="a.html`,
  'the head of a letter': '甲\r\nBcc: victim@example.org\r\n\r\n<b>乙',
}

/** They are compared with what is there, sought or kept as a number, and shown to nobody else. */
const SHOWN_TO_NOBODY = [
  'signIn login',
  'askForLink login',
  'recoverByCode login',
  'passVerification name',
  'passVerification secondFact',
  'makeActivationCodes className',
  'moveStudent collegeId',
  'findStudentToInvite name',
  'findStudentToInvite studentNumber',
  'sendInvitation studentName',
  ...['registerEmployer', 'changeOwnEmployer'].flatMap((name) =>
    ['industry', 'size', 'nature', 'region'].map((code) => `${name} ${code}`),
  ),
  'renameCollege seenName',
  ...['addMajor ', 'changeMajor ', 'enterMajors listed.*.'].flatMap((of) => [
    `${of}educationLevel`,
    `${of}colleges.*`,
  ]),
  // A rule reads it part by part and lets nothing else through.
  'saveSettings numberPattern',
  'findByDocument documentNumber',
  // A rule takes nothing of a text but its own data; a provider's template id goes to nobody but the gateway.
  'saveMessageChannel templates.*.template',
  'saveMessageChannel templates.*.text',
  'tryMessageChannel to',
  // Signed by the gateway of the administrators who read it (`messages/reports.test.ts`).
  'reportDelivery data.said',
  // One's own filters; what the journal keeps of a download no page shows.
  ...['saveRosterFilter', 'downloadRoster'].flatMap((name) =>
    ['q', 'college', 'major', 'className', 'level'].map((field) => `${name} filter.${field}`),
  ),
  // They say to whom a notice goes.
  'takeReferrals college',
  ...['college', 'hardship', 'q'].map((field) => `sendHelpNotice helpFilter.${field}`),
  // They say for whom records are made, and which of them are taken as a file.
  'prepareTransfers transferWhom.college',
  ...['q', 'college', 'batch'].map((field) => `takeTransfers transferFilter.${field}`),
  // Kept in capitals without blanks, as a number is.
  ...['send', 'number'].flatMap((act) =>
    NUMBER_KINDS.map((kind) => `transferActs.${act} transferNumbers.${kind}`),
  ),
  ...NUMBER_KINDS.map((kind) => `enterTransfers transferRows.*.numbers.${kind}`),
  // They narrow figures; what the journal keeps of it no page shows.
  ...['college', 'major', 'level', 'gender', 'home'].map((field) => `downloadDevelopment filter.${field}`),
  ...['downloadFigureTable', 'downloadFigureRows', 'takePicture', 'downloadMomentRows', 'takeExport'].flatMap(
    (name) => DIMENSIONS.map((field) => `${name} filter.${field}`),
  ),
  // The roster's own values, which `addStudent` tells; the name of a file is in a journal of which no page shows it.
  'correctByFile corrections.*.values.*',
  'correctByFile returnedFile',
  // Out of lists, or refused.
  ...['addExportTemplate', 'exportTemplateActs.save'].flatMap((name) =>
    ['field', 'form', 'need'].map((part) => `${name} exportColumns.*.${part}`),
  ),
  // Written where a download's is, by one function (`recordTaken`).
  'takeReferrals reason',
  'downloadFigureRows reason',
  'downloadMomentRows reason',
  'takeExport reason',
  'takeTransfers reason',
  'takeCopy reason',
  'takeAudit reason',
  // Written where that of one employer is, by one function (`addDeregistrations`).
  'enterDeregistrations readFrom',
  // In the school's journal, of which no page shows it.
  'withdrawDeregistration reason',
  'readRosterReport reason',
  'takeArchive reason',
  // Compared, and shown of it is a college's own name and numbers that somebody has; names of files are each made safe (`domain/evidence-archive/names.ts`).
  'saveSettings archiveNames',
  'takeResumes fileNames',
  'takeResumes filter.q',
  ...['filter.college', 'span.from', 'span.to', 'names'].map((field) => `takeArchive ${field}`),
  // A student's own, whose names nobody else reads.
  ...[
    'searchName',
    'sought.q',
    'sought.region',
    'sought.category',
    'sought.industry',
    'sought.nature',
    'sought.major',
  ].map((field) => `saveSearch ${field}`),
  'saveRosterFilter name',
  'forgetRosterFilter name',
  'savePlaceFacts rows.*.region',
  'changeCode seen.name',
  'changeCode seen.nameEn',
  // Nothing but a fingerprint comes of it.
  ...['position', 'regionName', 'workAddress', 'contactName', 'remarks.*', 'benefits', 'housing'].map(
    (field) => `fingerprintTerms terms.${field}`,
  ),
  ...['file.receiver', 'file.address', 'file.contactName', 'household.address'].map(
    (field) => `fingerprintTerms terms.${field}`,
  ),
  'fingerprintRequest reason',
]
/** As much of it as the shortest field takes: a word of a list. */
const short = (nasty: string) => nasty.slice(0, 30)
const textsOf = ({ schema }: Endpoint) =>
  schema.body && !schema.consumes
    ? leavesOf(schema.body).filter(
        ({ schema: of }) =>
          of.meta()?.format !== 'password' && of.safeParse(short(NASTY['what runs']!)).success,
      )
    : []
const nameOf = (endpoint: Endpoint) => ENDPOINTS.find(([, one]) => one === endpoint)![0]

let server: Awaited<ReturnType<typeof startMailServer>>
let mail: Awaited<ReturnType<typeof openMail>>
let s: Scenario
let school: string
beforeAll(async () => {
  server = await startMailServer()
  mail = await openMail(server.url, '签约 <sign@school.example>')
  s = await startScenario(mail)
  await startWorkers(s.queue.boss, s.services)
})
afterAll(async () => {
  await s.stop()
  mail.close()
  await server.stop()
})

const withAt = (value: unknown, [first, ...rest]: readonly string[], put: string): unknown => {
  if (first === undefined) return put
  if (Array.isArray(value))
    return (value.length > 0 ? value : [undefined]).map((one) => withAt(one, rest, put))
  // The values of a record, whose keys stand for something.
  if (first === '*' && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withAt(one, rest, put)]))
  return {
    ...(value as object),
    [first]: withAt((value as Record<string, unknown> | undefined)?.[first], rest, put),
  }
}

/** Every field that was sent nasty, and taken. */
const told = new Set<string>()
/** Sends a body with every text in it nasty; the answer, which must be a yes. */
async function send(who: Visitor, endpoint: Endpoint, id: string, body: object, nasty: string, shortId = '') {
  const texts = textsOf(endpoint)
  const spoilt = texts.reduce<unknown>(
    (whole, { path }) =>
      path[0] === 'details' ||
      path[0] === 'values' ||
      SHOWN_TO_NOBODY.includes(`${nameOf(endpoint)} ${path.join('.')}`)
        ? whole
        : withAt(whole, path, nasty),
    body,
  )
  const answer = await who.ask(endpoint, {
    params: {
      school,
      id,
      code: school,
      college: '01',
      majorCode: '050101',
      kind: 'region',
      figure: 'minimum-wage',
      row: '110000',
      notice: 'paper-dissolution',
      shortId,
    },
    body: spoilt,
  })
  expect([nameOf(endpoint), answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([
    nameOf(endpoint),
    200,
    '',
  ])
  for (const { path } of texts)
    if (valuesAt(spoilt, path).some(({ value }) => value === nasty))
      told.add(`${nameOf(endpoint)} ${path.join('.')}`)
  return answer.json()
}

/** No desk has names of several lines. */
const asFileName = (nasty: string) => nasty.replace(/\s+/g, ' ')

let made = 0
const codeOf = () => withCreditCheck(`91420100MA4N${String(made++).padStart(5, '0')}`)

/** The pages that are made of what was typed: nothing of it is markup there, and nothing of it runs. */
async function lookAtPublicPages(address: string) {
  const { pathname } = new URL(address, 'http://localhost')
  for (const url of [
    pathname,
    `/s/${school}`,
    `/s/${school}/announcements`,
    `/s/${school}/announcements.rss`,
  ])
    for (const language of ['', '?lang=en']) {
      const { statusCode, body } = await s.app.inject({ url: `${url}${language}` })
      expect([url, statusCode]).toEqual([url, 200])
      expect(body).not.toMatch(/<img(?! class="hero-picture")|<b>乙(?!<\/b>)|<script/)
    }
}

const CONFIRMATION_PERIOD = { year: 2026, seenVersion: 0, opensOn: '2026-06-01', closesOn: '2026-06-30' }

/** What a school writes of a graduate whom it helps, and to them. */
async function help(staff: Visitor, nasty: string) {
  const day = dayInChina(s.now())
  const {
    items: [helped],
  } = await staff.call(listToHelp, { params: { school }, query: {} })
  const content = { spokeOn: day, spokeBy: 'phone', wishFor: null, nextOn: day }
  const { records } = await send(staff, writeHelpRecord, helped!.id, content, nasty)
  await send(staff, correctHelpRecord, records[0]!.id, { ...content, seenVersion: 1 }, nasty)
  const helpFilter = { students: [helped!.id] }
  await send(staff, sendHelpNotice, '', { seenTotal: 1, helpFilter }, nasty)
}

/** Where files go, and what becomes of them on their way. */
async function transfer(staff: Visitor, nasty: string) {
  const day = dayInChina(s.now())
  const days = { sentOn: day, receivedOn: day, returnedOn: day }
  const transferNumbers = { tracking: '', transfer: '', verification: '', migration: '' }
  const made = async () => {
    const { id } = await s.student(school)
    const body = {
      transferKind: 'file',
      transferWay: sampleTransferTo,
      transferWhom: { students: [id] },
      seenTotal: 1,
    }
    await send(staff, prepareTransfers, '', body, nasty)
    const { items } = await staff.call(listTransfers, { params: { school }, query: { pageSize: 100 } })
    const record = items.find(({ studentId }) => studentId === id)!
    await send(staff, transferActs.change, record.id, { seenVersion: 1, transferTo: sampleTransferTo }, nasty)
    return record.id
  }
  const [gone, kept, listed] = [await made(), await made(), await made()]
  await send(staff, transferActs.cancel, kept, { seenVersion: 2 }, nasty)
  await send(staff, transferActs.send, gone, { seenVersion: 2, sentOn: day, transferNumbers }, nasty)
  await send(staff, transferActs.return, gone, { seenVersion: 3, returnedOn: day }, nasty)
  const row = { id: listed, seenVersion: 2, ...days, reason: '', numbers: {} }
  await send(staff, enterTransfers, '', { transferRows: [row] }, nasty)
}

/** Posts of an employer: everything that it and the school say of them, and what visitors read. */
async function recruit(hr: Visitor, staff: Visitor, nasty: string) {
  const lists = { blocking: [''], doubtful: [''], exceptions: [''] }
  await send(staff, savePostWording, '', { wording: 'age', seenVersion: 0, ...lists }, short(nasty))
  await staff.call(savePostWording, {
    params: { school },
    body: { wording: 'age', seenVersion: 1, blocking: [], doubtful: [], exceptions: [] },
  })
  const contact = { ...samplePost.contact, name: '' }
  const said = { ...samplePost, title: '', benefits: '', contact }
  const post = async () => {
    const file = { query: { name: asFileName(nasty) }, file: SMALL_PDF }
    const { id: attachment } = await hr.call(uploadPostFile, file)
    const { id } = await send(hr, writePost, '', { ...said, attachment }, nasty)
    const edited = await send(hr, ownPostActs.edit, id, { ...said, attachment, seenVersion: 1 }, nasty)
    await hr.call(ownPostActs.submit, {
      params: { id },
      body: { seenVersion: edited.version, schools: [school] },
    })
    return id as string
  }
  const walk = async (id: string, ...actions: (keyof typeof postActs)[]) => {
    let seenVersion = 1
    for (const action of actions) {
      const who = action === 'answer' ? hr : staff
      const body = { seenVersion, reason: '', rejection: 'other', mayRetry: false }
      seenVersion = (await send(who, postActs[action], id, body, nasty)).version
    }
    return seenVersion
  }
  await walk(await post(), 'ask', 'answer', 'return', 'reject')
  for (const decision of ['pass-change', 'return-change', 'take-down'] as const) {
    const id = await post()
    await walk(id, 'publish')
    const { body } = await s.app.inject({ url: `/s/${school}/jobs` })
    expect(body).not.toMatch(/<img|<b>乙(?!<\/b>)|<script/)
    const { version } = await hr.call(getOwnPost, { params: { id } })
    const changed = { ...samplePost, headcount: 4, education: 'master' as const, seenVersion: version }
    await hr.call(ownPostActs.edit, { params: { id }, body: changed })
    const body2 = { seenVersion: 3, reason: '' }
    await send(staff, postActs[decision], id, body2, nasty)
  }
  const reader = (await s.student(school)).first
  const opened = async () => {
    const id = await post()
    await walk(id, 'publish')
    const { address } = await staff.call(getPost, { params: { school, id } })
    return address.split('/').at(-1)!
  }
  const { id: resumeId } = await writtenResume(reader, school)
  const apply = async () => send(reader, applyForJob, '', { resumeId }, nasty, await opened())
  const [offered, declined, batched, taken] = [await apply(), await apply(), await apply(), await apply()]
  await send(hr, applicationActs.shortlist, offered.id, { seenVersion: 1 }, nasty)
  await send(hr, applicationActs.offer, offered.id, { seenVersion: 2 }, nasty)
  await send(hr, assessApplication, offered.id, { seenVersion: 0, mark: null }, nasty)
  await send(hr, applicationActs.decline, declined.id, { seenVersion: 1 }, nasty)
  const several = [{ school, id: batched.id, seenVersion: 1 }]
  await send(hr, decideApplications, '', { decision: 'decline', items: several }, nasty)
  const met = await apply()
  await send(hr, applicationActs.shortlist, met.id, { seenVersion: 1 }, nasty)
  const { interviews } = await send(
    hr,
    applicationActs.interview,
    met.id,
    { seenVersion: 2, ...PROPOSAL },
    nasty,
  )
  const [{ id: interviewId }] = interviews
  for (const [seenVersion, action, by] of [
    [1, 'ask', reader],
    [2, 'change', hr],
    [3, 'decline', reader],
  ] as const)
    await send(by, interviewActs[action], interviewId, { seenVersion, ...PROPOSAL }, nasty)
  const again = async (seenVersion: number) => {
    await send(hr, proposeInterviews, '', { items: [{ id: met.id, seenVersion }], ...PROPOSAL }, nasty)
    return (await hr.call(getApplication, { params: { school, id: met.id } })).interviews
  }
  const { id: placed, slots } = (await again(3)).find(({ id }) => id !== interviewId)!
  const picked = { seenVersion: 1, slotId: slots[0]!.id }
  await reader.call(interviewActs.pick, { params: { school, id: placed }, body: picked })
  await send(hr, interviewActs.relocate, placed, { seenVersion: 2, ...PROPOSAL }, nasty)
  await send(hr, interviewActs.cancel, placed, { seenVersion: 3 }, nasty)
  await send(reader, applicationActs.withdraw, taken.id, { seenVersion: 1 }, nasty)
  for (const [action, by] of [
    ['dismiss', staff],
    ['withdraw', reader],
    ['uphold', staff],
  ] as const) {
    const report = await send(reader, reportPost, '', { reportGround: 'fraud' }, nasty, await opened())
    await send(by, reportActs[action], report.id, { seenVersion: 1, reason: '', takeDown: '' }, nasty)
  }
  const employer = await s.employer(school)
  for (const student of [await s.student(school), await s.student(school)])
    await s.certify(await s.sign(employer, student), { first: staff })
  await staff.call(askChecks, { params: { school } })
  await runChecks(s.services, s.now())
  const {
    items: [one, other],
  } = await staff.call(listChecks, { params: { school }, query: { checkRule: 'missing-fields' } })
  const explained = { seenVersion: one!.version, reason: '' }
  await send(staff, checkActs.explain, one!.id, explained, nasty)
  await send(staff, checkActs.close, one!.id, { ...explained, seenVersion: one!.version + 1 }, nasty)
  const items = [{ id: other!.id, seenVersion: other!.version }]
  await send(staff, explainChecks, '', { items, reason: '' }, nasty)
  await send(staff, saveConfirmationPeriod, '', CONFIRMATION_PERIOD, nasty)
  const audited = { params: { school }, query: { year: 2026 } }
  const { hash: seen } = await staff.call(getAuditContent, audited)
  await send(staff, signAudit, '', { year: 2026, seenHash: seen }, nasty)
  await help(staff, nasty)
  await transfer(staff, nasty)
  for (const [action, by] of [
    ['dismiss', staff],
    ['withdraw', reader],
    ['uphold', staff],
  ] as const) {
    const { seenHash } = await reader.call(getMyConfirmation, { params: { school } })
    const { id } = await send(reader, raiseObjection, '', { seenHash }, nasty)
    await send(by, objectionActs[action], id, { seenVersion: 1, reason: '' }, nasty)
  }
  return reader
}

/** A fair in such a venue, an employer's part in it, and its door. */
async function fair(hr: Visitor, staff: Visitor, venueId: string, nasty: string) {
  const day = dayInChina(s.now())
  const slot = { day, from: '17:00', until: '18:00' }
  const said = { ...sampleFair, title: '', description: '', applyUntil: day }
  const placing = { venueIds: [venueId], slot }
  const { id } = await send(staff, draftFair, '', { ...said, ...placing }, nasty)
  const sooner = { ...placing, slot: { day, from: '11:30', until: '12:30' } }
  await send(staff, fairActs.place, id, { ...placing, seenVersion: 1 }, nasty)
  await send(staff, fairActs.announce, id, { seenVersion: 2 }, nasty)
  await send(staff, fairActs.change, id, { ...said, seenVersion: 3 }, nasty)
  const posts = [await givenPost(hr, staff, school)]
  const bringing = {
    ...sampleEntry,
    posts,
    contact: { ...sampleEntry.contact, name: '' },
    people: [short(nasty)],
  }
  const joined = await send(hr, applyForBooth, id, bringing, nasty)
  const own = joined.entry.id
  await send(hr, entryActs.change, own, { ...bringing, seenVersion: 1 }, nasty)
  await send(staff, entryActs['let-in'], own, { seenVersion: 2 }, nasty)
  await send(staff, entryActs.place, own, { seenVersion: 3, booth: 'B01', insteadOf: null }, nasty)
  for (const url of [new URL(joined.address).pathname, `/s/${school}/fairs`, `/s/${school}/talks.rss`]) {
    const { statusCode, body } = await s.app.inject({ url })
    expect([url, statusCode]).toEqual([url, 200])
    expect(body).not.toMatch(/<img|<b>乙(?!<\/b>)|<script>/)
  }
  await send(staff, entryActs['turn-down'], own, { seenVersion: 4, entryGround: 'other' }, nasty)
  const again = await send(hr, applyForBooth, id, bringing, nasty)
  await send(hr, entryActs.withdraw, again.entry.id, { seenVersion: 1 }, nasty)
  await send(staff, fairActs.move, id, { ...sooner, seenVersion: 4 }, nasty)
  const scans = [{ id: randomUUID(), at: s.now().toISOString(), studentNumber: '' }]
  await send(staff, countFairArrivals, id, { scans }, short(nasty))
  await send(staff, fairActs['call-off'], id, { seenVersion: 5 }, nasty)
}

/** Talks of an employer, the school's venues, and the door. */
async function talk(hr: Visitor, staff: Visitor, nasty: string) {
  const facts = { ...sampleVenue, name: '', nameEn: '', place: '', placeEn: '' }
  const {
    items: [venue],
  } = await send(staff, addVenue, '', facts, nasty)
  await send(staff, venueActs.change, venue.id, { ...facts, seenVersion: 1 }, nasty)
  const said = { ...sampleTalk, title: '', description: '', contact: { ...sampleTalk.contact, name: '' } }
  const request = async (): Promise<string> => (await send(hr, requestTalk, '', said, nasty)).id
  const id = await request()
  await send(staff, talkActs['hand-back'], id, { seenVersion: 1 }, nasty)
  await send(hr, talkActs.change, id, { ...said, seenVersion: 2 }, nasty)
  const today = { day: dayInChina(s.now()), from: '11:30', until: '12:30' }
  const placing = { venueId: venue.id, slot: sampleTalk.wishes[0], places: 10 }
  const placed = await send(staff, talkActs.schedule, id, { ...placing, seenVersion: 3 }, nasty)
  const { pathname } = new URL(placed.address)
  for (const url of [pathname, `/s/${school}/talks`, `/s/${school}/talks.rss`]) {
    const { statusCode, body } = await s.app.inject({ url })
    expect([url, statusCode]).toEqual([url, 200])
    expect(body).not.toMatch(/<img|<b>乙(?!<\/b>)|<script>/)
  }
  await send(staff, talkActs.move, id, { ...placing, slot: today, seenVersion: 4 }, nasty)
  const scans = [{ id: randomUUID(), at: s.now().toISOString(), studentNumber: '' }]
  await send(staff, countArrivals, id, { scans }, short(nasty))
  for (const answer of ['excuse', 'uphold'] as const) {
    const student = await s.student(school)
    await student.first.call(signUp, { params: { school, id } })
    const absence = await givenAbsence(s.db, { school, talk: id, student: student.id, at: s.now() })
    await send(student.first, absenceActs.appeal, absence, { seenVersion: 1 }, nasty)
    await send(staff, absenceActs[answer], absence, { seenVersion: 2 }, nasty)
  }
  await send(staff, talkActs.cancel, id, { seenVersion: 5 }, nasty)
  await fair(hr, staff, venue.id, nasty)
  await send(staff, talkActs['turn-down'], await request(), { seenVersion: 1, talkGround: 'other' }, nasty)
  await send(hr, talkActs.withdraw, await request(), { seenVersion: 1 }, nasty)
}

/** Figures that will be kept. */
async function moment(staff: Visitor, nasty: string) {
  const when = { day: nasty.startsWith('=') ? '2026-07-04' : '2026-07-05', time: '17:00' }
  const { id } = await send(staff, planMoment, '', { name: '', when }, nasty)
  await send(staff, momentActs.rename, id, { seenVersion: 1 }, nasty)
}

/** Versions of a student’s résumé. */
async function writeResumes(student: Visitor, nasty: string) {
  const { id, version } = await send(student, startResume, '', {}, nasty)
  const written = { seenVersion: version, resume: sampleResume }
  await send(student, saveResume, id, written, nasty)
  await student.call(resumeActs.rename, { params: { school, id }, body: { resumeName: '另一份' } })
  const { items } = await send(student, resumeActs.copy, id, {}, nasty)
  const copy = items.find((one: { id: string }) => one.id !== id)
  await student.call(resumeActs.rename, {
    params: { school, id: copy.id },
    body: { resumeName: '副本' },
  })
  await send(student, resumeActs.rename, id, {}, nasty)
}

/** A school's own template of exports, and another version of it; what a field and a form may be is read out of lists. */
async function reportByTemplate(staff: Visitor, nasty: string) {
  const column = { heading: '', below: '', field: 'constant', form: 'plain', constant: '', need: 'nobody' }
  const said = { templateName: '', exportColumns: [column] }
  const { id } = await send(staff, addExportTemplate, '', said, nasty)
  await send(staff, exportTemplateActs.save, id, { ...said, seenVersion: 1 }, nasty)
}

/** Those who run a school and the platform, before anybody signs. */
async function run(staff: Visitor, nasty: string) {
  const operator = (await s.enter({ portal: 'platform' })).first
  const administrator = { login: 'first', name: '某' }
  const name = { name: '某大学', nameEn: 'A university' }
  await send(operator, openSchool, '', { code: String(50_000 + made++), ...name, administrator }, nasty)
  await send(operator, addAdministrator, '', { ...administrator, reason: '增加' }, nasty)
  await send(operator, suspendSchool, '', { reason: '暂停' }, nasty)
  await send(operator, resumeSchool, '', { reason: '恢复' }, nasty)
  const { version } = await staff.call(getNoticeText, { params: { school, notice: 'paper-dissolution' } })
  await send(staff, saveNoticeText, '', { seenVersion: version, zh: '', en: '' }, nasty)
  await send(staff, publishNotice, '', { seenNotice: 0, material: false }, nasty)
  const texts = { title: '', titleEn: '', body: '', bodyEn: '', author: '' }
  const file = async () => [await s.scan(staff, school, asFileName(nasty))]
  const said = { ...texts, pinned: true }
  const news = await send(staff, writeAnnouncement, '', { ...said, evidence: await file() }, nasty)
  await send(
    staff,
    announcementActs.edit,
    news.id,
    { ...said, seenVersion: 1, evidence: await file() },
    nasty,
  )
  await send(staff, announcementActs.publish, news.id, { seenVersion: 2, shownOn: null }, nasty)
  await lookAtPublicPages(news.address)
  await send(staff, announcementActs.withdraw, news.id, { seenVersion: 3 }, nasty)
  const date = { graduationYear: 2026, day: '2026-06-20', event: '', eventEn: '' }
  const looks = { colour: null, accent: null, pictureId: null }
  const site = { ...NO_CONTENT, ...looks, contact: NO_CONTENT.contact, dates: [date], seenVersion: 0 }
  await send(staff, saveOwnSite, '', site, nasty)
  await lookAtPublicPages(`/s/${school}`)
  const { items } = await operator.call(getCodeTable, { params: { kind: 'region' }, query: { q: '110000' } })
  const years = { validFrom: null, validUntil: null }
  const seen = { name: items[0]!.name, nameEn: items[0]!.nameEn, ...years }
  await send(operator, changeCode, '', { ...seen, seen }, nasty)
  const added = { id: String(980_000 + made++), parent: null, like: null, ...years }
  await send(operator, addCode, '', added, nasty)
  const university = { way: 'cas', server: 'https://cas.example.edu.cn/cas', secret: '', alsoStaff: false }
  await send(staff, saveSchoolSignIn, '', { ...university, seenVersion: 0 }, nasty)
  await send(staff, schoolTokens.make, '', { scopes: ['cases.read'], endsOn: dayInChina(s.now()) }, nasty)
  const forgetful = await s.student(school)
  await s.setPassword(forgetful.userId, 'Qiao-Liang-2026')
  await send(staff, startRecovery, forgetful.id, {}, nasty)
  await send(staff, refuseRecovery, forgetful.id, { seenVersion: 1 }, nasty)
  const { first } = forgetful
  const { options } = await first.call(beginPasskey, { body: { password: 'Qiao-Liang-2026' } })
  const key = { name: '', answer: newAuthenticator().create(options) }
  await send(first, addPasskey, '', key, nasty)
  const [passkey] = (await first.call(listPasskeys)).items
  await send(first, renamePasskey, passkey!.id, { name: '' }, nasty)
  await send(staff, addCollege, '', { id: '03', name: '三院' }, nasty)
  const major = { educationLevel: '31', colleges: ['01'], majorName: '某' }
  await send(staff, addMajor, '', { ...major, majorCode: '050101' }, nasty)
  const listed = [{ ...major, majorCode: '050103', inUse: true, seenVersion: null }]
  await send(staff, enterMajors, '', { listed }, nasty)
  await send(staff, changeMajor, '', { ...major, inUse: false, seenVersion: 1 }, nasty)
  const ofStaff = { key: null, required: false, seenBy: 'school', takes: { kind: 'text', most: 200 } }
  const named = { ...ofStaff, name: '主修外语', nameEn: '', synonyms: ['外语'] }
  const { roster } = await send(
    staff,
    saveOwnFields,
    '',
    { list: 'roster', version: 1, fields: [named] },
    nasty,
  )
  const own = { [roster.fields[0].key]: '' }
  await send(staff, fillInStudent, forgetful.id, { seenVersion: 1, own }, nasty)
  await send(staff, renameCollege, '', { name: '院', seenName: '一院' }, nasty)
  const duty = { role: 'college_reviewer', collegeId: '01', name: '某' }
  const { id } = await send(staff, addStaff, '', { ...duty, login: 'one' }, `${nasty}2`)
  await send(staff, changeDuty, id, { ...duty, seenVersion: 1 }, nasty)
  await s.giveSecondFactor(id)
  await send(staff, resetSecondFactor, id, { reason: '手机丢失' }, nasty)
  await send(staff, disableStaff, id, { reason: '调离' }, nasty)
}

/** One life in which everybody types what is nasty, everywhere; those who read it, and what there is to read. */
async function live(nasty: string) {
  school = await s.school({ fulfilmentDays: 3 })
  const [employer, staff] = [await s.employer(school), (await s.staff(school, 'administrator')).first]
  const hr = employer.first
  const people = await Promise.all(Array.from({ length: 6 }, () => s.student(school)))
  const readers = [hr, staff, ...people.map(({ first }) => first)]
  for (const [index, reader] of readers.entries())
    await changeSettings(s.db, (await reader.call(getMe)).id, {
      email: `reader${made}-${index}@example.org`,
      mail: ['signing', 'review', 'dissolution'],
    })
  const [decliner, signer, amender, writer, goer, leaver] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ]
  const terms = { ...sampleTerms('2026-07-10'), remarks: ['一'] }
  const letter = (to: typeof decliner) => ({
    studentId: to.id,
    studentName: to.name,
    noticeVersion: 1,
    respondBy: '2026-06-06',
    terms,
  })
  const seen = ({ version }: { version: number }) => ({ seenVersion: version })
  const scan = async (who: typeof decliner) => {
    const file = { params: { school }, query: { name: asFileName(nasty) }, file: SMALL_PDF }
    return (await who.first.call(uploadEvidence, file)).id
  }

  await run(staff, nasty)
  await talk(hr, staff, nasty)
  await moment(staff, nasty)
  const reporter = await recruit(hr, staff, nasty)
  await writeResumes(reporter, nasty)
  const kept = await send(hr, saveTermTemplate, '', { terms, answerDays: 5 }, nasty)
  await send(hr, replaceTermTemplate, kept.id, { terms, answerDays: null }, nasty)
  await send(hr, renameTermTemplate, kept.id, {}, `${nasty}2`)
  const first = await send(hr, sendInvitation, '', letter(decliner), nasty)
  const revised = await send(
    hr,
    invitationActs.revise,
    first.id,
    { ...seen(first), noticeVersion: 1, respondBy: '2026-06-07', terms: { ...terms, penalty: 1 } },
    nasty,
  )
  await send(decliner.first, invitationActs.decline, first.id, seen(revised), nasty)
  const second = await send(hr, sendInvitation, '', letter(signer), nasty)
  await send(hr, invitationActs.withdraw, second.id, seen(second), nasty)

  const agreement = await s.sign(employer, amender)
  const act = (who: Visitor, endpoint: Endpoint, of: { id: string; version: number }, more: object = {}) =>
    send(who, endpoint, of.id, { ...seen(of), ...more }, nasty)
  let now = await act(staff, agreementActs.return, agreement)
  now = await act(hr, agreementActs['propose-amendment'], now, { terms: { ...terms, penalty: 2 } })
  now = await act(amender.first, agreementActs['decline-amendment'], now)
  now = await act(hr, agreementActs['ask-cancellation'], now)
  now = await act(amender.first, agreementActs['decline-cancellation'], now)
  now = await act(hr, agreementActs['ask-cancellation'], now)
  await act(amender.first, agreementActs['confirm-cancellation'], now)

  const paper = {
    signedOn: '2026-05-20',
    terms,
    confirmed: true,
    employer: { creditCode: codeOf(), name: '某' },
  }
  let onPaper = await send(
    writer.first,
    registerPaper,
    '',
    { ...paper, evidence: [await scan(writer)] },
    nasty,
  )
  onPaper = await act(staff, agreementActs.return, onPaper)
  onPaper = await act(writer.first, agreementActs.correct, onPaper, {
    ...paper,
    evidence: [await scan(writer)],
  })
  await act(writer.first, agreementActs.cancel, onPaper)
  const again = await send(
    writer.first,
    registerPaper,
    '',
    { ...paper, evidence: [await scan(writer)] },
    nasty,
  )
  await act(staff, agreementActs.reject, again)

  // What staff fill in, which the one who declares is not asked for.
  const [byStaff] = await addOwnFields(staff, { school, list: 'destination' }, [
    ownField('核查备注', { filledBy: 'staff' }),
  ])
  const form = await findFormOf(goer, '801')
  const isText = ({ type }: { type: (typeof formField)['shape']['type']['_output'] }) =>
    type === 'line' || type === 'text'
  const details = {
    ...rightAnswers(form),
    ...Object.fromEntries(form.fields.filter(isText).map(({ key }) => [key, nasty])),
  }
  const declared = { category: '801', details }
  const declare = async () =>
    send(
      goer.first,
      declareDestination,
      '',
      { ...declared, evidence: [await scan(goer)], confirmed: true },
      nasty,
    )
  let going = await declare()
  going = await act(staff, destinationActs.return, going)
  going = await act(goer.first, destinationActs.correct, going, { ...declared, evidence: [await scan(goer)] })
  going = await act(staff, destinationActs.pass, going)
  const lasting = { endsOn: '2026-07-01' }
  await send(goer.first, makeVerificationCode.destination, going.id, lasting, nasty)
  const filled = { [byStaff!]: nasty }
  going = await send(
    staff,
    fillInDestination,
    going.id,
    { seenVersion: going.version, details: filled },
    nasty,
  )
  going = await act(goer.first, destinationActs['ask-void'], going)
  going = await act(staff, destinationActs['refuse-void'], going)
  going = await act(goer.first, destinationActs['ask-void'], going)
  going = await act(goer.first, destinationActs['withdraw-void'], going)
  going = await act(goer.first, destinationActs['ask-void'], going)
  await act(staff, destinationActs['grant-void'], going)
  await act(staff, destinationActs.reject, await declare())
  await act(goer.first, destinationActs.withdraw, await declare())

  const wrong = async () => ({ values: { className: nasty }, evidence: [await scan(goer)] })
  const askCorrection = async () => send(goer.first, submitCorrection, '', await wrong(), nasty)
  let asked = await askCorrection()
  await send(staff, unmaskCorrection, asked.id, {}, nasty)
  asked = await act(staff, correctionActs.return, asked)
  asked = await act(goer.first, correctionActs.resubmit, asked, await wrong())
  await act(staff, correctionActs.reject, asked)
  await act(goer.first, correctionActs.withdraw, await askCorrection())
  await act(staff, correctionActs.pass, await askCorrection())

  const certified = await send(
    staff,
    agreementActs.pass,
    (await s.sign(employer, leaver)).id,
    { seenVersion: 1 },
    nasty,
  )
  const ask = () =>
    send(
      leaver.first,
      askDissolution,
      certified.id,
      { ...seen({ version: certified.version }), noticeVersion: 1, ground: 'mutual', evidence: [] },
      nasty,
    )
  const ended = async (by: Visitor, endpoint: Endpoint, more: object = {}) =>
    act(by, endpoint, await ask(), more)
  await ended(leaver.first, dissolutionActs.withdraw)
  await ended(hr, dissolutionActs.refuse)
  const inReview = () => ended(hr, dissolutionActs.agree, { noticeVersion: 1 })
  await act(staff, dissolutionActs.reject, await inReview())
  const byLaw = await send(
    leaver.first,
    askDissolution,
    certified.id,
    {
      ...seen(certified),
      noticeVersion: 1,
      ground: 'employer-ended',
      evidence: [await scan(leaver)],
    },
    nasty,
  )
  const corrected = await act(leaver.first, dissolutionActs.correct, byLaw, {
    evidence: [await scan(leaver)],
  })
  await act(staff, dissolutionActs.reject, corrected)
  const overdue = await ask()
  s.setClock('2026-06-10T10:00:00+08:00')
  const accepted = await act(staff, dissolutionActs['accept-evidence'], overdue, {
    evidence: [await s.scan(staff, school)],
    fault: 'none',
  })
  await act(staff, dissolutionActs.pass, accepted, { fault: 'none' })
  await send(leaver.first, makeVerificationCode.dissolution, accepted.id, lasting, nasty)
  s.setClock('2026-06-01T10:00:00+08:00')

  const others = await Promise.all([s.sign(employer, decliner), s.sign(employer, signer)])
  for (const { id } of others) await send(staff, agreementActs.pass, id, { seenVersion: 1 }, nasty)
  for (const { id } of others) await send(hr, makeVerificationCode.agreement, id, lasting, nasty)
  await send(
    hr,
    askDissolutions,
    '',
    {
      items: others.map(({ id }) => ({
        ...{ school, id, seenVersion: 2, noticeVersion: 1 },
        ...{ ground: 'mutual', reason: '' },
      })),
    },
    nasty,
  )
  // What was corrected is a new version of the roster.
  await send(staff, moveStudent, goer.id, { seenVersion: 2, collegeId: '02' }, nasty)
  const marked = await s.student(school)
  let seenVersion = 1
  for (const action of ['delay', 'complete', 'withdraw', 'take-back'] as const)
    await send(staff, enrolmentActs[action], marked.id, { seenVersion: seenVersion++ }, nasty)
  await send(staff, unmaskStudent, marked.id, { purpose: 'other' }, nasty)
  await reportByTemplate(staff, nasty)
  const wholeRoster = { filter: {}, purpose: 'report', reason: nasty }
  const taken = await staff.ask(downloadRoster, { params: { school }, body: wholeRoster })
  expect(taken.statusCode).toBe(200)
  told.add('downloadRoster reason')
  const pictured = await s.student(school)
  readers.push(pictured.first)
  const photo = { params: { school }, query: { name: '证明.jpg' }, file: TURNED.jpeg }
  const { id: picture } = await pictured.first.call(uploadEvidence, photo)
  const { params, body } = await declarationOf(s, pictured, '12')
  await pictured.first.call(declareDestination, {
    params,
    body: { ...body, evidence: [...body.evidence, picture] },
  })
  await send(staff, openOriginal, picture, {}, nasty)
  const wish = { school, requestKind: 'correction' }
  for (const action of ['withdraw', 'fulfil', 'refuse'] as const) {
    const asked = await send(leaver.first, askPrivacyRequest, '', wish, nasty)
    const who = action === 'withdraw' ? leaver.first : staff
    const more = action === 'refuse' ? { lawGround: 'data-right' } : {}
    await send(who, privacyRequestActs[action], asked.id, { seenVersion: 1, ...more }, nasty)
  }
  for (const action of ['return', 'spoil', 'lose'] as const) {
    const signer = await s.student(school)
    readers.push(signer.first)
    const given = { params: { school }, body: { students: [signer.id] } }
    const { issued } = await staff.call(issuePaperForms, given)
    if (action === 'return') await registeredPaper(s, signer)
    await send(staff, paperFormActs[action], issued[0]!.id, { seenVersion: 1 }, nasty)
  }
  const onSheet = async (
    by: Visitor,
    action: keyof typeof recommendationActs,
    of: { id: string; version: number },
  ) => send(by, recommendationActs[action], of.id, { seenVersion: of.version }, nasty)
  let sheet = await send(leaver.first, askRecommendation, '', {}, nasty)
  sheet = await onSheet(staff, 'return', sheet)
  sheet = await onSheet(leaver.first, 'resubmit', sheet)
  sheet = await onSheet(leaver.first, 'withdraw', sheet)
  sheet = await onSheet(leaver.first, 'renew', sheet)
  await s.db
    .updateTable('recommendations')
    .set({ levels: ['school', 'school'] })
    .where('id', '=', sheet.id)
    .execute()
  sheet = await onSheet(staff, 'recommend', sheet)
  sheet = await onSheet(staff, 'pass', sheet)
  await send(leaver.first, makeVerificationCode.recommendation, sheet.id, lasting, nasty)
  // Withdrawn anew, the edition that was issued holds.
  sheet = await onSheet(leaver.first, 'renew', sheet)
  sheet = await onSheet(leaver.first, 'withdraw', sheet)
  await onSheet(staff, 'revoke', sheet)
  const page = await leaver.first.ask(getKeptPage)
  expect(page.body).not.toMatch(/<img|<b>乙|<script/)
  const values = { ...typedStudent(made), name: nasty, majorName: nasty }
  await send(staff, addStudent, '', { values }, nasty)
  let hired = await send(
    staff,
    agreementActs.pass,
    (await s.sign(employer, goer, { reportBy: '2026-06-01' })).id,
    { seenVersion: 1 },
    nasty,
  )
  const toSeal = await s.sign(employer, await s.student(school))
  const sealRules = JSON.stringify({ everyDays: 1, times: 1 })
  await s.db.updateTable('agreements').set({ sealRules }).where('id', '=', toSeal.id).execute()
  const unsealed = await act(staff, agreementActs.pass, toSeal)
  hired = await act(hr, agreementActs['ask-fulfilment'], hired)
  hired = await act(goer.first, agreementActs['confirm-fulfilment'], hired)
  hired = await act(staff, agreementActs['undo-fulfilment'], hired)
  hired = await act(hr, agreementActs['ask-fulfilment'], hired)
  hired = await act(goer.first, agreementActs['deny-fulfilment'], hired)
  s.setClock('2026-06-10T10:00:00+08:00')
  hired = await act(hr, agreementActs['ask-fulfilment'], hired)
  s.setClock('2026-06-14T10:00:00+08:00')
  await act(staff, agreementActs.fulfil, hired)
  await act(staff, agreementActs['end-unsealed'], unsealed)
  s.setClock('2026-06-01T10:00:00+08:00')
  return [...readers, reporter, await liveOfEmployer(staff, nasty)]
}

const CODED = { industry: '34', size: '30', nature: '39', region: '420100' }
/** An employer that comes, is asked, sent back, taken, suspended and changes its data; its first member. */
async function liveOfEmployer(staff: Visitor, nasty: string): Promise<Visitor> {
  const owner = s.visitor()
  const member = { password: 'Another-Pass-2026', language: 'zh-CN' }
  const reached = { contactPhone: '027-81234567', contactEmail: 'hr@example.org' }
  const registered = { ...CODED, ...reached, kind: 'agency', creditCode: codeOf() }
  await send(owner, registerEmployer, '', { ...registered, ...member, login: `owner${made}` }, nasty)
  const licence = async () => [await s.licence(owner, school, asFileName(nasty))]
  let now = await owner.call(applyToSchool, { body: { school, evidence: await licence() } })
  const act = async (who: Visitor, action: keyof typeof admissionActs, more: object = {}) => {
    now = await send(who, admissionActs[action], now.id, { seenVersion: now.version, ...more }, nasty)
  }
  await act(staff, 'ask')
  await act(owner, 'answer')
  await act(staff, 'return')
  await act(owner, 'apply-again', { evidence: await licence() })
  await act(staff, 'reject')
  await act(owner, 'apply-again', { evidence: await licence() })
  await act(staff, 'approve')
  await act(staff, 'suspend')
  await act(staff, 'readmit')
  await s.db
    .updateTable('admissions')
    .set({ verifyDue: '2026-06-10' })
    .where('employerId', '=', now.id)
    .execute()
  await act(owner, 'confirm')
  await act(staff, 'verify')
  const bar = async () => ({
    until: '2027-06-01',
    evidence: [await s.scan(staff, school, asFileName(nasty))],
  })
  await act(staff, 'bar', await bar())
  await act(owner, 'appeal')
  await act(staff, 'uphold')
  await act(staff, 'lift')
  await act(owner, 'apply-again', { evidence: await licence() })
  await act(staff, 'approve')
  await send(staff, noteDeregistration, now.id, { deregisteredOn: '2026-05-20' }, nasty)
  const { version } = await owner.call(getOwnEmployer, {})
  const changed = { ...registered, contactPhone: '13800000000', seenVersion: version }
  await send(owner, changeOwnEmployer, '', changed, nasty)
  await send(owner, addMember, '', { memberRole: 'recruiter', login: `recruiter${made}` }, nasty)
  await send(owner, employerTokens.make, '', { scopes: ['cases.read'], endsOn: dayInChina(s.now()) }, nasty)
  return owner
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
const MARK = /onerror=a|victim@example/

/** Which endpoints have opened something that a list has named: tried with everything in the first life, known in the next. */
const openedFrom = new Map<string, Set<string>>()
const isKnown = (endpoint: string, lists: ReadonlySet<string>) =>
  [...lists].some((list) => openedFrom.get(list)?.has(endpoint))

/** Whatever this person can open, by the addresses of everything that lists have named so far. */
async function readAll(who: Visitor, isFirstLife: boolean): Promise<{ name: string; body: unknown }[]> {
  const read: { name: string; body: unknown }[] = []
  const open = async (name: string, endpoint: Endpoint, id: string) => {
    const answer = await who.ask(endpoint, {
      params: { school, id, kind: 'region', figure: 'minimum-wage', notice: 'paper-dissolution' },
    })
    expect(String(answer.headers['x-content-type-options'])).toBe('nosniff')
    if (answer.statusCode !== 200) return answer.statusCode
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    read.push({ name, body: answer.json() })
    return 200
  }
  const gets = ENDPOINTS.filter(
    ([, { method, url, schema }]) =>
      method === 'GET' &&
      !url.endsWith('/stream') &&
      !url.includes('/public/') &&
      // A file is no text that a page shows.
      !('produces' in schema) &&
      schema.response[200],
  )
  for (const [name, endpoint] of gets) if (!endpoint.url.includes('/:id')) await open(name, endpoint, '')
  const lists = read.filter(({ body }) => !/"(kind":"[a-z]+\.|userAgent")/.test(JSON.stringify(body)))
  const ids = new Map<string, Set<string>>()
  for (const { name, body } of lists)
    for (const { value } of valuesAt(body, ['items', '*', 'id']))
      ids.set(String(value), new Set([...(ids.get(String(value)) ?? []), name]))
  for (const [name, endpoint] of gets.filter(([, { url }]) => url.includes('/:id')))
    for (const [id, named] of ids) {
      if (!isFirstLife && !isKnown(name, named)) continue
      const status = await open(name, endpoint, id)
      // Whom it is not for it refuses before it looks for anything.
      if (status === 403) break
      if (status === 200)
        for (const list of named) openedFrom.set(list, (openedFrom.get(list) ?? new Set()).add(name))
    }
  return read
}

/** A file's name as the other side's browser saves it. */
async function savedAs(who: Visitor, id: string) {
  const answer = await who.ask(readEvidence, { params: { school, id }, query: { download: '1' } })
  const { type, parameters } = parseDisposition(String(answer.headers['content-disposition']))
  return { type, parameters }
}

test.each(Object.entries(NASTY))(
  'whoever types %s: everybody else reads it as text, and it does nothing',
  async (_what, nasty) => {
    const isFirstLife = openedFrom.size === 0
    const readers = await live(nasty)
    // An employer is shown the schools of the lives before, too.
    const kept = Object.values(NASTY).flatMap((typed) => [
      normalLine(typed),
      normalText(typed),
      fileNameOf(asFileName(typed), 'application/pdf'),
    ])
    const isWhole = (text: string) => kept.some((one) => text.includes(one))
    let found = 0
    for (const who of readers)
      for (const { name, body } of await readAll(who, isFirstLife))
        for (const text of stringsIn(body)) {
          expect([name, text, hiddenCharacterIn(text)]).toEqual([name, text, null])
          if (!MARK.test(text)) continue
          found++
          // Neither escaped a second time, nor cut through, nor filled in like a sentence of ours.
          expect([name, text, isWhole(text)]).toEqual([name, text, true])
        }
    expect(found).toBeGreaterThan(50)

    for (const who of readers)
      for (const { kind, params } of (await who.call(listNotifications, { query: { pageSize: 100 } })).items)
        for (const language of ['zh-CN', 'en'] as const) {
          const sentence = notificationText(kind, language, params)
          for (const text of Object.values(params).filter((one) => MARK.test(one)))
            if (sentence.includes(text.slice(0, 3))) expect(sentence).toContain(text)
        }

    const files = await s.db
      .selectFrom('evidence')
      .select(['id', 'uploadedBy'])
      .where('schoolId', '=', school)
      .execute()
    const staff = readers[1]!
    for (const { id } of files) {
      const { type, parameters } = await savedAs(staff, id)
      if (type === undefined) continue
      expect(type).toBe('attachment')
      for (const [key, value] of Object.entries(parameters)) {
        expect(key).toMatch(/^filename\*?$/)
        expect(value).not.toMatch(/\p{Cc}/u)
      }
    }
    expect((await verifyJournal(s.db)).faults).toEqual([])
  },
  // A whole life of everybody, and every page that anybody reads of it.
  180_000,
)

test('no e-mail has another head, recipient or line because of what somebody typed', async () => {
  const isDone = async () =>
    (await s.owner.selectFrom('notifications').where('mail', '=', 'queued').select('id').execute()).length
  await expect.poll(isDone, { timeout: 60_000 }).toBe(0)
  expect(server.delivered.length).toBeGreaterThan(50)
  for (const { recipients, headers, subject, text } of server.delivered) {
    expect(recipients).toEqual([expect.stringMatching(/^(reader\d+-\d|hr)@example\.org$/)])
    expect([headers.get('to'), headers.get('bcc'), headers.get('cc')]).toEqual([
      recipients[0],
      undefined,
      undefined,
    ])
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(hiddenCharacterIn(subject)).toBeNull()
    expect(subject).not.toMatch(/[\r\n]/)
    // Greeting, sentence, link, school, and how to stop; to an address that is not confirmed its link, and what to do with it:
    // what was typed makes no part of its own.
    expect(text.split('\n\n')).toHaveLength(recipients[0] === 'hr@example.org' ? 4 : 5)
  }
})

test('there is no text of any contract that these lives have not told to others', () => {
  const all = ENDPOINTS.flatMap(([name, endpoint]) =>
    textsOf(endpoint).map(({ path }) => `${name} ${path.join('.')}`),
  )
  expect(all.filter((field) => !told.has(field) && !SHOWN_TO_NOBODY.includes(field))).toEqual([])
})
