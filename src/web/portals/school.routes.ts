import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const pages = () => import('./school-portal.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

const portal = createRoute({
  getParentRoute: () => root,
  path: 'school',
  component: lazy(pages, 'SchoolPortal'),
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

/** One chunk for all that staff work with. */
export const schoolRoutes = portal.addChildren([
  page('/', lazy(pages, 'AgreementQueuePage')),
  page('dissolutions', lazy(pages, 'DissolutionQueuePage')),
  page('dissolutions/$school/$id', lazy(pages, 'DissolutionPage')),
  page('destinations', lazy(pages, 'DestinationQueuePage')),
  page('destinations/$school/$id', lazy(pages, 'DestinationPage')),
  page('agreements/$school/$id', lazy(pages, 'AgreementPage')),
  page('employers', lazy(pages, 'AdmissionQueuePage')),
  page('admissions/$school/$id', lazy(pages, 'AdmissionPage')),
  page('students', lazy(pages, 'StudentListPage')),
  page('students/$school/$id', lazy(pages, 'StudentFilePage')),
  page('activation-codes', lazy(pages, 'ClassCodesPage')),
  page('colleges', lazy(pages, 'CollegesPage')),
  page('staff', lazy(pages, 'StaffPage')),
  page('staff/$id', lazy(pages, 'StaffMemberPage')),
  page('settings', lazy(pages, 'SettingsPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('account', lazy(account, 'AccountPage')),
])
