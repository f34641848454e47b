import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { EVIDENCE, type EvidenceFile } from '../../../contracts/evidence.ts'
import { showSize } from '../../../words/file-size.ts'
import { useWords } from '../../words/language.tsx'
import { DropZone } from './drop-zone.tsx'
import type { FileHome } from './file-home.ts'
import { FileDownload, FileLink } from './file-link.tsx'
import { FilePicker } from './file-picker.tsx'
import { FormSeen } from './form-seen.tsx'
import { MOST_MEGABYTES, UploadRow } from './upload-row.tsx'
import { UploadStatus } from './upload-status.tsx'
import { refusalOf, useUploads } from './uploads.ts'
import { evidenceWords } from './words.ts'

type Props = {
  /** By which a form finds it. */
  id?: string
  home: FileHome
  value?: readonly EvidenceFile[]
  onChange?: (files: readonly EvidenceFile[]) => void
  /** What the files are called here, where they are no 证明材料. */
  title?: string | undefined
  /** What the files are to prove. */
  hint?: string | undefined
  /** True while a file is on its way or has stopped: what is sent now would go without it. */
  onUnfinished?: (unfinished: boolean) => void
  /** Of which there is one: what is chosen anew takes its place. */
  isOne?: boolean
}

/** 证明材料: files chosen, dropped or photographed go up at once; an act then names those that arrived. */
export function EvidenceField({
  id,
  home,
  value = [],
  onChange = () => {},
  title,
  hint,
  onUnfinished,
  isOne = false,
}: Props) {
  const w = useWords(evidenceWords)
  const { uploads, rankOf, add, retry, drop, remove } = useUploads(home, value, onChange)
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const field = useRef<HTMLFieldSetElement>(null)
  const unfinished = uploads.length > 0
  useEffect(() => onUnfinished?.(unfinished), [onUnfinished, unfinished])

  // A file that was refused, or has failed, holds no place.
  const coming = uploads.filter(({ stopped }) => !stopped)
  const most = isOne ? 1 : EVIDENCE.mostFiles
  const room = Math.max(0, most - (isOne ? 0 : value.length) - coming.length)
  const take = (files: readonly File[]) => {
    const good = files.filter((file) => refusalOf(file) === null)
    const late = good.slice(room)
    setLeftOut(late.map(({ name }) => name))
    add(files.filter((file) => !late.includes(file)))
  }
  /** A button that goes away takes the focus with it. */
  const stay = (act: () => void) => () => {
    act()
    setLeftOut([])
    field.current?.focus()
  }
  const rows = [
    ...value.map((file) => ({ rank: rankOf(file), file })),
    ...uploads.map((upload) => ({ rank: upload.rank, upload })),
  ].sort((one, other) => one.rank - other.rank)
  return (
    <DropZone id={id} ref={field} title={title ?? w.title} onFiles={take}>
      {hint && <p>{hint}</p>}
      <p className="limits">
        {w.limits(MOST_MEGABYTES, most)}
        {isOne && w.takesPlace}
      </p>
      {rows.length > 0 && (
        <ol className="files">
          {rows.map((row) =>
            'upload' in row ? (
              <UploadRow
                key={`upload-${row.rank}`}
                of={row.upload}
                retry={room > 0 ? () => retry(row.upload) : undefined}
                drop={stay(() => drop(row.upload))}
              />
            ) : (
              <li key={row.file.id}>
                <FileLink from={home} file={row.file} />
                <FormSeen of={row.file.form} />
                <span className="beside">
                  <small>{showSize(row.file.size)}</small>
                  <FileDownload from={home} file={row.file} />
                  <Button
                    size="small"
                    aria-label={`${w.remove} ${row.file.name}`}
                    onClick={stay(() => remove(row.file))}
                  >
                    {w.remove}
                  </Button>
                </span>
              </li>
            ),
          )}
        </ol>
      )}
      <FilePicker able={room > 0} onFiles={take} />
      {leftOut.length > 0 && (
        <p role="alert" className="old">
          {w.leftOut(most, leftOut)}
        </p>
      )}
      <UploadStatus of={uploads} arrived={value.length} />
    </DropZone>
  )
}
