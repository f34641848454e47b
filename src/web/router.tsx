import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Suspense } from 'react'
import { SignInPage } from './features/account/sign-in-page.tsx'
import { FrontPage, SchoolFrontPage } from './features/school/front-pages.tsx'
import { Failure } from './ui/failure.tsx'
import { useWords } from './words/language.tsx'

function Root() {
  const words = useWords()
  return (
    <Suspense fallback={<p className="empty">{words.loading}</p>}>
      <Outlet />
    </Suspense>
  )
}

const root = createRootRoute({ component: Root, errorComponent: ({ error }) => <Failure error={error} /> })
const student = lazily(() => import('./portals/student-portal.tsx'))
const employer = lazily(() => import('./portals/employer-portal.tsx'))
const school = lazily(() => import('./portals/school-portal.tsx'))

/** One chunk a portal: a student downloads no reviewer's page. */
function lazily<M extends Record<string, unknown>>(load: () => Promise<M>) {
  return <K extends keyof M & string>(name: K) =>
    lazyRouteComponent(load as () => Promise<Record<string, never>>, name)
}

const studentRoot = createRoute({
  getParentRoute: () => root,
  path: 'student',
  component: student('StudentPortal'),
})
const employerRoot = createRoute({
  getParentRoute: () => root,
  path: 'employer',
  component: employer('EmployerPortal'),
})
const schoolRoot = createRoute({
  getParentRoute: () => root,
  path: 'school',
  component: school('SchoolPortal'),
})
const below =
  <P extends typeof studentRoot | typeof employerRoot | typeof schoolRoot>(parent: P) =>
  <const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => parent, path, component })
const s = below(studentRoot)
const e = below(employerRoot)
const c = below(schoolRoot)

const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: FrontPage }),
  createRoute({ getParentRoute: () => root, path: 's/$school', component: SchoolFrontPage }),
  createRoute({ getParentRoute: () => root, path: 'sign-in/$portal', component: SignInPage }),
  studentRoot.addChildren([
    s('/', student('StudentHomePage')),
    s('verification', student('VerificationPage')),
    s('invitations', student('MyInvitationsPage')),
    s('invitations/$school/$id', student('InvitationPage')),
    s('agreements/$school/$id', student('AgreementPage')),
    s('data', student('StudentDataPage')),
    s('account', student('AccountPage')),
  ]),
  employerRoot.addChildren([
    e('/', employer('WorkbenchPage')),
    e('invite', employer('InvitePage')),
    e('invitations', employer('SentInvitationsPage')),
    e('invitations/$school/$id', employer('InvitationPage')),
    e('invitations/$school/$id/revise', employer('RevisePage')),
    e('agreements', employer('SignedStudentsPage')),
    e('agreements/$school/$id', employer('AgreementPage')),
    e('agreements/$school/$id/amend', employer('AmendPage')),
    e('account', employer('AccountPage')),
  ]),
  schoolRoot.addChildren([
    c('/', school('ReviewQueuePage')),
    c('agreements/$school/$id', school('AgreementPage')),
    c('students', school('StudentListPage')),
    c('students/$school/$id', school('StudentFilePage')),
    c('settings', school('SettingsPage')),
    c('account', school('AccountPage')),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultErrorComponent: ({ error }) => <Failure error={error} />,
  defaultNotFoundComponent: () => <Failure />,
})
