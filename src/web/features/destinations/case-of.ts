import type { DestinationStatus } from '../../../domain/destination/life.ts'

/** A destination with its status as people say it: one that is asked to be voided stands as registered meanwhile. */
export const caseOf = <Of extends { readonly status: DestinationStatus; readonly voiding: boolean }>(
  of: Of,
) => ({
  ...of,
  status: of.voiding ? ('voiding' as const) : of.status,
})
