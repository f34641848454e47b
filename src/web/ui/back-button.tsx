import { useNavigate, useRouter } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { PlainButton } from './plain-button.tsx'
import { uiWords } from './words.ts'

/** 返回: to the page before, or to `list` where the reader came from outside, by a link in a mail. */
export function BackButton({ list }: { list: string }) {
  const w = useWords(uiWords)
  const { history } = useRouter()
  const navigate = useNavigate()
  const back = () => (history.canGoBack() ? history.back() : void navigate({ to: list }))
  return (
    <PlainButton data-back onClick={back}>
      {w.back}
    </PlainButton>
  )
}
