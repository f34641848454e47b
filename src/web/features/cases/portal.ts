import { useLocation } from '@tanstack/react-router'
import { PORTALS, type Portal } from '../../../domain/portal.ts'

/** The portal that an address belongs to; null for a public page. */
export function portalOf(path: string): Portal | null {
  const [, first] = path.split('/')
  return PORTALS.find((portal) => portal === first) ?? null
}

export const usePortal = (): Portal | null => portalOf(useLocation().pathname)
