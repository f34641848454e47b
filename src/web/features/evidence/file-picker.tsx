import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { EVIDENCE } from '../../../contracts/evidence.ts'
import { useWords } from '../../words/language.tsx'
import { evidenceWords } from './words.ts'

/** The ending too: not every desk knows the type by name. */
const ACCEPT = [...EVIDENCE.mediaTypes, '.heic'].join(',')

/** The attribute alone gives way to Ant Design's forms. */
const UNSEEN = { display: 'none' }

/** Files from a folder or an album; on a device with a camera, a photo. */
export function FilePicker({ able, onFiles }: { able: boolean; onFiles: (files: readonly File[]) => void }) {
  const w = useWords(evidenceWords)
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])])
    // The same file can then be chosen again.
    target.value = ''
  }
  return (
    <div className="pick">
      <Button disabled={!able} onClick={() => chooser.current?.click()}>
        {w.choose}
      </Button>
      <Button className="camera" disabled={!able} onClick={() => camera.current?.click()}>
        {w.photograph}
      </Button>
      <span className="drop">{w.drop}</span>
      <input ref={chooser} type="file" style={UNSEEN} multiple accept={ACCEPT} onChange={take} />
      <input ref={camera} type="file" style={UNSEEN} accept="image/*" capture="environment" onChange={take} />
    </div>
  )
}
