import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { EmployerPortal } from './employer-portal.tsx'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const portal = createRoute({
  getParentRoute: () => root,
  path: 'employer',
  component: EmployerPortal,
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

const workbench = () => import('../features/employers/workbench-page.tsx')
const invite = () => import('../features/invitations/invite-page.tsx')
const inviteAgain = () => import('../features/invitations/invite-again-page.tsx')
const sent = () => import('../features/invitations/invitation-lists.tsx')
const invitation = () => import('../features/invitations/invitation-page.tsx')
const revise = () => import('../features/invitations/revise-page.tsx')
const signed = () => import('../features/agreements/agreement-lists.tsx')
const agreement = () => import('../features/agreements/agreement-page.tsx')
const amend = () => import('../features/agreements/amend-page.tsx')
const dissolutions = () => import('../features/dissolutions/lists/employer-dissolutions-page.tsx')
const dissolve = () => import('../features/dissolutions/asking/ask-dissolution-page.tsx')
const dissolution = () => import('../features/dissolutions/dissolution-page.tsx')
const schools = () => import('../features/admissions/schools-page.tsx')
const apply = () => import('../features/admissions/apply-page.tsx')
const admission = () => import('../features/admissions/admission-page.tsx')
const record = () => import('../features/registration/record-page.tsx')
const seal = () => import('../features/seals/employer-seal-page.tsx')
const members = () => import('../features/members/members-page.tsx')
const webhooks = () => import('../features/webhooks/employer-webhooks-page.tsx')
const tokens = () => import('../features/api-tokens/employer-tokens-page.tsx')
const batches = () => import('../features/invitation-batches/batches-page.tsx')
const batch = () => import('../features/invitation-batches/batch-page.tsx')
const templates = () => import('../features/term-templates/templates-page.tsx')
const verifying = () => import('../features/verification-codes/codes-page.tsx')
const posts = () => import('../features/posts/own-posts-page.tsx')
const newPost = () => import('../features/posts/write-post-page.tsx')
const ownPost = () => import('../features/posts/own-post-page.tsx')
const post = () => import('../features/posts/post-page.tsx')
const applicants = () => import('../features/applications/applicants-page.tsx')
const applicant = () => import('../features/applications/application-page.tsx')
const inviteApplicant = () => import('../features/applications/invite-applicant-page.tsx')
const interviews = () => import('../features/interviews/interviews-page.tsx')
const resumes = () => import('../features/resumes/found-resumes-page.tsx')
const resume = () => import('../features/resumes/found-resume-page.tsx')
const talks = () => import('../features/talks/talk-lists.tsx')
const newTalk = () => import('../features/talks/request-talk-page.tsx')
const talk = () => import('../features/talks/talk-page.tsx')
const fairs = () => import('../features/fairs/fairs-to-join-page.tsx')
const fair = () => import('../features/fairs/join-page.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const privacy = () => import('../features/privacy/my-privacy-page.tsx')
const privacyRequest = () => import('../features/privacy/request-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

/** A chunk a page: the workbench waits for no forms. */
export const employerRoutes = portal.addChildren([
  page('/', lazy(workbench, 'WorkbenchPage')),
  page('invite', lazy(invite, 'InvitePage')),
  page('invite-many', lazy(batches, 'InvitationBatchesPage')),
  page('invite-many/$school/$id', lazy(batch, 'InvitationBatchPage')),
  page('invitations', lazy(sent, 'SentInvitationsPage')),
  page('invitations/$school/$id', lazy(invitation, 'InvitationPage')),
  page('invitations/$school/$id/revise', lazy(revise, 'RevisePage')),
  page('invitations/$school/$id/again', lazy(inviteAgain, 'InviteAgainPage')),
  page('agreements', lazy(signed, 'SignedStudentsPage')),
  page('agreements/$school/$id', lazy(agreement, 'AgreementPage')),
  page('agreements/$school/$id/amend', lazy(amend, 'AmendPage')),
  page('agreements/$school/$id/codes', lazy(verifying, 'AgreementCodesPage')),
  page('dissolutions/$school/$id/codes', lazy(verifying, 'DissolutionCodesPage')),
  page('dissolutions', lazy(dissolutions, 'EmployerDissolutionsPage')),
  page('dissolve/$school/$id', lazy(dissolve, 'AskDissolutionPage')),
  page('dissolutions/$school/$id', lazy(dissolution, 'DissolutionPage')),
  page('schools', lazy(schools, 'SchoolsPage')),
  page('apply/$school', lazy(apply, 'ApplyPage')),
  page('admissions/$school/$id', lazy(admission, 'AdmissionPage')),
  page('record', lazy(record, 'RecordPage')),
  page('members', lazy(members, 'MembersPage')),
  page('webhooks', lazy(webhooks, 'EmployerWebhooksPage')),
  page('api-tokens', lazy(tokens, 'EmployerTokensPage')),
  page('seal', lazy(seal, 'EmployerSealPage')),
  page('term-templates', lazy(templates, 'TermTemplatesPage')),
  page('posts', lazy(posts, 'OwnPostsPage')),
  page('posts/new', lazy(newPost, 'WritePostPage')),
  page('posts/$id', lazy(ownPost, 'OwnPostPage')),
  page('posts/$school/$id', lazy(post, 'PostPage')),
  page('applications', lazy(applicants, 'ApplicantsPage')),
  page('applications/$school/$id', lazy(applicant, 'ApplicantPage')),
  page('applications/$school/$id/invite', lazy(inviteApplicant, 'InviteApplicantPage')),
  page('interviews', lazy(interviews, 'InterviewsPage')),
  page('resumes', lazy(resumes, 'FoundResumesPage')),
  page('resumes/$school/$id', lazy(resume, 'FoundResumePage')),
  page('talks', lazy(talks, 'OwnTalksPage')),
  page('talks/new', lazy(newTalk, 'RequestTalkPage')),
  page('talks/$school/$id', lazy(talk, 'TalkPage')),
  page('fairs', lazy(fairs, 'FairsToJoinPage')),
  page('fairs/$school/$id', lazy(fair, 'JoinFairPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('privacy', lazy(privacy, 'MyPrivacyPage')),
  page('privacy-requests/$school/$id', lazy(privacyRequest, 'RequestPage')),
  page('account', lazy(account, 'AccountPage')),
])
