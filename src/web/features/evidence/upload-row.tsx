import { Button } from 'antd'
import { EVIDENCE } from '../../../contracts/evidence.ts'
import { showSize } from '../../../words/file-size.ts'
import { ProblemError } from '../../call.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useRefusalText } from '../../words/refusals.ts'
import { problemWords } from '../cases/problem-words.ts'
import { mayRetry, type Upload } from './uploads.ts'
import { evidenceWords } from './words.ts'

export const MOST_MEGABYTES = EVIDENCE.mostBytes / 1024 / 1024

/** A file on its way with how far it is, or why it has stopped and what can be done. */
export function UploadRow({
  of,
  retry,
  drop,
}: {
  of: Upload
  retry: (() => void) | undefined
  drop: () => void
}) {
  const w = useWords(evidenceWords)
  const ui = useWords(uiWords)
  const problems = useWords(problemWords)
  const refusalText = useRefusalText()
  const { file, sent, stopped } = of
  const percent = Math.min(100, Math.floor((sent / Math.max(file.size, 1)) * 100))
  const isChecked = percent === 100
  const why =
    stopped instanceof ProblemError
      ? (stopped.problem?.title ?? (stopped.isOffline ? w.offline : problems.noAnswer))
      : stopped && refusalText(stopped, { most: MOST_MEGABYTES })
  return (
    <li>
      <span className="file">
        <span className="mark" aria-hidden="true">
          {stopped ? '!' : `${percent}%`}
        </span>
        <span>{file.name}</span>
      </span>
      {why ? (
        <p role="alert" className="old">
          {why}
        </p>
      ) : (
        <>
          <progress
            max={100}
            {...(!isChecked && { value: percent })}
            aria-label={`${isChecked ? w.checking : w.sending} ${file.name}`}
          />
          {isChecked && <small>{w.checking}</small>}
        </>
      )}
      <span className="beside">
        <small>{showSize(file.size)}</small>
        {retry && mayRetry(of) && (
          <Button size="small" aria-label={`${ui.retry} ${file.name}`} onClick={retry}>
            {ui.retry}
          </Button>
        )}
        <Button size="small" aria-label={`${stopped ? w.remove : ui.cancel} ${file.name}`} onClick={drop}>
          {stopped ? w.remove : ui.cancel}
        </Button>
      </span>
    </li>
  )
}
