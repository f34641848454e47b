import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import {
  confirmDestination,
  getMyConfirmation,
  type MyConfirmation,
} from '../../../contracts/confirmations.ts'
import { raiseObjection } from '../../../contracts/objections.ts'
import { dayInChina } from '../../../domain/day.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { MyObjections } from '../objections/my-objections.tsx'
import { ConfirmationMark } from './confirmation-mark.tsx'
import { ReportedFacts } from './reported-facts.tsx'
import { confirmationWords } from './words.ts'

function Acts({ of, school }: { of: MyConfirmation; school: string }) {
  const w = useWords(confirmationWords)
  const client = useQueryClient()
  const settled = () => void client.invalidateQueries()
  const { seenHash } = of
  const isToConfirm = of.standing === 'unanswered' || of.standing === 'changed'
  return (
    <>
      {of.period?.isOpen && isToConfirm && (
        <ActButton
          {...w.confirm}
          kind="primary"
          act={() => call(confirmDestination, { params: { school }, body: { seenHash } })}
          settled={settled}
        >
          <ReportedFacts of={of.reported} />
        </ActButton>
      )}
      {of.standing !== 'objected' && (
        <ActButton
          {...w.raise}
          reason="needed"
          asked={{
            initial: {},
            names: { objectionText: w.raise.asksFor },
            faults: () => ({}),
            show: () => null,
          }}
          act={(objectionText) =>
            call(raiseObjection, { params: { school }, body: { seenHash, objectionText } })
          }
          settled={settled}
        />
      )}
    </>
  )
}

/** Whether the student can confirm now, and until when. */
function useAsked({ period }: MyConfirmation): string {
  const { mine: w } = useWords(confirmationWords)
  const { said } = useFigures()
  if (!period) return w.notAsked
  if (period.isOpen) return w.period(said.day(period.opensOn), said.deadline(period.closesOn))
  return dayInChina(serverNow()) < period.opensOn ? w.notYet(said.day(period.opensOn)) : w.over
}

/** 本人核验: what will be reported of the student, to be confirmed or objected to. */
export function MyConfirmationPage() {
  const w = useWords(confirmationWords)
  const { said } = useFigures()
  const school = useMySchool()
  const { data: of } = useSuspenseQuery(ask(getMyConfirmation, { params: { school } }))
  const asked = useAsked(of)
  return (
    <CasePage
      title={w.title}
      back="/student"
      state={
        of.period?.isOpen || of.standing !== 'unanswered' ? (
          <ConfirmationMark of={of.standing} reader="student" words={w.mineIs} />
        ) : null
      }
      due={asked}
      acts={<Acts of={of} school={school} />}
    >
      <section className="card">
        <p className="soft">{w.mine.lead}</p>
        {of.period?.words && (
          <>
            <h2>{w.mine.words}</h2>
            <p className="lines">{of.period.words}</p>
          </>
        )}
        <h2>{w.mine.reported}</h2>
        <ReportedFacts of={of.reported} />
        {!of.reported.category && <p className="soft">{w.mine.nothingText}</p>}
        {of.confirmedAt && of.standing === 'confirmed' && (
          <p className="soft">
            {w.mine.confirmedAt(said.instant(of.confirmedAt))} · {w.mine.fingerprint}{' '}
            <code className="mono">{of.seenHash}</code>
          </p>
        )}
      </section>
      <section className="card">
        <h2>{w.mine.objections}</h2>
        <MyObjections label={w.mine.objections} />
      </section>
    </CasePage>
  )
}
