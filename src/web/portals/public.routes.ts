import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyPage as lazy } from './lazy-page.tsx'
import { root } from './root.tsx'

const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

const front = () => import('../features/public/front-pages.tsx')

/** What anybody may read, and the doors. */
export const publicRoutes = [
  page('/', lazy(front, 'FrontPage')),
  page('s/$school', lazy(front, 'SchoolFrontPage')),
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
    'proof/$school/$code',
    lazy(() => import('../features/dissolutions/proof/proof-page.tsx'), 'ProofPage'),
  ),
] as const
