import { Button } from 'antd'
import { useState } from 'react'
import { said } from '../../ui/said.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'

type Props = { label: string; done: string; save: () => Promise<unknown> }

/** Gives a file; what stands in its way is said beside it. */
export function SaveButton({ label, done, save }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const take = async () => {
    setBusy(true)
    setError(null)
    try {
      await save()
      said.success(done)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button loading={busy} onClick={() => void take()}>
        {label}
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </>
  )
}
