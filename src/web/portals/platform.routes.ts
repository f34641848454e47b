import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { CodeTablePage } from '../features/platform/code-table-page.tsx'
import { CodeTablesPage } from '../features/platform/code-tables-page.tsx'
import { HealthPage } from '../features/platform/health-page.tsx'
import { OperatedSchoolPage } from '../features/platform/operated-school-page.tsx'
import { OperatedSchoolsPage } from '../features/platform/operated-schools-page.tsx'
import { PlaceFactsPage } from '../features/platform/place-facts-page.tsx'
import { lazyPage as lazy } from './lazy-page.tsx'
import { PlatformPortal } from './platform-portal.tsx'
import { root } from './root.tsx'

const inbox = () => import('../features/notifications/inbox-page.tsx')
const privacy = () => import('../features/privacy/my-privacy-page.tsx')
const account = () => import('../features/accounts/account-page.tsx')

const portal = createRoute({
  getParentRoute: () => root,
  path: 'platform',
  component: PlatformPortal,
})
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => portal, path, component })

/** For whoever runs the platform: schools, and nothing of what happens in them. */
export const platformRoutes = portal.addChildren([
  page('/', OperatedSchoolsPage),
  page('schools/$code', OperatedSchoolPage),
  page('health', HealthPage),
  page('code-tables', CodeTablesPage),
  page('code-tables/$kind', CodeTablePage),
  page('places/$kind', PlaceFactsPage),
  page('notices', lazy(inbox, 'InboxPage')),
  page('privacy', lazy(privacy, 'MyPrivacyPage')),
  page('account', lazy(account, 'AccountPage')),
])
