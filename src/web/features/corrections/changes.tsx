import { useState } from 'react'
import { type CorrectionView, unmaskCorrection } from '../../../contracts/corrections.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AfterAct } from '../cases/after-act.ts'
import { ChangesTable } from './changes-table.tsx'
import { correctionWords } from './words.ts'

type Whole = ReadonlyMap<string, { readonly from: string; readonly to: string }>

/** What is asked for, with what keeps a reviewer from passing it; staff have numbers shown whole for a reason. */
export function Changes({ of }: { of: CorrectionView }) {
  const w = useWords(correctionWords)
  // As long as the page is open, and of this correction as it was read.
  const [whole, setWhole] = useState<{ version: number; of: Whole } | null>(null)
  const params = { school: of.school.code, id: of.id }
  const unmask = async (reason: string) => {
    const { changes } = await call(unmaskCorrection, { params, body: { reason } })
    setWhole({ version: of.version, of: new Map(changes.map(({ key, from, to }) => [key, { from, to }])) })
  }
  const isShown = whole?.version === of.version
  return (
    <section className="card">
      <h2>{w.fields}</h2>
      {of.holder && <Note below={8} type="warning" title={w.holder(of.holder)} />}
      {of.changes.some(({ now }) => now) && <Note below={8} type="warning" title={w.changedSince} />}
      <ChangesTable of={of.changes} {...(isShown && { whole: whole.of })} />
      {of.masked && !isShown && (
        // To look is no decision that leads on to the next of a queue.
        <AfterAct value={null}>
          <ActButton {...w.unmask} reason="needed" act={unmask} settled={() => {}} />
        </AfterAct>
      )}
    </section>
  )
}
