import { Button, Select } from 'antd'
import { useWords } from '../words/language.tsx'
import { useIsNarrow } from './narrow.ts'
import { uiWords } from './words.ts'
import './pager.css'

/** How many a page may hold. */
const SIZES = ['20', '50', '100']
export type PageSizes = { readonly size: string; readonly choose: (size: string) => void }
type Props = {
  of: { readonly page: number; readonly pageSize: number; readonly total: number }
  onPage: (page: number) => void
  sizes?: PageSizes | undefined
  /** In a column beside a page, as on a phone. */
  inColumn?: boolean
}

/** The manual's pager below a list; on a phone the page before, the place and the page after. */
export function Pager({ of: { page, pageSize, total }, onPage, sizes, inColumn = false }: Props) {
  const w = useWords(uiWords)
  const isNarrow = useIsNarrow() || inColumn
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const step = (text: string, to: number, able: boolean) => (
    <Button disabled={!able} onClick={() => onPage(to)}>
      {text}
    </Button>
  )
  const previous = step(w.previous, page - 1, page > 1)
  const next = step(w.next, page + 1, page < pages)
  if (isNarrow && pages === 1) return null
  return (
    <nav className="pager" aria-label={w.pages}>
      {isNarrow ? (
        <>
          {previous}
          <span>{`${page}/${pages}`}</span>
          {next}
        </>
      ) : (
        <>
          <span>{w.pager(total, page, pages)}</span>
          {step(w.first, 1, page > 1)}
          {previous}
          {next}
          {step(w.last, pages, page < pages)}
          {sizes && (
            <Select
              aria-label={w.pageSize}
              value={sizes.size}
              onChange={sizes.choose}
              options={SIZES.map((value) => ({ value, label: w.aPage(value) }))}
            />
          )}
        </>
      )}
    </nav>
  )
}
