import { Refusal } from '../refusal.ts'

/** The code with which this is refused, what else it throws as text, and null where it goes through. */
export function codeOf(tried: () => unknown): string | null {
  try {
    tried()
    return null
  } catch (refusal) {
    return refusal instanceof Refusal ? refusal.code : String(refusal)
  }
}
