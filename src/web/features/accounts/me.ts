import { useSuspenseQuery } from '@tanstack/react-query'
import { getMe, type Me } from '../../../contracts/accounts.ts'
import { ask } from '../../call.ts'

/** The person signed in; only below a portal. */
export const useMe = (): Me => useSuspenseQuery(ask(getMe)).data

/** The code of the school that the person belongs to; an employer's belong to none. */
export const useMySchool = (): string => useMe().school?.code ?? ''
