import { type AnyRoute, createRouter } from '@tanstack/react-router'
import { portalOf } from './features/cases/portal.ts'
import type { employerRoutes } from './portals/employer.routes.ts'
import { Failure } from './portals/failure.tsx'
import { openedPortals, openPortal } from './portals/open-portal.ts'
import type { platformRoutes } from './portals/platform.routes.ts'
import { publicRoutes } from './portals/public.routes.ts'
import { root } from './portals/root.tsx'
import type { schoolRoutes } from './portals/school.routes.ts'
import type { studentRoutes } from './portals/student.routes.ts'

/** All routes, as the compiler knows them; the router knows a portal's once it has been opened. */
type Routes = readonly [
  ...typeof publicRoutes,
  typeof studentRoutes,
  typeof employerRoutes,
  typeof schoolRoutes,
  typeof platformRoutes,
]
const here = (): readonly AnyRoute[] => [...publicRoutes, ...openedPortals()]

export const router = createRouter({
  routeTree: root.addChildren(here() as Routes),
  context: {
    open: async (path) => {
      const portal = portalOf(path)
      const isNew = portal !== null && (await openPortal(portal))
      if (isNew) {
        root.addChildren(here())
        router.setRoutes(router.buildRouteTree())
      }
      return isNew
    },
  },
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
