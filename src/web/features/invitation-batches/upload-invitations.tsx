import { useNavigate } from '@tanstack/react-router'
import { BATCH_FILE, uploadInvitations } from '../../../contracts/invitation-batches.ts'
import { useFigures } from '../../ui/figures.ts'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { batchWords } from './words.ts'

const MEGABYTE = 1024 * 1024

/** A list of invitations to students of this school; the page of its check opens once all of it has come. */
export function UploadInvitations({ school, title }: { school: string; title: string }) {
  const w = useWords(batchWords)
  const figures = useFigures()
  const navigate = useNavigate()
  const by = useSheetUpload(
    (file, watch) =>
      upload(uploadInvitations, { params: { school }, query: { name: file.name } }, file, watch),
    (id) => navigate({ to: '/employer/invite-many/$school/$id', params: { school, id } }),
  )
  return (
    <UploadSheet
      title={title}
      by={by}
      limits={w.limits(BATCH_FILE.mostBytes / MEGABYTE, figures.number(BATCH_FILE.mostRows))}
      endings={BATCH_FILE.endings}
    />
  )
}
