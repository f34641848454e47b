import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../contracts/address.ts'
import { type ApplicantRow, decideApplications } from '../../../contracts/applications.ts'
import { proposeInterviews } from '../../../contracts/interviews.ts'
import { isUnopened, NOT_OFFERED } from '../../../domain/application/life.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { ProposeButton } from '../interviews/propose-button.tsx'
import { useDeclining } from './decline.tsx'
import { applicationWords } from './words.ts'

type Results = Output<typeof decideApplications>['results']
type Rows = { rows: readonly ApplicantRow[] }
/** What became of those that were ticked. */
export type Outcome = {
  /** What was done, as its button says it. */
  readonly act: string
  readonly of: readonly { readonly id: string; readonly name: string; readonly refused: string | null }[]
}

/** One student may have applied for several posts. */
const nameOf = ({ applicant, title }: ApplicantRow) => `${applicant.name} · ${title}`
const itemsOf = (rows: readonly ApplicantRow[]) =>
  rows.map(({ id, school, version }) => ({ school: school.code, id, seenVersion: version }))

function outcomeOf(act: string, rows: readonly ApplicantRow[], results: Results): Outcome {
  const named = new Map(rows.map((row) => [row.id, nameOf(row)]))
  return {
    act,
    of: results.map(({ id, passed, title }) => ({
      id,
      name: named.get(id) ?? '',
      refused: passed ? null : (title ?? ''),
    })),
  }
}

const Names = ({ rows }: Rows) => (
  <ul className="chosen">
    {rows.map((row) => (
      <li key={row.id}>{nameOf(row)}</li>
    ))}
  </ul>
)

/**
 * Times are given to the applicants of one school that have been opened: a time that two schools’ students were given could be
 * taken twice.
 */
function InviteSeveral({ rows, onDone }: Rows & { onDone: (outcome: Outcome) => void }) {
  const w = useWords(applicationWords).several
  const client = useQueryClient()
  const invitable = rows.filter(({ status }) => NOT_OFFERED.includes(status))
  const opened = invitable.filter(({ status }) => !isUnopened(status))
  const [first] = opened
  if (!first) return null
  const school = first.school.code
  if (opened.some((row) => row.school.code !== school)) return <span className="soft">{w.oneSchool}</span>
  const label = w.interview(opened.length)
  const unopened = invitable.length - opened.length
  return (
    <ProposeButton
      label={label}
      title={w.interviewTitle(opened.length)}
      done={w.done}
      n={opened.length}
      send={async (proposal) => {
        const items = itemsOf(opened).map(({ id, seenVersion }) => ({ id, seenVersion }))
        const { results } = await call(proposeInterviews, {
          params: { school },
          body: { ...proposal, items },
        })
        onDone(outcomeOf(label, opened, results))
      }}
      settled={() => client.invalidateQueries()}
    >
      <Names rows={opened} />
      {unopened > 0 && <Note type="info" title={w.unopened(unopened)} />}
    </ProposeButton>
  )
}

/** The acts on those that are ticked. */
export function SeveralApplicants({ rows, onDone }: Rows & { onDone: (outcome: Outcome) => void }) {
  const all = useWords(applicationWords)
  const w = all.several
  const client = useQueryClient()
  const declining = useDeclining()
  const settled = () => client.invalidateQueries()
  const decide = async (
    act: string,
    those: readonly ApplicantRow[],
    how: { readonly decision: 'shortlist' | 'decline'; readonly reason?: string },
  ) => {
    const { results } = await call(decideApplications, { body: { ...how, items: itemsOf(those) } })
    onDone(outcomeOf(act, those, results))
  }
  const may = (action: ApplicantRow['actions'][number]) =>
    rows.filter(({ actions }) => actions.includes(action))
  const [declinable, unanswered] = [may('decline'), may('shortlist')]
  const [decline, shortlist] = [w.decline(declinable.length), w.shortlist(unanswered.length)]
  return (
    <>
      {declinable.length > 0 && (
        <ActButton<{ reason: string }>
          label={decline}
          title={w.declineTitle(declinable.length)}
          text={all.act.decline.text}
          done={w.done}
          kind="danger"
          asked={declining}
          act={(_reason, { reason }) => decide(decline, declinable, { decision: 'decline', reason })}
          settled={settled}
        >
          <Names rows={declinable} />
        </ActButton>
      )}
      <InviteSeveral rows={rows} onDone={onDone} />
      {unanswered.length > 0 && (
        <ActButton
          label={shortlist}
          title={w.shortlistTitle(unanswered.length)}
          text={all.act.shortlist.text}
          done={w.done}
          kind="primary"
          act={() => decide(shortlist, unanswered, { decision: 'shortlist' })}
          settled={settled}
        >
          <Names rows={unanswered} />
        </ActButton>
      )}
    </>
  )
}

/** What was done to whom, and to whom it was not, and why. */
export function SeveralDone({ of: { act, of } }: { of: Outcome }) {
  const w = useWords(applicationWords).several
  const [done, refused] = [of.filter((one) => one.refused === null), of.filter((one) => one.refused !== null)]
  return (
    <Note
      type={refused.length > 0 ? 'warning' : 'info'}
      title={w.result(act, done.length, refused.length)}
      description={
        <ul className="chosen">
          {done.map(({ id, name }) => (
            <li key={id}>{w.wasDone(name)}</li>
          ))}
          {refused.map((one) => (
            <li key={one.id}>{w.wasNot(one.name, one.refused ?? '')}</li>
          ))}
        </ul>
      }
    />
  )
}
