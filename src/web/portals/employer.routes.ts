import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const pages = () => import('./employer-portal.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

const portal = createRoute({
  getParentRoute: () => root,
  path: 'employer',
  component: lazy(pages, 'EmployerPortal'),
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

/** One chunk for all that HR works with. */
export const employerRoutes = portal.addChildren([
  page('/', lazy(pages, 'WorkbenchPage')),
  page('invite', lazy(pages, 'InvitePage')),
  page('invitations', lazy(pages, 'SentInvitationsPage')),
  page('invitations/$school/$id', lazy(pages, 'InvitationPage')),
  page('invitations/$school/$id/revise', lazy(pages, 'RevisePage')),
  page('agreements', lazy(pages, 'SignedStudentsPage')),
  page('agreements/$school/$id', lazy(pages, 'AgreementPage')),
  page('agreements/$school/$id/amend', lazy(pages, 'AmendPage')),
  page('dissolutions', lazy(pages, 'EmployerDissolutionsPage')),
  page('dissolve/$school/$id', lazy(pages, 'AskDissolutionPage')),
  page('dissolutions/$school/$id', lazy(pages, 'DissolutionPage')),
  page('schools', lazy(pages, 'SchoolsPage')),
  page('apply/$school', lazy(pages, 'ApplyPage')),
  page('admissions/$school/$id', lazy(pages, 'AdmissionPage')),
  page('record', lazy(pages, 'RecordPage')),
  page('members', lazy(pages, 'MembersPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('account', lazy(account, 'AccountPage')),
])
