import { useNavigate } from '@tanstack/react-router'
import { ROSTER_FILE, uploadRoster } from '../../../contracts/roster-imports.ts'
import { useFigures } from '../../ui/figures.ts'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { rosterImportWords } from './words.ts'

const MEGABYTE = 1024 * 1024

/** Sends a roster, and opens the page of its import once all of it has come. */
export function useRosterUpload(school: string) {
  const navigate = useNavigate()
  return useSheetUpload(
    (file, watch) => upload(uploadRoster, { params: { school }, query: { name: file.name } }, file, watch),
    (id) => navigate({ to: '/school/roster-imports/$id', params: { id } }),
  )
}

type Props = { title: string; by: ReturnType<typeof useRosterUpload>; held?: File | null }
export function UploadRoster(props: Props) {
  const w = useWords(rosterImportWords)
  const figures = useFigures()
  const limits = w.limits(ROSTER_FILE.mostBytes / MEGABYTE, figures.number(ROSTER_FILE.mostRows))
  return <UploadSheet {...props} limits={limits} endings={ROSTER_FILE.endings} />
}
