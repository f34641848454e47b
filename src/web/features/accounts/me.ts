import { useSuspenseQuery } from '@tanstack/react-query'
import { getMe, type Me } from '../../../contracts/accounts.ts'
import type { CasePortal } from '../../../contracts/case-address.ts'
import type { Holder } from '../../../domain/review.ts'
import { ask, beginAs, call } from '../../call.ts'

const askMe = {
  ...ask(getMe),
  queryFn: async () => {
    const me = await call(getMe)
    beginAs(me.id)
    return me
  },
}

/** The person who began this page; only below a portal. */
export const useMe = (): Me => useSuspenseQuery(askMe).data

/** In which of the portals with cases the person is; the platform's reads none, and has no page of any. */
export function useCasePortal(): CasePortal {
  const { portal } = useMe()
  if (portal === 'platform') throw new Error('an operator reads no case')
  return portal
}

/** Whose turn something is, where it is the reader's own: staff of a college review at its level. */
export function useReader(): NonNullable<Holder> {
  const { staffRole } = useMe()
  const portal = useCasePortal()
  return portal === 'school' && staffRole === 'college_reviewer' ? 'college' : portal
}

/** The code of the school that the person belongs to; an employer's belong to none. */
export const useMySchool = (): string => useMe().school?.code ?? ''

/** Whether this portal's own data may be asked for: not before the session has all that it lacks, which shows its gate meanwhile. */
export function useMayAsk(portal: Me['portal']): boolean {
  const me = useMe()
  return me.portal === portal && me.verified && me.lacks === null
}
