import { ProblemError } from '../../call.ts'

/** What a refusal says of a field, by any of its names on the wire: for the field's Form.Item. */
export function fieldFault(error: unknown, ...names: readonly string[]) {
  const errors = error instanceof ProblemError ? error.problem?.errors : undefined
  const fault = errors?.find(({ field }) => names.includes(field))
  return fault ? { validateStatus: 'error' as const, help: fault.message } : {}
}
