import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

const front = () => import('../features/public/front-pages.tsx')

/** What anybody may read, and the doors. */
export const publicRoutes = [
  page('/', lazy(front, 'FrontPage')),
  page(
    'sign-in/$portal',
    lazy(() => import('../features/accounts/sign-in-page.tsx'), 'SignInPage'),
  ),
  page(
    'register',
    lazy(() => import('./register-door.tsx'), 'RegisterPage'),
  ),
  page(
    'privacy',
    lazy(() => import('../features/privacy/public-notice-page.tsx'), 'PublicNoticePage'),
  ),
  page(
    'confirm-email',
    lazy(() => import('../features/accounts/confirm-email-page.tsx'), 'ConfirmEmailPage'),
  ),
  page(
    'enter',
    lazy(() => import('../features/accounts/enter-page.tsx'), 'EnterPage'),
  ),
  page(
    'forgotten/$portal',
    lazy(() => import('../features/accounts/forgotten-page.tsx'), 'ForgottenPage'),
  ),
  page(
    'school-door',
    lazy(() => import('../features/school-sign-in/school-door-page.tsx'), 'SchoolDoorPage'),
  ),
  page(
    'recover',
    lazy(() => import('../features/accounts/recover-page.tsx'), 'RecoverPage'),
  ),
  page(
    'proof/$school/$code',
    lazy(() => import('../features/dissolutions/proof/proof-page.tsx'), 'ProofPage'),
  ),
] as const
