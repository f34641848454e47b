import { type ApplicationView, applicationActs as acts } from '../../../contracts/applications.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import type { Acting, Acts } from '../cases/case-acts.tsx'
import { ProposeButton } from '../interviews/propose-button.tsx'
import { interviewWords } from '../interviews/words.ts'
import { useDeclining } from './decline.tsx'
import { applicationWords } from './words.ts'

/** What an act needs of an application, whether that is read as a page or as a row. */
type Acted = Pick<ApplicationView, 'id' | 'school' | 'version' | 'actions'>

function DeclineButton({ of, settled }: Acting<Acted>) {
  const { label, title, text, done } = useWords(applicationWords).act.decline
  return (
    <ActButton<{ reason: string }>
      {...{ label, title, text, done }}
      kind="danger"
      asked={useDeclining()}
      act={(_reason, { reason }) =>
        call(acts.decline, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, reason },
        })
      }
      settled={settled}
    />
  )
}

function InterviewButton({ of, settled }: Acting<Acted>) {
  const w = useWords(interviewWords)
  const { label, title } = w.propose
  return (
    <ProposeButton
      {...{ label, title, settled }}
      n={1}
      send={(proposal) =>
        call(acts.interview, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, ...proposal },
        })
      }
    />
  )
}

/** Nobody is offered looking: it is done by whoever opens the page. */
const byOpening = () => null

/** All that may be done to an application, on its page, in a list and on a board. */
export const ACTS = {
  invite: { portal: 'employer', page: 'invite' },
  interview: InterviewButton,
  offer: [acts.offer, 'primary', 'none'],
  shortlist: [acts.shortlist, 'primary', 'none'],
  decline: DeclineButton,
  withdraw: [acts.withdraw, 'danger', 'none'],
  look: byOpening,
} as const satisfies Acts<'application', Acted>
