import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'
import { SchoolDeskPage, SchoolPortal } from './school-portal.tsx'

const queues = () => import('../features/reviews/queue-pages.tsx')
const recommendations = () => import('../features/reviews/recommendation-queue-pages.tsx')
const students = () => import('../features/students/student-list-page.tsx')
const figures = () => import('../features/figures/figures-page.tsx')
const figureRows = () => import('../features/figures/figure-rows-page.tsx')
const checks = () => import('../features/checks/check-queue-page.tsx')
const check = () => import('../features/checks/check-page.tsx')
const checkRules = () => import('../features/checks/rules-page.tsx')
const deregistered = () => import('../features/deregistrations/list-page.tsx')
const helpList = () => import('../features/help/help-list-page.tsx')
const helped = () => import('../features/help/helped-page.tsx')
const helpNotices = () => import('../features/help/notices-page.tsx')
const confirmations = () => import('../features/confirmations/progress-page.tsx')
const confirmationList = () => import('../features/confirmations/confirmation-list-page.tsx')
const objections = () => import('../features/objections/objection-queue-page.tsx')
const objection = () => import('../features/objections/objection-page.tsx')
const exportsByTemplate = () => import('../features/exports/templates-page.tsx')
const exportFile = () => import('../features/exports/export-page.tsx')
const returnedFile = () => import('../features/exports/returned-page.tsx')
const exportTemplate = () => import('../features/exports/edit-template-page.tsx')
const moments = () => import('../features/moments/moments-page.tsx')
const moment = () => import('../features/moments/moment-page.tsx')
const comparison = () => import('../features/moments/comparison-page.tsx')
const changesBetween = () => import('../features/moments/changes-page.tsx')
const keptRows = () => import('../features/moments/kept-rows-page.tsx')
const momentReport = () => import('../features/moments/report-page.tsx')
const file = () => import('../features/students/student-file-page.tsx')
const newcomer = () => import('../features/students/add-student-page.tsx')
const codes = () => import('../features/students/class-codes-page.tsx')
const transfers = () => import('../features/transfers/transfers-page.tsx')
const newBatch = () => import('../features/transfers/new-batch-page.tsx')
const importTransfers = () => import('../features/transfers/import-page.tsx')
const transfer = () => import('../features/transfers/transfer-page.tsx')
const forms = () => import('../features/paper-forms/register-page.tsx')
const form = () => import('../features/paper-forms/form-page.tsx')
const recoveries = () => import('../features/recoveries/recoveries-page.tsx')
const imports = () => import('../features/roster-imports/roster-imports-page.tsx')
const oneImport = () => import('../features/roster-imports/roster-import-page.tsx')
const majors = () => import('../features/majors/majors-page.tsx')
const colleges = () => import('../features/schools/colleges-page.tsx')
const staff = () => import('../features/staff/staff-page.tsx')
const member = () => import('../features/staff/staff-member-page.tsx')
const signIn = () => import('../features/school-sign-in/school-sign-in-page.tsx')
const messages = () => import('../features/messages/channels-page.tsx')
const webhooks = () => import('../features/webhooks/school-webhooks-page.tsx')
const tokens = () => import('../features/api-tokens/school-tokens-page.tsx')
const settings = () => import('../features/schools/settings-page.tsx')
const ownFields = () => import('../features/own-fields/own-fields-page.tsx')
const changes = () => import('../features/schools/setting-changes-page.tsx')
const notices = () => import('../features/notice-texts/notice-texts-page.tsx')
const admissions = () => import('../features/admissions/admission-queue-page.tsx')
const admission = () => import('../features/admissions/admission-in-queue.tsx')
const trackRecord = () => import('../features/track-records/track-record-page.tsx')
const posts = () => import('../features/posts/post-queue-page.tsx')
const post = () => import('../features/posts/post-in-queue.tsx')
const reports = () => import('../features/post-reports/report-queue-page.tsx')
const absences = () => import('../features/absences/absences-page.tsx')
const absence = () => import('../features/absences/absence-page.tsx')
const report = () => import('../features/post-reports/report-page.tsx')
const wording = () => import('../features/posts/wording-page.tsx')
const talks = () => import('../features/talks/talk-lists.tsx')
const talk = () => import('../features/talks/talk-page.tsx')
const talkDoor = () => import('../features/talks/door.tsx')
const fairs = () => import('../features/fairs/school-pages.ts')
const newFair = () => import('../features/fairs/prepare-fair-page.tsx')
const guests = () => import('../features/guests/guests-page.tsx')
const fairDoor = () => import('../features/fairs/door.tsx')
const venues = () => import('../features/venues/venues-page.tsx')
const announcements = () => import('../features/announcements/announcements-page.tsx')
const announcement = () => import('../features/announcements/announcement-page.tsx')
const writing = () => import('../features/announcements/write-announcement-page.tsx')
const site = () => import('../features/school-site/site-page.tsx')
const seal = () => import('../features/seals/school-seal-page.tsx')
const documentTemplate = () => import('../features/document-templates/document-template-page.tsx')
const archives = () => import('../features/evidence-archives/archives-page.tsx')
const audit = () => import('../features/audits/audit-page.tsx')
const auditRows = () => import('../features/audits/audit-rows-page.tsx')
const schoolCopy = () => import('../features/school-copies/copy-page.tsx')
const takenFiles = () => import('../features/taken-files/taken-files-page.tsx')
const transferPapers = () => import('../features/transfer-papers/transfer-papers-page.tsx')
const verifying = () => import('../features/verification-codes/codes-page.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const privacy = () => import('../features/privacy/my-privacy-page.tsx')
const privacyRequest = () => import('../features/privacy/request-page.tsx')
const privacyQueue = () => import('../features/privacy/request-queue-page.tsx')
const privacySettings = () => import('../features/privacy/privacy-settings-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

const portal = createRoute({
  getParentRoute: () => root,
  path: 'school',
  component: SchoolPortal,
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

/** The first page comes with the portal; one chunk for the queues of signing, so that staff who work them fetch nothing more. */
export const schoolRoutes = portal.addChildren([
  page('/', SchoolDeskPage),
  page('agreements', lazy(queues, 'AgreementQueuePage')),
  page('dissolutions', lazy(queues, 'DissolutionQueuePage')),
  page('dissolutions/$school/$id', lazy(queues, 'DissolutionInQueuePage')),
  page('destinations', lazy(queues, 'DestinationQueuePage')),
  page('destinations/$school/$id', lazy(queues, 'DestinationInQueuePage')),
  page('corrections', lazy(queues, 'CorrectionQueuePage')),
  page('corrections/$school/$id', lazy(queues, 'CorrectionInQueuePage')),
  page('recommendations', lazy(recommendations, 'RecommendationQueuePage')),
  page('recommendations/$school/$id', lazy(recommendations, 'RecommendationInQueuePage')),
  page('agreements/$school/$id', lazy(queues, 'AgreementInQueuePage')),
  page('agreements/$school/$id/codes', lazy(verifying, 'AgreementCodesPage')),
  page('dissolutions/$school/$id/codes', lazy(verifying, 'DissolutionCodesPage')),
  page('destinations/$school/$id/codes', lazy(verifying, 'DestinationCodesPage')),
  page('recommendations/$school/$id/codes', lazy(verifying, 'RecommendationCodesPage')),
  page('admissions', lazy(admissions, 'AdmissionQueuePage')),
  page('admissions/$school/$id', lazy(admission, 'AdmissionInQueuePage')),
  page('employers/$id', lazy(trackRecord, 'TrackRecordPage')),
  page('posts', lazy(posts, 'PostQueuePage')),
  page('posts/$school/$id', lazy(post, 'PostInQueuePage')),
  page('post-reports', lazy(reports, 'ReportQueuePage')),
  page('post-reports/$school/$id', lazy(report, 'ReportPage')),
  page('absences', lazy(absences, 'AbsencesPage')),
  page('absences/$school/$id', lazy(absence, 'AbsencePage')),
  page('talks', lazy(talks, 'TalkQueuePage')),
  page('talks/$school/$id', lazy(talk, 'TalkPage')),
  page('talks/$school/$id/door', lazy(talkDoor, 'TalkDoorPage')),
  page('talks/$school/$id/visitors', lazy(talkDoor, 'TalkVisitorsPage')),
  page('talks/$school/$id/guests', lazy(guests, 'TalkGuestsPage')),
  page('fairs', lazy(fairs, 'FairsPage')),
  page('fairs/new', lazy(newFair, 'PrepareFairPage')),
  page('fairs/$school/$id', lazy(fairs, 'FairPage')),
  page('fairs/$school/$id/entries', lazy(fairs, 'EntriesPage')),
  page('fairs/$school/$id/floor', lazy(fairs, 'FloorPage')),
  page('fairs/$school/$id/badges', lazy(fairs, 'BadgesPage')),
  page('fairs/$school/$id/door', lazy(fairDoor, 'FairDoorPage')),
  page('fairs/$school/$id/visitors', lazy(fairDoor, 'FairVisitorsPage')),
  page('fairs/$school/$id/guests', lazy(guests, 'FairGuestsPage')),
  page('fair-entries/$school/$id', lazy(fairs, 'EntryPage')),
  page('venues', lazy(venues, 'VenuesPage')),
  page('settings/post-wording', lazy(wording, 'PostWordingPage')),
  page('figures', lazy(figures, 'FiguresPage')),
  page('figures/rows', lazy(figureRows, 'FigureRowsPage')),
  page('checks', lazy(checks, 'CheckQueuePage')),
  page('checks/$school/$id', lazy(check, 'CheckPage')),
  page('check-rules', lazy(checkRules, 'CheckRulesPage')),
  page('checks/deregistered', lazy(deregistered, 'DeregisteredListPage')),
  page('help', lazy(helpList, 'HelpListPage')),
  page('help/$school/$id', lazy(helped, 'HelpedPage')),
  page('help-notices', lazy(helpNotices, 'HelpNoticesPage')),
  page('confirmations', lazy(confirmations, 'ConfirmationProgressPage')),
  page('confirmations/list', lazy(confirmationList, 'ConfirmationListPage')),
  page('objections', lazy(objections, 'ObjectionQueuePage')),
  page('objections/$school/$id', lazy(objection, 'ObjectionPage')),
  page('exports', lazy(exportsByTemplate, 'ExportTemplatesPage')),
  page('exports/new', lazy(exportTemplate, 'NewTemplatePage')),
  page('exports/$id', lazy(exportFile, 'ExportPage')),
  page('exports/$id/returned', lazy(returnedFile, 'ReturnedFilePage')),
  page('exports/$id/edit', lazy(exportTemplate, 'EditTemplatePage')),
  page('moments', lazy(moments, 'MomentsPage')),
  page('moments/$id', lazy(moment, 'MomentPage')),
  page('moments/$id/comparison', lazy(comparison, 'ComparisonPage')),
  page('moments/$id/changes', lazy(changesBetween, 'ChangesPage')),
  page('moments/$id/rows', lazy(keptRows, 'KeptRowsPage')),
  page('moments/$id/report', lazy(momentReport, 'MomentReportPage')),
  page('students', lazy(students, 'StudentListPage')),
  page('students/new', lazy(newcomer, 'AddStudentPage')),
  page('students/$school/$id', lazy(file, 'StudentFilePage')),
  page('activation-codes', lazy(codes, 'ClassCodesPage')),
  page('paper-forms', lazy(forms, 'FormRegisterPage')),
  page('paper-forms/$school/$id', lazy(form, 'FormPage')),
  page('evidence-archives', lazy(archives, 'ArchivesPage')),
  page('audit', lazy(audit, 'AuditPage')),
  page('audit/rows', lazy(auditRows, 'AuditRowsPage')),
  page('copy', lazy(schoolCopy, 'CopyPage')),
  page('taken-files', lazy(takenFiles, 'TakenFilesPage')),
  page('transfer-papers', lazy(transferPapers, 'TransferPapersPage')),
  page('transfers', lazy(transfers, 'TransfersPage')),
  page('transfers/new', lazy(newBatch, 'NewBatchPage')),
  page('transfers/import', lazy(importTransfers, 'ImportTransfersPage')),
  page('transfers/$school/$id', lazy(transfer, 'TransferPage')),
  page('recoveries', lazy(recoveries, 'RecoveriesPage')),
  page('roster-imports', lazy(imports, 'RosterImportsPage')),
  page('roster-imports/$id', lazy(oneImport, 'RosterImportPage')),
  page('majors', lazy(majors, 'MajorsPage')),
  page('colleges', lazy(colleges, 'CollegesPage')),
  page('staff', lazy(staff, 'StaffPage')),
  page('staff/$id', lazy(member, 'StaffMemberPage')),
  page('announcements', lazy(announcements, 'AnnouncementsPage')),
  page('announcements/new', lazy(writing, 'WriteAnnouncementPage')),
  page('announcements/$id', lazy(announcement, 'AnnouncementPage')),
  page('site', lazy(site, 'SchoolSitePage')),
  page('settings', lazy(settings, 'SettingsPage')),
  page('settings/fields', lazy(ownFields, 'OwnFieldsPage')),
  page('settings/changes', lazy(changes, 'SettingChangesPage')),
  page('seal', lazy(seal, 'SchoolSealPage')),
  page('document-template', lazy(documentTemplate, 'DocumentTemplatePage')),
  page('notice-texts', lazy(notices, 'NoticeTextsPage')),
  page('sign-in', lazy(signIn, 'SchoolSignInPage')),
  page('messages', lazy(messages, 'MessageChannelsPage')),
  page('webhooks', lazy(webhooks, 'SchoolWebhooksPage')),
  page('api-tokens', lazy(tokens, 'SchoolTokensPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('privacy', lazy(privacy, 'MyPrivacyPage')),
  page('privacy-requests', lazy(privacyQueue, 'RequestQueuePage')),
  page('privacy-requests/$school/$id', lazy(privacyRequest, 'RequestPage')),
  page('privacy-settings', lazy(privacySettings, 'PrivacySettingsPage')),
  page('account', lazy(account, 'AccountPage')),
])
