import { useQueryClient } from '@tanstack/react-query'
import type { Delivery } from '../../../contracts/webhooks.ts'
import { type DeliveryState, isOnItsWay } from '../../../domain/webhook/webhook.ts'
import { useFigures } from '../../ui/figures.ts'
import { Pager } from '../../ui/pager.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { webhookWords } from './words.ts'

const STANDINGS: Record<DeliveryState, Standing> = { waiting: 'theirs', delivered: 'done', failed: 'wrong' }

type Props = {
  of: {
    readonly items: readonly Delivery[]
    readonly page: number
    readonly pageSize: number
    readonly total: number
  }
  replay: (id: string) => Promise<unknown>
  onPage: (page: number) => void
}

/** What one address was sent, and what was answered. */
export function WebhookLog({ of, replay, onPage }: Props) {
  const w = useWords(webhookWords)
  const { instant } = useFigures()
  const client = useQueryClient()
  if (of.total === 0) return <p className="soft">{w.logNone}</p>
  return (
    <>
      <h3>{w.log}</h3>
      <p className="soft">{w.logHint}</p>
      <SmallTable
        label={w.log}
        items={of.items}
        keyOf={({ id }) => id}
        columns={[
          { title: w.columns.kind, show: ({ kind }) => w.kind[kind] },
          { title: w.columns.number, show: ({ number }) => number ?? '–' },
          { title: w.columns.at, show: ({ at }) => instant(at) },
          {
            title: w.columns.state,
            show: ({ state }) => <StateMark standing={STANDINGS[state]}>{w.state[state]}</StateMark>,
          },
          {
            title: w.columns.answer,
            show: ({ tries, status, said }) =>
              tries > 0 && (
                <>
                  {status ?? w.unanswered} · {w.tries(tries)}
                  {said && (
                    <>
                      <br />
                      <small className="soft webhook-said">{said}</small>
                    </>
                  )}
                </>
              ),
          },
        ]}
        acts={{
          title: w.columns.acts,
          show: ({ id, state }) =>
            !isOnItsWay(state) && (
              <ActButton {...w.replay} act={() => replay(id)} settled={() => client.invalidateQueries()} />
            ),
        }}
      />
      <Pager of={of} onPage={onPage} />
    </>
  )
}
