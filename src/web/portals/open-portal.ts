import type { AnyRoute } from '@tanstack/react-router'
import type { Portal } from '../../domain/portal.ts'
import { NotFetched } from './lazy-page.tsx'

/** The addresses of a portal's pages come with its frame: none is fetched for who is in another. */
const tables: Readonly<Record<Portal, () => Promise<AnyRoute>>> = {
  student: async () => (await import('./student.routes.ts')).studentRoutes,
  employer: async () => (await import('./employer.routes.ts')).employerRoutes,
  school: async () => (await import('./school.routes.ts')).schoolRoutes,
  platform: async () => (await import('./platform.routes.ts')).platformRoutes,
}

const opened = new Map<Portal, AnyRoute>()

/** The routes of the portals that have been opened. */
export const openedPortals = (): readonly AnyRoute[] => [...opened.values()]

/** Fetches the routes of a portal. Answers whether they were not here before. Throws NotFetched. */
export async function openPortal(portal: Portal): Promise<boolean> {
  if (opened.has(portal)) return false
  try {
    opened.set(portal, await tables[portal]())
  } catch (cause) {
    throw new NotFetched(portal, { cause })
  }
  return true
}
