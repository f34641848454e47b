import { PDF } from '@libpdf/core'
import { FORM_GEOMETRY } from '../../domain/paper-form/corner.ts'

/** Points of a millimetre. */
const MILLIMETRE = 72 / 25.4

/** Pages as a scanner writes them: a PDF with one JPEG on each page. */
export async function scanOf(...pages: readonly Buffer[]): Promise<Buffer> {
  const pdf = PDF.create()
  const [width, height] = [FORM_GEOMETRY.width * MILLIMETRE, FORM_GEOMETRY.height * MILLIMETRE]
  for (const page of pages)
    pdf.addPage({ width, height }).drawImage(pdf.embedJpeg(page), { x: 0, y: 0, width, height })
  return Buffer.from(await pdf.save())
}
