import type { z } from 'zod'
import type { reason } from '../../../contracts/problem.ts'
import { useWords } from '../../words/language.tsx'
import { useRefusalText } from '../../words/refusals.ts'
import { usePortal } from './portal.ts'
import { problemWords } from './problem-words.ts'

export type Reason = z.infer<typeof reason>

/** Who can remove what stands in the way; the reader is spoken to. */
export function useWhoCanHelp(): (remover: Reason['remover']) => string {
  const w = useWords(problemWords).whoCanHelp
  const reader = usePortal()
  return (remover) => w[remover === reader ? 'reader' : remover]
}

/** What stands in the way, with who can remove it (R27). */
export function useReasonText(): (reason: Reason) => string {
  const refusalText = useRefusalText()
  const whoCanHelp = useWhoCanHelp()
  return ({ code, remover, details }) => `${refusalText(code, details)} — ${whoCanHelp(remover)}`
}
