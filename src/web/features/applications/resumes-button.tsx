import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { takeResumes } from '../../../contracts/applications.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  MOST_RESUMES,
  RESUME_NAME_PIECES,
  resumeNamesFault,
  resumePathOf,
  USUAL_RESUME_NAMES,
} from '../../../domain/resume-archive/names.ts'
import { fetchFile } from '../../call.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useRefusalText } from '../../words/refusals.ts'
import { ActButton } from '../cases/act-button.tsx'
import type { Filter } from './applicant-filters.tsx'
import { applicationWords } from './words.ts'
import './resumes-button.css'

type Typed = { fileNames: string }
type Props = {
  /** Of how many applicants. */
  n: number
  label: string
  /** Those that the filter means, or these of them. */
  chosen: { filter: Filter; items?: { school: string; id: string }[] }
}

/** How the files are named, with what the pattern makes of one while it is typed. */
function Names({ names, put, at }: { names: string; put: (typed: Typed) => void; at: FieldAt }) {
  const w = useWords(applicationWords).resumes
  const isRight = resumeNamesFault(names) === null
  return (
    <>
      <LineField
        at={at}
        label={w.names}
        hint={isRight ? w.example(resumePathOf(names, w.sample, new Set())) : w.namesHint}
        value={names}
        most={LONGEST.archiveNames}
        onChange={(typed) => put({ fileNames: typed })}
      />
      <div className="resume-name-pieces">
        {RESUME_NAME_PIECES.map((piece) => (
          <Button key={piece} onClick={() => put({ fileNames: `${names}{${piece}}` })}>
            {w.pieces[piece]}
          </Button>
        ))}
        <Button onClick={() => put({ fileNames: USUAL_RESUME_NAMES })}>{w.usual}</Button>
      </div>
    </>
  )
}

/** Takes résumés away as one zip: each counts as opened, which its student reads. */
export function ResumesButton({ n, label, chosen }: Props) {
  const w = useWords(applicationWords).resumes
  const { language } = useLanguage()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  if (n > MOST_RESUMES) return <span className="soft">{w.tooMany(n, MOST_RESUMES)}</span>
  return (
    <ActButton<Typed>
      label={label}
      title={w.title(n)}
      text={w.text}
      confirm={w.confirm}
      done={w.done}
      asked={{
        initial: { fileNames: USUAL_RESUME_NAMES },
        names: { fileNames: w.names },
        faults: ({ fileNames }) => {
          const fault = resumeNamesFault(fileNames)
          return { fileNames: fault && refusalText(fault.code, fault.details) }
        },
        show: ({ fileNames }, put, at) => <Names names={fileNames} put={put} at={at('fileNames')} />,
      }}
      act={async (_reason, { fileNames }) =>
        saveFile(
          await fetchFile(takeResumes, { body: { ...chosen, fileNames, language } }),
          `${w.file(n)}.zip`,
        )
      }
      settled={() => client.invalidateQueries()}
    />
  )
}
