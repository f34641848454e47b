import { Button } from 'antd'
import { NAME_PIECES, pathOf } from '../../../domain/evidence-archive/names.ts'
import { useWords } from '../../words/language.tsx'
import { archiveWords } from './words.ts'
import './archives.css'

/** What a pattern makes of a file, in a sentence; of one that can be used. */
export function useNamesExample(): (names: string) => string {
  const w = useWords(archiveWords)
  return (names) => w.example(pathOf(names, { ...w.sample, mediaType: 'application/pdf', nth: 1 }, new Set()))
}

type Props = { names: string; usual: string; onChange: (names: string) => void }

/** Buttons that add a piece to a pattern, and one that has the usual pattern again. */
export function NamePieces({ names, usual, onChange }: Props) {
  const w = useWords(archiveWords)
  return (
    <>
      <p className="soft">{w.addPiece}</p>
      <div className="name-pieces">
        {NAME_PIECES.map((piece) => (
          <Button key={piece} onClick={() => onChange(`${names}{${piece}}`)}>
            {w.pieces[piece]} <code>{`{${piece}}`}</code>
          </Button>
        ))}
        <Button onClick={() => onChange(usual)}>{w.usual}</Button>
      </div>
    </>
  )
}
