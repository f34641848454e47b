import { useQueryClient } from '@tanstack/react-query'
import type { ComponentProps, ReactNode } from 'react'
import type { PlainAct } from '../../../contracts/case.ts'
import { caseAddress, type PageOf, type PortalOf } from '../../../contracts/case-address.ts'
import type { SubjectKind } from '../../../domain/case.ts'
import { call } from '../../call.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { ActButton, type ActWords } from './act-button.tsx'

type Case = {
  readonly id: string
  readonly version: number
  readonly school: { readonly code: string }
  readonly actions: readonly string[]
}
type Look = ComponentProps<typeof ActButton>
/** One confirmation, with a reason where it asks for one. */
type Confirmed = readonly [
  endpoint: PlainAct,
  kind: NonNullable<Look['kind']>,
  reason: NonNullable<Look['reason']>,
]
/** A page of its own. */
type OnPage<K extends SubjectKind> = { readonly portal: PortalOf<K>; readonly page: PageOf<K> }
/** `settled`: to be called after a refusal too. */
export type Acting<View> = { of: View; settled: () => void }
type Shown<View> = (acting: Acting<View>) => ReactNode
type Act<K extends SubjectKind, View> = Confirmed | OnPage<K> | Shown<View>

/** How everything that may be offered on a case is shown, in the order of its buttons. */
export type Acts<K extends SubjectKind, View extends Case> = Readonly<
  Record<View['actions'][number], Act<K, View>>
>
/** Those whose words are not a component's own. */
type Worded<A> = { [N in keyof A]: A[N] extends (acting: never) => unknown ? never : N }[keyof A]

/** The keys of what a reviewer decides. */
export const SHORTCUTS: Readonly<Record<string, string | undefined>> = {
  pass: 'p',
  'grant-void': 'p',
  return: 'r',
  reject: 'x',
  'refuse-void': 'x',
}

type Props<K extends SubjectKind, View extends Case, A extends Acts<K, View>> = {
  kind: K
  of: View
  acts: A
  words: Readonly<Record<Worded<A>, ActWords>>
}

/** A button for everything the server offers this reader, and for nothing else. */
export function CaseActs<K extends SubjectKind, View extends Case, A extends Acts<K, View>>({
  kind: ofCase,
  of,
  acts,
  words,
}: Props<K, View, A>) {
  const client = useQueryClient()
  const settled = () => client.invalidateQueries()
  const said: Readonly<Record<string, ActWords | undefined>> = words
  const offered = Object.entries<Act<K, View>>(acts).filter(([action]) => of.actions.includes(action))
  return offered.map(([action, act]) => {
    if (typeof act === 'function') {
      const Shown = act
      return <Shown key={action} of={of} settled={settled} />
    }
    const w = said[action]
    if (!w) return null
    const params = { school: of.school.code, id: of.id }
    if ('page' in act)
      return (
        <PlainLink key={action} primary to={caseAddress(act.portal, { kind: ofCase, ...params }, act.page)}>
          {w.label}
        </PlainLink>
      )
    const [endpoint, kind, reason] = act
    return (
      <ActButton
        key={action}
        {...w}
        kind={kind}
        reason={reason}
        shortcut={SHORTCUTS[action]}
        act={(text) =>
          call(endpoint, { params, body: { seenVersion: of.version, ...(text && { reason: text }) } })
        }
        settled={settled}
      />
    )
  })
}
