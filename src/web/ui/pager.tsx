import { Button } from 'antd'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './pager.css'

type Props = {
  of: { readonly page: number; readonly pageSize: number; readonly total: number }
  onPage: (page: number) => void
}

/** The manual's pager below a list. */
export function Pager({ of: { page, pageSize, total }, onPage }: Props) {
  const w = useWords(uiWords)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const step = (text: string, to: number, able: boolean) => (
    <Button size="small" disabled={!able} onClick={() => onPage(to)}>
      {text}
    </Button>
  )
  return (
    <div className="pager">
      <span>{w.pager(total, page, pages)}</span>
      {step(w.first, 1, page > 1)}
      {step(w.previous, page - 1, page > 1)}
      {step(w.next, page + 1, page < pages)}
      {step(w.last, pages, page < pages)}
    </div>
  )
}
