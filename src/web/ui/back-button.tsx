import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../words/language.tsx'

/** 返回: to the page before, or to `list` where the reader came from outside, by a link in a mail. */
export function BackButton({ list }: { list: string }) {
  const words = useWords()
  const { history } = useRouter()
  const navigate = useNavigate()
  const back = () =>
    history.canGoBack() ? history.back() : void navigate({ to: list as '/student/dissolutions' })
  return <Button onClick={back}>{words.back}</Button>
}
