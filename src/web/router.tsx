import { createRouter } from '@tanstack/react-router'
import { employerRoutes } from './portals/employer.routes.ts'
import { Failure } from './portals/failure.tsx'
import { platformRoutes } from './portals/platform.routes.ts'
import { publicRoutes } from './portals/public.routes.ts'
import { root } from './portals/root.tsx'
import { schoolRoutes } from './portals/school.routes.ts'
import { studentRoutes } from './portals/student.routes.ts'

export const router = createRouter({
  routeTree: root.addChildren([...publicRoutes, studentRoutes, employerRoutes, schoolRoutes, platformRoutes]),
  // Search parameters are plain text, so that `?school=10488` stays a school code.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined)
    return given.length > 0
      ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
      : ''
  },
  // The way back leads to where one was on the page.
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => <Failure error={error} />,
  defaultNotFoundComponent: () => <Failure />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
