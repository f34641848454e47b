import { useLocation } from '@tanstack/react-router'
import type { z } from 'zod'
import type { reason } from '../../../contracts/endpoint.ts'
import type { RefusalCode } from '../../../domain/refusal.ts'
import { refusalText } from '../../../words/refusals.ts'
import { useLanguage, useWords } from '../../words/language.tsx'

export type Reason = z.infer<typeof reason>

/** Who can remove what stands in the way; the reader is spoken to. */
export function useWhoCanHelp(): (remover: Reason['remover']) => string {
  const words = useWords()
  const reader = useLocation().pathname.split('/')[1]
  return (remover) => words.whoCanHelp[remover === reader ? 'reader' : remover]
}

/** What stands in the way, with who can remove it (R27). */
export function useReasonText(): (reason: Reason) => string {
  const { language } = useLanguage()
  const whoCanHelp = useWhoCanHelp()
  return ({ code, remover, details }) =>
    `${refusalText(code as RefusalCode, language, details)} — ${whoCanHelp(remover)}`
}
