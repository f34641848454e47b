import type { FormCase } from '../../../domain/paper-form/acts.ts'
import { formContent } from '../../../domain/paper-form/content.ts'
import { FORM_GEOMETRY } from '../../../domain/paper-form/corner.ts'
import { isFormOut } from '../../../domain/paper-form/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { zh } from '../../../words/paper-form.zh.ts'
import { wordForms } from '../../../words/word-paper-form.ts'
import { QUIET, qrPicture, sizeOfQr } from '../../services/documents/qr.ts'
import type { Layout } from '../../services/documents/typesetter.ts'

/** Refuses what is spoiled, lost or returned: its number would be on paper again. */
export function refuseUnlessOut(forms: readonly FormCase[]): void {
  const over = forms.find(({ status }) => !isFormOut(status))
  if (over) throw new Refusal('form-not-out', { number: over.number })
}

/** Forms as they are printed, each with its three copies; of the same forms the same pages. */
export function layoutOf(
  forms: readonly FormCase[],
  school: { readonly code: string; readonly name: string },
): Layout {
  const contents = forms.map(({ number, snapshot }) => formContent({ number, snapshot, school }))
  const worded = wordForms(contents, zh)
  const text = worded.sheets[0]?.corners[0] ?? ''
  return {
    template: 'paper-form',
    data: {
      ...worded,
      sheets: worded.sheets.map((sheet) => ({ ...sheet, corners: sheet.corners.map(qrPicture) })),
      school: school.name,
      // All say as much as the first, and so are as large: the quiet zone is so many of their modules.
      geometry: { ...FORM_GEOMETRY, quiet: (FORM_GEOMETRY.side / sizeOfQr(text)) * QUIET },
    },
    madeAt: new Date(Math.max(...forms.map(({ issuedAt }) => issuedAt.getTime()))),
  }
}
