import { useListAddress } from '../../ui/list-address.ts'
import type { QueueFilter } from './queue-of.ts'

/** As many as the server shows where nothing is asked for. */
export const USUAL_SIZE = '20'

/** The address of a case that was opened from a queue: which queue, narrowed how, and where in it the case stood. */
export const useInQueue = <Status extends string>() => {
  const { at, ...list } = useListAddress<QueueFilter<Status> & { at: string }>().address
  const { page: _page, pageSize: _pageSize, ...narrowed } = list
  return { at, list, narrowed }
}

type List = { readonly page?: string | undefined; readonly pageSize?: string | undefined }
/** What stands behind the address of a list that shows what stands after so many others. */
export const listAt = <L extends List>(list: L, before: number) => ({
  ...list,
  page: String(Math.floor(before / Number(list.pageSize ?? USUAL_SIZE)) + 1),
})
