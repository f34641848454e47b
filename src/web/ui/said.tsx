import type { ModalFuncProps } from 'antd'
import { useSyncExternalStore } from 'react'
import type { SaidHost, Sayer } from './said-host.tsx'

type Host = typeof SaidHost

let host: Host | null = null
let app: Sayer | null = null
const waiting: ((app: Sayer) => void)[] = []
const listeners = new Set<() => void>()

/** Messages and confirmations come with the first page that may need them; a phone's first pages do without. */
export async function expectToSay(): Promise<void> {
  host ??= (await import('./said-host.tsx')).SaidHost
  for (const listener of listeners) listener()
}

function reached(now: Sayer | null): void {
  app = now
  if (app) for (const say of waiting.splice(0)) say(app)
}

/** Where messages and confirmations are drawn: once in every portal. */
export function Said() {
  const Host = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => host,
  )
  return Host && <Host reached={reached} />
}

/** Runs when there is somewhere to say it. Rejects without a connection, where that has not come yet. */
async function byHost(say: (app: Sayer) => void): Promise<void> {
  await expectToSay()
  if (app) say(app)
  else waiting.push(say)
}

/** Said in passing; the page itself shows what has become of its case, so that nothing is lost where it cannot be said. */
export const said = {
  success: (text: string) => void byHost(({ message }) => message.success(text)).catch(() => {}),
  warning: (text: string, seconds?: number) =>
    void byHost(({ message }) => message.warning(text, seconds)).catch(() => {}),
}

/** The question that stands open: asked twice, as by two clicks, it is one. */
let open: Promise<boolean> | null = null

/** Whether the reader confirms; the browser asks where Ant Design's dialog cannot be had. */
export const confirmed = (question: ModalFuncProps & { title: string }): Promise<boolean> => {
  open ??= new Promise<boolean>((resolve) => {
    const ask = ({ modal }: Sayer) => void modal.confirm(question).then(resolve, () => resolve(false))
    byHost(ask).catch(() => {
      const parts = [question.title, question.content].filter((part) => typeof part === 'string')
      resolve(window.confirm(parts.join('\n')))
    })
  }).finally(() => {
    open = null
  })
  return open
}
