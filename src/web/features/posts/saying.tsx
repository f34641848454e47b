import type { Asked } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { FindingsIn } from './findings.tsx'

type Saying = { reason: string }
type Props = {
  /** What the words are called. */
  readonly name: string
  readonly needed: string
  readonly initial?: string
}

/** What an employer says to students with an act; what stands in it against the law is said while it is typed. */
export const saying = ({ name, needed, initial = '' }: Props): Asked<Saying> => ({
  initial: { reason: initial },
  names: { reason: name },
  faults: ({ reason }) => ({ reason: reason.trim() ? null : needed }),
  show: ({ reason }, put, at) => (
    <>
      <AskedText
        at={at('reason')}
        name={name}
        rows={4}
        value={reason}
        onChange={(typed) => put({ reason: typed })}
      />
      <FindingsIn text={reason} />
    </>
  ),
})
