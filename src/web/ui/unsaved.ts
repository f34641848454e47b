import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../words/language.tsx'
import { confirmed, expectToSay } from './said.tsx'
import { uiWords } from './words.ts'

/**
 * Asks before a page is left, or its window closed, while `isUnsaved` says that something typed would be lost.
 * `text` says what, where it is not what was typed. A change of the address below the same path keeps the page, and what was typed.
 */
export function useUnsaved(isUnsaved: () => boolean, text?: string): void {
  const w = useWords(uiWords).unsaved
  useEffect(() => {
    // Before the line may be gone.
    void expectToSay().catch(() => {})
  }, [])
  useBlocker({
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isUnsaved()) return false
      const leaves = await confirmed({
        title: w.title,
        content: text ?? w.text,
        okText: w.leave,
        cancelText: w.stay,
        okButtonProps: { danger: true },
        autoFocusButton: 'cancel',
      })
      return !leaves
    },
  })
}
