import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { ProblemError } from '../call.ts'
import { useWords } from '../words/language.tsx'
import { ProblemNote } from './problem-note.tsx'

type Act = (reason: string) => Promise<unknown>
type Props = {
  label: string
  title: string
  text?: string
  confirm?: string
  done: string
  kind?: 'primary' | 'danger' | 'plain'
  /** Whether a reason is asked for: not at all, if wished, or always. */
  reason?: 'none' | 'optional' | 'needed'
  act: Act
  /** Called after a refusal too: what is on the page may be out of date. */
  settled: () => void
}

/**
 * An act with its second, explicit confirmation; on a refusal the dialog stays with what was typed. What is
 * confirmed is what was on the page when the dialog opened, even if the page has been refreshed behind it.
 */
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
  const [opened, setOpened] = useState<{ act: Act } | null>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ProblemError ? error.problem : null
  const open = () => {
    setOpened({ act })
    setError(null)
    setMissing(false)
  }
  const submit = async () => {
    const nothingTyped = reason === 'needed' && !typed.trim()
    setMissing(nothingTyped)
    if (nothingTyped || !opened) return
    setBusy(true)
    setError(null)
    try {
      await opened.act(typed.trim())
      setOpened(null)
      setTyped('')
      message.success(done)
    } catch (refused) {
      setError(refused)
      // The refreshed page may no longer offer this act, and its dialog goes with it: say why beside the page too.
      const said = refused instanceof ProblemError ? refused.problem : null
      if (said?.status === 409 && said.code !== 'content-changed') message.warning(said.title, 8)
    } finally {
      setBusy(false)
      settled()
    }
  }
  return (
    <>
      <Button
        type={kind === 'primary' ? 'primary' : 'default'}
        danger={kind === 'danger'}
        aria-haspopup="dialog"
        onClick={open}
      >
        {label}
      </Button>
      <Modal
        open={opened !== null}
        title={title}
        okText={confirm ?? label}
        cancelText={words.cancel}
        okButtonProps={{ danger: kind === 'danger', loading: busy, disabled: problem?.status === 409 }}
        onOk={submit}
        onCancel={() => setOpened(null)}
      >
        {text && <p>{text}</p>}
        <ProblemNote error={error} />
        {reason !== 'none' && (
          <>
            <label htmlFor={id}>
              {words.reason}
              {reason === 'optional' && ` ${words.optional}`}
            </label>
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={500}
              showCount
              aria-required={reason === 'needed'}
              aria-invalid={missing}
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
