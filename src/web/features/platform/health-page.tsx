import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import * as contract from '../../../contracts/health.ts'
import { TRIED_TOO_OFTEN } from '../../../domain/document/sealed.ts'
import { showSize } from '../../../words/file-size.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { healthWords } from './health-words.ts'

type Of<Part extends keyof contract.Health> = { of: contract.Health[Part] }

const EVERY = 30_000
/** While a check is waited for. */
const SOON = 3_000
/** Below it the disk is nearly full. */
const LOW = 0.1
const A_MINUTE = 60_000

const isChecking = ({ queues }: contract.Health) =>
  queues.some(({ name, waiting, running }) => name === 'daily-check' && waiting + running > 0)

/** How the platform runs: what an operator looks at in the morning, and when something is wrong. */
export function HealthPage() {
  const w = useWords(healthWords)
  const { data: of } = useSuspenseQuery({
    ...ask(contract.getHealth),
    refetchInterval: ({ state: { data } }) => (data && isChecking(data) ? SOON : EVERY),
  })
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{w.hint}</p>
      <Instances of={of.instances} />
      <Check of={of.check} isUnderWay={isChecking(of)} tree={of} />
      <Queues of={of.queues} />
      <Seals of={of.seals} />
      <Mail of={of.mail} />
      <Messages of={of.messages} />
      <Storage of={of.disk} check={of.check} />
    </>
  )
}

function InstanceState({ of: { isThere } }: { of: contract.Health['instances'][number] }) {
  const w = useWords(healthWords)
  return isThere ? (
    <StateMark standing="done">{w.isThere}</StateMark>
  ) : (
    <StateMark standing="wrong">{w.isGone}</StateMark>
  )
}

function Instances({ of }: Of<'instances'>) {
  const w = useWords(healthWords)
  const { instant } = useFigures()
  return (
    <section className="card">
      <h2>{w.instances}</h2>
      {of.length === 0 ? (
        <Note type="error" title={w.noInstance} below={8} />
      ) : (
        <SmallTable
          label={w.instances}
          items={of}
          keyOf={({ id }) => id}
          columns={[
            { title: w.host, show: ({ host }) => host },
            { title: w.version, show: ({ version }) => version },
            { title: w.startedAt, show: ({ startedAt }) => instant(startedAt) },
            { title: w.seenAt, show: ({ seenAt }) => instant(seenAt) },
            { title: w.state, show: (row) => <InstanceState of={row} /> },
          ]}
        />
      )}
    </section>
  )
}

function JournalState({ of }: { of: NonNullable<contract.Health['check']> }) {
  const w = useWords(healthWords)
  const { number } = useFigures()
  const lines = number(of.journalLines)
  return of.journalFaults === 0 ? (
    <StateMark standing="done">{w.allWell(lines)}</StateMark>
  ) : (
    <StateMark standing="wrong">{w.faults(number(of.journalFaults), lines)}</StateMark>
  )
}

type Tree = Pick<contract.Health, 'checkpoint' | 'pendingLines'>

function Check({ of, isUnderWay, tree }: Of<'check'> & { isUnderWay: boolean; tree: Tree }) {
  const w = useWords(healthWords)
  const { instant, number } = useFigures()
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: () => call(contract.startCheck),
    onSuccess: async () => {
      said.success(w.started)
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card">
      <h2>{w.check}</h2>
      <p className="soft">{w.checkHint}</p>
      <ProblemNote error={start.error} />
      <Facts of={[[w.checkpoint, useCheckpointSaid(tree)]]} />
      {of ? (
        <Facts
          of={[
            [w.checkedAt, instant(of.endedAt)],
            [w.took, tookText(w, number, new Date(of.endedAt).getTime() - new Date(of.beganAt).getTime())],
            [w.lines, <JournalState key="lines" of={of} />],
          ]}
        />
      ) : (
        <p>{w.noCheck}</p>
      )}
      <div className="actions">
        <Button loading={start.isPending} disabled={isUnderWay} onClick={() => start.mutate()}>
          {isUnderWay ? w.isChecking : w.start}
        </Button>
      </div>
    </section>
  )
}

function useCheckpointSaid({ checkpoint, pendingLines }: Tree): string {
  const w = useWords(healthWords)
  const { instant, number } = useFigures()
  if (!checkpoint) return w.noCheckpoint
  return w.checkpointOf(number(checkpoint.size), instant(checkpoint.at), number(pendingLines))
}

const tookText = (
  w: { minutes: (minutes: string) => string; underMinute: string },
  number: (count: number) => string,
  ms: number,
) => (ms < A_MINUTE ? w.underMinute : w.minutes(number(Math.round(ms / A_MINUTE))))

function Queues({ of }: Of<'queues'>) {
  const w = useWords(healthWords)
  const { instant, number } = useFigures()
  return (
    <section className="card">
      <h2>{w.queues}</h2>
      <SmallTable
        label={w.queues}
        items={of}
        keyOf={({ name }) => name}
        columns={[
          { title: w.queue, show: ({ name }) => w.names[name] },
          { title: w.waiting, show: ({ waiting }) => number(waiting) },
          { title: w.failedBefore, show: ({ failedBefore }) => number(failedBefore) },
          { title: w.running, show: ({ running }) => number(running) },
          { title: w.since, show: ({ since }) => (since ? instant(since) : '—') },
        ]}
      />
    </section>
  )
}

function Seals({ of }: Of<'seals'>) {
  const w = useWords(healthWords)
  const { number } = useFigures()
  return (
    <section className="card">
      <h2>{w.seals}</h2>
      {of.waiting > 0 && <p>{w.toSeal(number(of.waiting))}</p>}
      {of.waiting + of.givenUp === 0 && <p>{w.allSealed}</p>}
      {of.givenUp > 0 && (
        <>
          <Note type="error" title={w.sealsGivenUp(number(of.givenUp))} below={8} />
          <SmallTable
            label={w.seals}
            items={of.reasons}
            keyOf={({ reason }) => reason}
            columns={[
              {
                title: w.sealReason,
                show: ({ reason }) => (reason === TRIED_TOO_OFTEN ? w.triedTooOften : w.noFont(reason)),
              },
              { title: w.sealCount, show: ({ count }) => number(count) },
            ]}
          />
        </>
      )}
    </section>
  )
}

/** What did not reach its readers of one way to them, school by school. */
function NotDelivered({
  title,
  of,
  words,
  children,
}: Of<'messages'> & {
  title: string
  /** Null where nothing was sent, so that nothing can have failed. */
  words: { failed: string; none: string | null }
  children: ReactNode
}) {
  const w = useWords(healthWords)
  const { number } = useFigures()
  const nameOf = useNameOf()
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
      {of.failed > 0 ? (
        <Note type="warning" title={words.failed} below={8} />
      ) : (
        words.none && <p>{words.none}</p>
      )}
      {of.schools.length > 0 && (
        <SmallTable
          label={title}
          items={of.schools}
          keyOf={({ code }) => code}
          columns={[
            { title: w.school, show: nameOf },
            { title: w.notDelivered, show: ({ failed }) => number(failed) },
          ]}
        />
      )}
    </section>
  )
}

function Mail({ of }: Of<'mail'>) {
  const w = useWords(healthWords)
  const failed = w.failed(useFigures().number(of.failed), of.days)
  return (
    <NotDelivered title={w.mail} of={of} words={{ failed, none: of.isSent ? w.noneFailed(of.days) : null }}>
      {!of.isSent && <p>{w.noMail}</p>}
    </NotDelivered>
  )
}

function Messages({ of }: Of<'messages'>) {
  const w = useWords(healthWords)
  const failed = w.messagesFailed(useFigures().number(of.failed), of.days)
  return (
    <NotDelivered title={w.messages} of={of} words={{ failed, none: w.noneOfMessages(of.days) }}>
      <p className="soft">{w.messagesHint}</p>
    </NotDelivered>
  )
}

function Storage({ of, check }: Of<'disk'> & { check: contract.Health['check'] }) {
  const w = useWords(healthWords)
  const { number } = useFigures()
  return (
    <section className="card">
      <h2>{w.storage}</h2>
      {of && of.free < of.all * LOW && <Note type="error" title={w.diskLow} below={8} />}
      <Facts
        of={[
          [w.disk, of ? w.diskOf(showSize(of.free), showSize(of.all)) : w.diskElsewhere],
          [w.files, check && w.filesOf(number(check.files), showSize(check.fileBytes))],
          [w.database, check && showSize(check.databaseBytes)],
        ]}
      />
    </section>
  )
}
