import { Button, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useContext, useId, useState } from 'react'
import { ProblemError } from '../../call.ts'
import { FaultList } from '../../ui/fault-list.tsx'
import type { FieldAt } from '../../ui/field-at.tsx'
import { expectToSay, said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { AfterAct } from './after-act.ts'
import { AskedText } from './asked-text.tsx'
import { Begun } from './begun.ts'
import { useFocused } from './focused.ts'
import { ProblemNote } from './problem-note.tsx'
import { caseWords } from './words.ts'
import './act-button.css'

type Act<Given> = (reason: string, given: Given) => Promise<unknown>
/** Of a dialog's fields, by their names on the wire and in their order: what is wrong with each, or nothing. */
export type Faults = Readonly<Record<string, string | null>>
/** What a dialog asks for beside the reason: a tick, files. `faults` says all that keeps it from being sent. */
export type Asked<Given> = {
  readonly initial: Given
  readonly show: (
    given: Given,
    change: (part: Partial<Given>) => void,
    at: (field: string) => FieldAt,
  ) => ReactNode
  readonly faults: (given: Given) => Faults
  /** What is called how, for faults that the server names. */
  readonly names?: Readonly<Record<string, string>>
}
/** What an act's button says, its dialog or page, and what is said when it is done. */
export type ActWords<Text = string> = {
  readonly label: string
  readonly title: string
  readonly text?: Text
  /** Where the dialog's button says more than the label. */
  readonly confirm?: string
  readonly done: string
  /** What is typed where it is no reason. */
  readonly asksFor?: string
}
type Props<Given> = ActWords & {
  /** What it is done to, where a page has several such buttons: heard after the label. */
  of?: string
  /** What there is to read below the text. */
  children?: ReactNode
  /** The fingerprint of what it signs: said beside the button, before anybody presses it, and in its dialog. */
  signs?: ReactNode
  kind?: 'primary' | 'danger' | 'plain'
  /** Whether a reason is asked for: not at all, if wished, or always. */
  reason?: 'none' | 'optional' | 'needed'
  asked?: Asked<Given>
  /** The key that opens it, where cases are worked through with keys. */
  shortcut?: string | undefined
  act: Act<Given>
  /** Called after a refusal too: what is on the page may be out of date. */
  settled: () => void
}

/**
 * An act with its second, explicit confirmation; on a refusal the dialog stays with what was typed. What is
 * confirmed is what was on the page when the dialog opened, even if the page has been refreshed behind it.
 */
export function ActButton<Given extends object = object>({
  label,
  of,
  title,
  text,
  children,
  confirm,
  done,
  signs,
  kind = 'plain',
  reason = 'none',
  asksFor,
  asked,
  shortcut,
  act,
  settled,
}: Props<Given>) {
  const w = useWords(caseWords)
  const ui = useWords(uiWords)
  const id = useId()
  const afterAct = useContext(AfterAct)
  const byKeys = afterAct !== null
  const begun = useContext(Begun)
  const [opened, setOpened] = useState<{ act: Act<Given> } | null>(begun && { act })
  const [typed, setTyped] = useState('')
  const [changed, setChanged] = useState<Partial<Given>>({})
  const [error, setError] = useState<unknown>(null)
  /** How often it was sent with faults. */
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ProblemError ? error.problem : null
  const isRefused = problem?.status === 409
  const given = { ...asked?.initial, ...changed } as Given
  const faults: Faults = {
    ...asked?.faults(given),
    ...(reason === 'needed' && {
      reason: typed.trim() ? null : asksFor ? ui.needed(asksFor) : w.reasonNeeded,
    }),
  }
  const idOf = (field: string) => (field === 'reason' ? id : `${id}-${field}`)
  const wrong = Object.entries(faults).flatMap(([field, text]) => (text ? [{ id: idOf(field), text }] : []))
  const at = (field: string): FieldAt => ({
    id: idOf(field),
    fault:
      (tried > 0 ? faults[field] : null) ??
      problem?.errors?.find((one) => one.field === field)?.message ??
      null,
  })
  /** What is changed may be right now: the refusal was of what stood there. */
  const changing = () => setError(null)
  const open = () => {
    setOpened({ act })
    void expectToSay().catch(() => {})
    setError(null)
    setTried(0)
  }
  const close = () => setOpened(null)
  const submit = async () => {
    // Keys reach the form also while its button is at rest.
    if (busy || isRefused || !opened) return
    if (wrong.length > 0) return setTried(tried + 1)
    setBusy(true)
    setError(null)
    try {
      await opened.act(typed.trim(), given)
      close()
      setTyped('')
      setChanged({})
      if (afterAct) afterAct(done)
      else said.success(done)
    } catch (refused) {
      setError(refused)
      // The refreshed page may no longer offer this act, and its dialog goes with it: say why beside the page too.
      const problem = refused instanceof ProblemError ? refused.problem : null
      if (problem?.status === 409 && problem.code !== 'content-changed') said.warning(problem.title, 8)
      if (refused instanceof ProblemError && refused.isUnknown) said.warning(ui.outcomeUnknown, 12)
    } finally {
      setBusy(false)
      settled()
    }
  }
  useFocused(byKeys && opened ? idOf(reason === 'needed' ? 'reason' : 'sends') : null)
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return (
    <>
      {!begun && signs}
      {!begun && (
        <Button
          type={kind === 'primary' ? 'primary' : 'default'}
          danger={kind === 'danger'}
          aria-haspopup="dialog"
          aria-label={of === undefined ? undefined : `${label} ${of}`}
          aria-keyshortcuts={byKeys ? shortcut : undefined}
          onClick={open}
        >
          {label}
        </Button>
      )}
      <Modal
        open={opened !== null}
        title={title}
        okText={confirm ?? label}
        cancelText={ui.cancel}
        okButtonProps={{
          danger: kind === 'danger',
          loading: busy,
          disabled: isRefused,
          id: idOf('sends'),
        }}
        onOk={submit}
        onCancel={close}
        afterClose={begun?.onEnd}
      >
        {begun && (
          <p>
            <strong>{begun.of}</strong>
          </p>
        )}
        {text && <p>{text}</p>}
        {signs}
        {children}
        <ProblemNote error={error} names={asked?.names} />
        <FaultList of={tried > 0 ? wrong : []} tried={tried} />
        {asked && (
          <div className="asked">
            {asked.show(
              given,
              (part) => {
                changing()
                setChanged((before) => ({ ...before, ...part }))
              },
              at,
            )}
          </div>
        )}
        {reason !== 'none' && (
          <AskedText
            at={at('reason')}
            name={asksFor ?? w.reason}
            isNeeded={reason === 'needed'}
            value={typed}
            onChange={setTyped}
            onKeyDown={sendByKeys}
          />
        )}
      </Modal>
    </>
  )
}
