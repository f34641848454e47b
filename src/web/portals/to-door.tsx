import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { PORTALS } from '../../domain/portal.ts'
import { Loading } from '../ui/loading.tsx'

/**
 * Leads to the door of the portal that a page is of, and from there back to the page. The page is the one that was asked for:
 * what stands here is drawn again while the address is changing already.
 */
export function ToDoor() {
  const navigate = useNavigate()
  const { href } = useLocation()
  const [asked] = useState(href)
  useEffect(() => {
    const portal = PORTALS.find((one) => one === asked.split(/[/?#]/)[1]) ?? 'student'
    const from = asked === `/${portal}` ? undefined : asked
    void navigate({ to: '/sign-in/$portal', params: { portal }, search: { from }, replace: true })
  }, [asked, navigate])
  return <Loading />
}
