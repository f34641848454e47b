import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Suspense } from 'react'
import { Failure } from './ui/failure.tsx'
import { Loading } from './ui/loading.tsx'

function Root() {
  return (
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  )
}

const root = createRootRoute({ component: Root, errorComponent: ({ error }) => <Failure error={error} /> })
const student = lazily(() => import('./portals/student-portal.tsx'))
const employer = lazily(() => import('./portals/employer-portal.tsx'))
const school = lazily(() => import('./portals/school-portal.tsx'))

const home = lazily(() => import('./features/students/student-pages.tsx'))
const list = lazily(() => import('./features/invitations/my-invitations-page.tsx'))
const letter = lazily(() => import('./features/invitations/invitation-page.tsx'))
const agreement = lazily(() => import('./features/agreements/agreement-page.tsx'))
const paper = lazily(() => import('./features/agreements/paper/my-paper-page.tsx'))
const registerPaper = lazily(() => import('./features/agreements/paper/register-paper-page.tsx'))
const correctPaper = lazily(() => import('./features/agreements/paper/correct-paper-page.tsx'))
const destinations = lazily(() => import('./features/destinations/my-destinations-page.tsx'))
const declare = lazily(() => import('./features/destinations/declare-page.tsx'))
const destination = lazily(() => import('./features/destinations/destination-page.tsx'))
const correctDestination = lazily(() => import('./features/destinations/correct-destination-page.tsx'))
const dissolutions = lazily(() => import('./features/dissolutions/lists/my-dissolutions-page.tsx'))
const dissolve = lazily(() => import('./features/dissolutions/asking/ask-dissolution-page.tsx'))
const dissolution = lazily(() => import('./features/dissolutions/dissolution-page.tsx'))
const certificate = lazily(() => import('./features/dissolutions/proof/certificate-page.tsx'))
const proof = lazily(() => import('./features/dissolutions/proof/proof-page.tsx'))
const account = lazily(() => import('./features/accounts/account-page.tsx'))
const verification = lazily(() => import('./features/accounts/verification-page.tsx'))
const notices = lazily(() => import('./features/notifications/inbox-page.tsx'))
const door = lazily(() => import('./features/accounts/sign-in-page.tsx'))
const front = lazily(() => import('./features/public/front-pages.tsx'))

/** One chunk a staff portal; for a student's phone one a page, so that it downloads no more than it shows. */
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
  createRoute({ getParentRoute: () => root, path: '/', component: front('FrontPage') }),
  createRoute({ getParentRoute: () => root, path: 's/$school', component: front('SchoolFrontPage') }),
  createRoute({ getParentRoute: () => root, path: 'sign-in/$portal', component: door('SignInPage') }),
  createRoute({ getParentRoute: () => root, path: 'proof/$school/$code', component: proof('ProofPage') }),
  studentRoot.addChildren([
    s('/', home('StudentHomePage')),
    s('verification', verification('VerificationPage')),
    s('invitations', list('MyInvitationsPage')),
    s('invitations/$school/$id', letter('InvitationPage')),
    s('agreements/$school/$id', agreement('AgreementPage')),
    s('dissolutions', dissolutions('MyDissolutionsPage')),
    s('dissolve/$school/$id', dissolve('AskDissolutionPage')),
    s('dissolutions/$school/$id', dissolution('DissolutionPage')),
    s('dissolutions/$school/$id/certificate', certificate('CertificatePage')),
    s('agreements/$school/$id/correct', correctPaper('CorrectPaperPage')),
    s('paper', paper('MyPaperPage')),
    s('paper/new', registerPaper('RegisterPaperPage')),
    s('destinations', destinations('MyDestinationsPage')),
    s('destinations/new', declare('DeclarePage')),
    s('destinations/$school/$id', destination('DestinationPage')),
    s('destinations/$school/$id/correct', correctDestination('CorrectDestinationPage')),
    s('data', home('StudentDataPage')),
    s('notices', notices('NoticesPage')),
    s('account', account('AccountPage')),
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
    e('dissolutions', employer('EmployerDissolutionsPage')),
    e('dissolve/$school/$id', employer('AskDissolutionPage')),
    e('dissolutions/$school/$id', employer('DissolutionPage')),
    e('notices', notices('NoticesPage')),
    e('account', account('AccountPage')),
  ]),
  schoolRoot.addChildren([
    c('/', school('AgreementQueuePage')),
    c('dissolutions', school('DissolutionQueuePage')),
    c('dissolutions/$school/$id', school('DissolutionPage')),
    c('destinations', school('DestinationQueuePage')),
    c('destinations/$school/$id', school('DestinationPage')),
    c('agreements/$school/$id', school('AgreementPage')),
    c('students', school('StudentListPage')),
    c('students/$school/$id', school('StudentFilePage')),
    c('settings', school('SettingsPage')),
    c('notices', notices('NoticesPage')),
    c('account', account('AccountPage')),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  // Search parameters are plain text, so that `?school=10488` stays a school code.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined)
    return given.length > 0
      ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
      : ''
  },
  defaultErrorComponent: ({ error }) => <Failure error={error} />,
  defaultNotFoundComponent: () => <Failure />,
})
