import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'
import { StudentPortal } from './student-portal.tsx'

const portal = createRoute({
  getParentRoute: () => root,
  path: 'student',
  component: StudentPortal,
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

const home = () => import('../features/students/student-pages.tsx')
const verification = () => import('../features/accounts/verification-page.tsx')
const invitations = () => import('../features/invitations/my-invitations-page.tsx')
const invitation = () => import('../features/invitations/invitation-page.tsx')
const agreement = () => import('../features/agreements/agreement-page.tsx')
const correctPaper = () => import('../features/agreements/paper/correct-paper-page.tsx')
const paper = () => import('../features/agreements/paper/my-paper-page.tsx')
const registerPaper = () => import('../features/agreements/paper/register-paper-page.tsx')
const transfers = () => import('../features/transfers/my-transfers-page.tsx')
const transfer = () => import('../features/transfers/transfer-page.tsx')
const paperForm = () => import('../features/paper-forms/form-page.tsx')
const dissolutions = () => import('../features/dissolutions/lists/my-dissolutions-page.tsx')
const dissolve = () => import('../features/dissolutions/asking/ask-dissolution-page.tsx')
const dissolution = () => import('../features/dissolutions/dissolution-page.tsx')
const certificate = () => import('../features/dissolutions/proof/certificate-page.tsx')
const destinations = () => import('../features/destinations/my-destinations-page.tsx')
const help = () => import('../features/help/my-help-page.tsx')
const confirmation = () => import('../features/confirmations/my-confirmation-page.tsx')
const objection = () => import('../features/objections/objection-page.tsx')
const declare = () => import('../features/destinations/declare-page.tsx')
const destination = () => import('../features/destinations/destination-page.tsx')
const correctDestination = () => import('../features/destinations/correct-destination-page.tsx')
const corrections = () => import('../features/corrections/my-corrections-page.tsx')
const requestCorrection = () => import('../features/corrections/request-correction-page.tsx')
const correction = () => import('../features/corrections/correction-page.tsx')
const resubmit = () => import('../features/corrections/resubmit-page.tsx')
const recommendation = () => import('../features/recommendations/my-recommendation-page.tsx')
const recommended = () => import('../features/recommendations/recommendation-page.tsx')
const sendAgain = () => import('../features/recommendations/send-again-page.tsx')
const verifying = () => import('../features/verification-codes/codes-page.tsx')
const jobs = () => import('../features/jobs/jobs-page.tsx')
const job = () => import('../features/jobs/job-page.tsx')
const application = () => import('../features/applications/application-page.tsx')
const resume = () => import('../features/resumes/resume-page.tsx')
const report = () => import('../features/post-reports/report-page.tsx')
const absence = () => import('../features/absences/absence-page.tsx')
const talks = () => import('../features/talks/my-talks-page.tsx')
const talk = () => import('../features/talks/my-talk-page.tsx')
const fairs = () => import('../features/fairs/my-fairs-page.tsx')
const fair = () => import('../features/fairs/my-fair-page.tsx')
const elsewhere = () => import('../features/guests/elsewhere-page.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const privacy = () => import('../features/privacy/my-privacy-page.tsx')
const privacyRequest = () => import('../features/privacy/request-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

/** A chunk a page, so that a phone downloads no more than it shows. */
export const studentRoutes = portal.addChildren([
  page('/', lazy(home, 'StudentHomePage')),
  page('verification', lazy(verification, 'VerificationPage')),
  page('invitations', lazy(invitations, 'MyInvitationsPage')),
  page('invitations/$school/$id', lazy(invitation, 'InvitationPage')),
  page('agreements/$school/$id', lazy(agreement, 'AgreementPage')),
  page('agreements/$school/$id/correct', lazy(correctPaper, 'CorrectPaperPage')),
  page('agreements/$school/$id/codes', lazy(verifying, 'AgreementCodesPage')),
  page('dissolutions/$school/$id/codes', lazy(verifying, 'DissolutionCodesPage')),
  page('destinations/$school/$id/codes', lazy(verifying, 'DestinationCodesPage')),
  page('recommendations/$school/$id/codes', lazy(verifying, 'RecommendationCodesPage')),
  page('paper', lazy(paper, 'MyPaperPage')),
  page('paper/new', lazy(registerPaper, 'RegisterPaperPage')),
  page('paper-forms/$school/$id', lazy(paperForm, 'FormPage')),
  page('dissolutions', lazy(dissolutions, 'MyDissolutionsPage')),
  page('dissolve/$school/$id', lazy(dissolve, 'AskDissolutionPage')),
  page('dissolutions/$school/$id', lazy(dissolution, 'DissolutionPage')),
  page('dissolutions/$school/$id/certificate', lazy(certificate, 'CertificatePage')),
  page('destinations', lazy(destinations, 'MyDestinationsPage')),
  page('destinations/new', lazy(declare, 'DeclarePage')),
  page('destinations/$school/$id', lazy(destination, 'DestinationPage')),
  page('destinations/$school/$id/correct', lazy(correctDestination, 'CorrectDestinationPage')),
  page('help', lazy(help, 'MyHelpPage')),
  page('transfers', lazy(transfers, 'MyTransfersPage')),
  page('transfers/$school/$id', lazy(transfer, 'TransferPage')),
  page('confirmation', lazy(confirmation, 'MyConfirmationPage')),
  page('objections/$school/$id', lazy(objection, 'ObjectionPage')),
  page('corrections', lazy(corrections, 'MyCorrectionsPage')),
  page('corrections/new', lazy(requestCorrection, 'RequestCorrectionPage')),
  page('corrections/$school/$id', lazy(correction, 'CorrectionPage')),
  page('corrections/$school/$id/correct', lazy(resubmit, 'ResubmitPage')),
  page('recommendation', lazy(recommendation, 'MyRecommendationPage')),
  page('recommendations/$school/$id', lazy(recommended, 'RecommendationPage')),
  page('recommendations/$school/$id/correct', lazy(sendAgain, 'SendAgainPage')),
  page('jobs', lazy(jobs, 'JobsPage')),
  page('jobs/$shortId', lazy(job, 'JobPage')),
  page('applications/$school/$id', lazy(application, 'MyApplicationPage')),
  page('resumes/$id', lazy(resume, 'ResumePage')),
  page('post-reports/$school/$id', lazy(report, 'ReportPage')),
  page('absences/$school/$id', lazy(absence, 'AbsencePage')),
  page('talks', lazy(talks, 'MyTalksPage')),
  page('talks/$school/$id', lazy(talk, 'MyTalkPage')),
  page('fairs', lazy(fairs, 'MyFairsPage')),
  page('fairs/$school/$id', lazy(fair, 'MyFairPage')),
  page('elsewhere', lazy(elsewhere, 'ElsewherePage')),
  page('data', lazy(home, 'StudentDataPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('privacy', lazy(privacy, 'MyPrivacyPage')),
  page('privacy-requests/$school/$id', lazy(privacyRequest, 'RequestPage')),
  page('account', lazy(account, 'AccountPage')),
])
