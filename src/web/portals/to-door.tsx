import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { usePortal } from '../features/cases/portal.ts'
import { Loading } from '../ui/loading.tsx'

/**
 * Leads to the door of the portal that a page is of, and from there back to the page. The page is the one that was asked for:
 * what stands here is drawn again while the address is changing already.
 */
export function ToDoor() {
  const navigate = useNavigate()
  const { href } = useLocation()
  const here = usePortal()
  const [{ asked, portal }] = useState({ asked: href, portal: here ?? 'student' })
  useEffect(() => {
    const from = asked === `/${portal}` ? undefined : asked
    void navigate({ to: '/sign-in/$portal', params: { portal }, search: { from }, replace: true })
  }, [asked, portal, navigate])
  return <Loading />
}
