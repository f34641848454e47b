import { useNavigate, useRouter } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { PlainButton } from './plain-button.tsx'
import { uiWords } from './words.ts'

type Props = { list: string; search?: Readonly<Record<string, string | undefined>> }

/** To the page before, or to `list` where the reader came from outside, by a link in a mail. */
export function useBack({ list, search = {} }: Props): () => void {
  const { history } = useRouter()
  const navigate = useNavigate()
  return () => (history.canGoBack() ? history.back() : void navigate({ to: list, search }))
}

/** 返回. */
export const BackButton = (to: Props) => (
  <PlainButton data-back onClick={useBack(to)}>
    {useWords(uiWords).back}
  </PlainButton>
)
