import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const pages = () => import('./platform-portal.tsx')
const inbox = () => import('../features/notifications/inbox-page.tsx')
const privacy = () => import('../features/privacy/my-privacy-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

const portal = createRoute({
  getParentRoute: () => root,
  path: 'platform',
  component: lazy(pages, 'PlatformPortal'),
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

/** For whoever runs the platform: schools, and nothing of what happens in them. */
export const platformRoutes = portal.addChildren([
  page('/', lazy(pages, 'OperatedSchoolsPage')),
  page('schools/$code', lazy(pages, 'OperatedSchoolPage')),
  page('health', lazy(pages, 'HealthPage')),
  page('code-tables', lazy(pages, 'CodeTablesPage')),
  page('code-tables/$kind', lazy(pages, 'CodeTablePage')),
  page('places/$kind', lazy(pages, 'PlaceFactsPage')),
  page('notices', lazy(inbox, 'InboxPage')),
  page('privacy', lazy(privacy, 'MyPrivacyPage')),
  page('account', lazy(account, 'AccountPage')),
])
