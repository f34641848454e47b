import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { ProblemNote } from './problem-note.tsx'

type Props = {
  label: string
  title: string
  text?: string
  confirm?: string
  done: string
  kind?: 'primary' | 'danger' | 'plain'
  /** Whether a reason is asked for: not at all, if wished, or always. */
  reason?: 'none' | 'optional' | 'needed'
  act: (reason: string) => Promise<unknown>
  /** Called after a refusal too: what is on the page may be out of date. */
  settled: () => void
}

/** An act with its second, explicit confirmation; on a refusal the dialog stays with what was typed. */
export function ActButton({
  label,
  title,
  text,
  confirm,
  done,
  kind = 'plain',
  reason = 'none',
  act,
  settled,
}: Props) {
  const words = useWords()
  const { message } = App.useApp()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (reason === 'needed' && !typed.trim()) return setError(new Error(words.reasonNeeded))
    setBusy(true)
    setError(null)
    try {
      await act(typed.trim())
      setOpen(false)
      setTyped('')
      message.success(done)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
      settled()
    }
  }
  const missing = error instanceof Error && error.message === words.reasonNeeded
  return (
    <>
      <Button
        type={kind === 'primary' ? 'primary' : 'default'}
        danger={kind === 'danger'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={open}
        title={title}
        okText={confirm ?? label}
        cancelText={words.cancel}
        okButtonProps={{ danger: kind === 'danger', loading: busy }}
        onOk={submit}
        onCancel={() => setOpen(false)}
      >
        {text && <p>{text}</p>}
        {!missing && <ProblemNote error={error} />}
        {reason !== 'none' && (
          <>
            <label htmlFor={id}>{words.reason}</label>
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={500}
              showCount
              status={missing ? 'error' : ''}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            {missing && (
              <p role="alert" className="old">
                {words.reasonNeeded}
              </p>
            )}
          </>
        )}
      </Modal>
    </>
  )
}
