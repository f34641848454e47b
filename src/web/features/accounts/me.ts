import { useSuspenseQuery } from '@tanstack/react-query'
import { getMe, type Me } from '../../../contracts/accounts.ts'
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

/** The code of the school that the person belongs to; an employer's belong to none. */
export const useMySchool = (): string => useMe().school?.code ?? ''
