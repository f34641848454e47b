import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../../../contracts/accounts.ts'
import { beginAs } from '../../call.ts'

/** Whoever has just got an account begins as its owner, on this page of the employer's portal. */
export function useEnter() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (me: Me, to: '/employer' | '/employer/schools') => {
    client.clear()
    beginAs(me.id)
    await navigate({ to, replace: true })
  }
}
