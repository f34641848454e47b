import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useId, useState } from 'react'
import type { OwnSeal, SealVersion } from '../../../contracts/seals.ts'
import { LEAST_SEAL_SIDE, MOST_SEAL_BYTES } from '../../../domain/seal/picture.ts'
import type { SealChoice } from '../../../domain/seal/seal.ts'
import { shortFingerprint } from '../../../domain/signing/bound.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { sealWords } from './words.ts'
import './seals.css'

/** How the page of one kind of owner asks and acts. */
export type SealDoors = {
  readonly whose: 'employer' | 'school'
  /** Of the picture of a version, and of the one that would be drawn. */
  readonly pictureOf: (id: string) => string
  readonly preview: string
  readonly choose: (made: SealChoice) => Promise<unknown>
  readonly upload: (file: File) => Promise<unknown>
}
type Props = { of: OwnSeal; doors: SealDoors; onPage: (page: number) => void }

/** 单位印章 or 学校印章: what is used, how to change it, and what was used before. */
export function SealPage({ of, doors, onPage }: Props) {
  const w = useWords(sealWords)
  const client = useQueryClient()
  const settled = () => client.invalidateQueries()
  const own = w[doors.whose]
  return (
    <>
      <h1>{own.title}</h1>
      <p>{own.lead}</p>
      <Note type="info" below={12} title={w.worth} />
      <section className="card">
        <h2>{w.current}</h2>
        <Current of={of} doors={doors} />
        {!of.mayChange && <p className="soft">{own.asks}</p>}
        {of.mayChange && of.current && (
          <div className="actions">
            <ActButton {...w.drop} kind="danger" act={() => doors.choose('none')} settled={settled} />
          </div>
        )}
      </section>
      {of.mayChange && <Change of={of} doors={doors} settled={settled} />}
      <History of={of} doors={doors} onPage={onPage} />
    </>
  )
}

function Current({ of: { current, name }, doors }: Pick<Props, 'of' | 'doors'>) {
  const w = useWords(sealWords)
  const figures = useFigures()
  if (!current) return <div className="empty">{w.empty}</div>
  return (
    <>
      <div className="seal-current">
        <img className="seal-picture" src={doors.pictureOf(current.id)} alt={w.alt(name)} />
        <Facts
          of={[
            [w.version, figures.number(current.version)],
            [w.how, w.made[current.made]],
            [w.by, current.setBy],
            [w.at, figures.instant(current.setAt)],
            [w.hash, current.sha256 && shortFingerprint(current.sha256)],
          ]}
        />
      </div>
      {current.name !== null && current.name !== name && (
        <Note type="warning" below={12} title={w.otherName(current.name)} />
      )}
    </>
  )
}

function Change({ of, doors, settled }: Pick<Props, 'of' | 'doors'> & { settled: () => void }) {
  const w = useWords(sealWords)
  return (
    <section className="card">
      <h2>{w.change}</h2>
      <div className="seal-ways">
        <Way title={w.generated} hint={w.generatedHint}>
          <img className="seal-picture" src={doors.preview} alt={w.alt(of.name)} />
          <ActButton {...w.draw} act={() => doors.choose('drawn')} settled={settled} />
        </Way>
        <Way title={w.own} hint={w.ownHint(LEAST_SEAL_SIDE, MOST_SEAL_BYTES / 1024 / 1024)}>
          <OwnPicture name={of.name} upload={doors.upload} settled={settled} />
        </Way>
      </div>
    </section>
  )
}

const Way = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <div>
    <h3>{title}</h3>
    <p className="soft">{hint}</p>
    {children}
  </div>
)

/** A file that was chosen is shown first, and sent once that is confirmed; refused, it stays chosen. */
function OwnPicture({
  name,
  upload,
  settled,
}: {
  name: string
  upload: (file: File) => Promise<unknown>
  settled: () => void
}) {
  const w = useWords(sealWords)
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const shown = useDataUrl(file)
  const use = (chosen: File) => async () => {
    await upload(chosen)
    setFile(null)
  }
  return (
    <>
      {shown && <img className="seal-picture" src={shown} alt={w.alt(name)} />}
      <p>
        <label className="plain-button" htmlFor={id}>
          {w.choose}
        </label>
        <input
          id={id}
          className="unseen"
          type="file"
          accept="image/png"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null)
            // The same file may be chosen again, once it was mended.
            target.value = ''
          }}
        />
      </p>
      {file && (
        <>
          <p className="soft">{w.chosen(file.name)}</p>
          <ActButton {...w.upload} kind="primary" act={use(file)} settled={settled} />
        </>
      )}
    </>
  )
}

/** A file of this machine as this page may show it: its policy lets no `blob:` in. None of one that is too large to be sent. */
function useDataUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    setUrl(null)
    if (!file || file.size > MOST_SEAL_BYTES) return
    const reader = new FileReader()
    reader.onload = () => setUrl(String(reader.result))
    reader.readAsDataURL(file)
    return () => reader.abort()
  }, [file])
  return url
}

function History({ of, doors, onPage }: { of: OwnSeal; doors: SealDoors; onPage: Props['onPage'] }) {
  const w = useWords(sealWords)
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {of.total === 0 ? (
        <div className="empty">{w.noHistory}</div>
      ) : (
        <ol className="seal-history">
          {of.items.map((one) => (
            <Version key={one.id} of={one} src={doors.pictureOf(one.id)} />
          ))}
        </ol>
      )}
      <Pager of={of} onPage={onPage} />
    </section>
  )
}

function Version({ of: { version, made, name, setBy, setAt }, src }: { of: SealVersion; src: string }) {
  const w = useWords(sealWords)
  const figures = useFigures()
  return (
    <li>
      {made === 'none' ? <span className="blank" /> : <img className="seal-picture small" src={src} alt="" />}
      <span>
        {w.version} {figures.number(version)} · {w.made[made]}
        {name && ` · ${name}`}
        <br />
        <small className="soft">
          {setBy} · {figures.instant(setAt)}
        </small>
      </span>
    </li>
  )
}
