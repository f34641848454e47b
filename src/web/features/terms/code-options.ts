import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listCodes } from '../../../contracts/schools.ts'
import { ask } from '../../call.ts'
import { useLanguage } from '../../words/language.tsx'

/** A code table as options: `label` in the reader's language, `name` in Chinese, both with what stands above them. */
export function useCodeOptions(kind: string) {
  const { language } = useLanguage()
  const { data } = useQuery({
    ...ask(listCodes, { params: { kind } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => {
    const rows = new Map((data?.items ?? []).map((row) => [row.code, row]))
    const wordsFor = (code: string, english: boolean): string => {
      const row = rows.get(code)
      if (!row) return ''
      const above = row.parent ? wordsFor(row.parent, english) : ''
      // 北京市 is a province and its only city.
      if (row.parent && rows.get(row.parent)?.name === row.name) return above
      return above + (english ? (row.nameEn ?? row.name) : row.name)
    }
    return [...rows.values()].map(({ code: value, offered }) => ({
      value,
      // What is over is still shown where it was chosen.
      disabled: !offered,
      label: wordsFor(value, language === 'en'),
      name: wordsFor(value, false),
    }))
  }, [data, language])
}
