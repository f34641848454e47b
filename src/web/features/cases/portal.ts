import { useLocation } from '@tanstack/react-router'
import { PORTALS, type Portal } from '../../../domain/portal.ts'

/** The portal that the page belongs to, by its address; null for a public page. */
export function usePortal(): Portal | null {
  const [, first] = useLocation().pathname.split('/')
  return PORTALS.find((portal) => portal === first) ?? null
}
