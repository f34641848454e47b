import { useEffect, useState } from 'react'
import { useUnreadCount } from '../features/notifications/unread-count.ts'
import { uiWords } from '../ui/words.ts'
import { useWords } from '../words/language.tsx'
import { portalWords } from './words.ts'

/** The heading of the page that is shown, followed wherever it is drawn; empty while there is none. */
export function useHeading(): string {
  const [heading, setHeading] = useState('')
  useEffect(() => {
    const read = () => setHeading(document.querySelector('h1')?.textContent?.trim() ?? '')
    const observer = new MutationObserver(read)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    read()
    return () => observer.disconnect()
  }, [])
  return heading
}

/** The window is called as its page is, with what is unread in front: tabs and history can then be told apart. */
export function PageTitle() {
  const { product } = useWords(uiWords)
  const { slogan } = useWords(portalWords)
  const heading = useHeading()
  const unread = useUnreadCount() ?? 0
  const plain = heading ? `${heading} · ${product}` : `${product} · ${slogan}`
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${plain}` : plain
  }, [unread, plain])
  return null
}
