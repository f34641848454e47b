import { Input } from 'antd'
import { useState } from 'react'
import { LONGEST } from '../../domain/longest.ts'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'

type Props = { label: string; sought: string; onSearch: (text: string) => void }

/** What is typed here is sought on Enter or 查询; a search that comes or goes with the address is shown too. */
export function SearchField({ label, sought, onSearch }: Props) {
  const w = useWords(uiWords)
  const [typed, setTyped] = useState({ for: sought, text: sought })
  if (typed.for !== sought) setTyped({ for: sought, text: sought })
  return (
    <Input.Search
      className="seek"
      aria-label={label}
      placeholder={label}
      maxLength={LONGEST.search}
      allowClear
      enterButton={w.search}
      value={typed.text}
      onChange={({ target }) => setTyped({ for: sought, text: target.value })}
      onSearch={(text) => onSearch(text.trim())}
    />
  )
}
