import type { Notification } from '../../../contracts/notifications.ts'
import { useWords } from '../../words/language.tsx'
import { deliveryWords } from './delivery-words.ts'

/** What became of a message, and why where it has not come: for its reader. */
export function useDeliveryText(): (of: Notification['messages'][number]) => string {
  const w = useWords(deliveryWords)
  return ({ channel, state, fault }) => {
    const text = w.state(w.channels[channel], w.states[state])
    return fault ? w.because(text, w.faults[fault]) : text
  }
}
