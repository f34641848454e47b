import { Button } from 'antd'
import type { makeActivationCodes } from '../../../contracts/activation-codes.ts'
import type { Output } from '../../../contracts/address.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { classCodesWords } from './class-codes-words.ts'

export type Made = Output<typeof makeActivationCodes> & { readonly className: string }

/** The codes of a class, to be printed and cut apart: kept on this page alone, so it asks before it is left. */
export function CodeSlips({ of: { className, until, items }, onDone }: { of: Made; onDone: () => void }) {
  const w = useWords(classCodesWords)
  const figures = useFigures()
  const { school } = useMe()
  useUnsaved(() => true, w.once)
  return (
    <>
      <h1>{w.sheet(className, items.length)}</h1>
      <div className="actions">
        <Note type="warning" title={w.once} />
        <div className="first-login-acts">
          <Button type="primary" onClick={() => window.print()}>
            {w.print}
          </Button>
          <Button onClick={onDone}>{w.done}</Button>
        </div>
      </div>
      <section className="card">
        <ul className="slips">
          {items.map(({ studentNumber, name, code }) => (
            <li key={studentNumber}>
              <p>{school?.name}</p>
              <p>{w.slip.student(name, studentNumber)}</p>
              <p className="activation-code">{code}</p>
              <p className="soft">
                {w.slip.how(`${window.location.host}/sign-in/student?school=${school?.code ?? ''}`)}
              </p>
              <p className="soft">{w.slip.until(figures.said.instant(until))}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
