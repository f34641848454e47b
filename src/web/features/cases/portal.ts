import { useLocation } from '@tanstack/react-router'
import { type Me, PORTALS } from '../../../contracts/accounts.ts'

/** The portal that the page belongs to, by its address; null for a public page. */
export function usePortal(): Me['portal'] | null {
  const [, first] = useLocation().pathname.split('/')
  return PORTALS.find((portal) => portal === first) ?? null
}
