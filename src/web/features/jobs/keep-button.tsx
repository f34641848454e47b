import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { keepJob, letJobGo } from '../../../contracts/jobs.ts'
import { call } from '../../call.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { marketWords } from './words.ts'

/** 收藏, or no longer. */
export function KeepButton({ shortId, isKept, title }: { shortId: string; isKept: boolean; title: string }) {
  const w = useWords(marketWords)
  const school = useMySchool()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: () => call(isKept ? letJobGo : keepJob, { params: { school, shortId } }),
    onSuccess: () => said.success(isKept ? w.letGoSaid : w.keptSaid),
    onError: (error) => said.warning(error.message, 8),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <Button
      aria-pressed={isKept}
      aria-label={`${isKept ? w.kept : w.keep}: ${title}`}
      title={isKept ? w.letGo : undefined}
      loading={change.isPending}
      onClick={() => change.mutate()}
    >
      {isKept ? w.kept : w.keep}
    </Button>
  )
}
