import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { DissolvableRow } from '../../../../contracts/dissolutions.ts'
import { useWords } from '../../../words/language.tsx'
import { LawNotice } from '../rules/law-notice.tsx'
import { lawWords } from '../rules/law-words.ts'
import { ReasonsForEach } from './reasons-for-each.tsx'
import { severalWords } from './several-words.ts'
import { TermsOfSeveral } from './terms-of-several.tsx'

type Props = {
  rows: readonly DissolvableRow[]
  /** Those whose request is on its way, by the agreement's id. */
  onSent: (ids: readonly string[]) => void
  onBack: () => void
}

/** 申请解约 for several: the notice with its tick, then a reason for each. */
export function AskSeveral({ rows, onSent, onBack }: Props) {
  const w = useWords(severalWords)
  const law = useWords(lawWords)
  const [isTicked, setTicked] = useState(false)
  const [isRead, setRead] = useState(false)
  return (
    <>
      <div className="actions">
        <Button onClick={onBack}>{w.back}</Button>
      </div>
      {isRead ? (
        <ReasonsForEach rows={rows} onSent={onSent} onDone={onBack} />
      ) : (
        <>
          <h2>{law.title}</h2>
          <LawNotice kind="online" />
          <TermsOfSeveral rows={rows} />
          <p>
            <Checkbox checked={isTicked} onChange={({ target }) => setTicked(target.checked)}>
              {law.tick}
            </Checkbox>
          </p>
          <Button type="primary" disabled={!isTicked} onClick={() => setRead(true)}>
            {w.toReasons}
          </Button>
        </>
      )}
    </>
  )
}
