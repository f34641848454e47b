import { PDF } from '@libpdf/core'
import { Refusal } from '../../../domain/refusal.ts'

/** Refuses a PDF that its readers could not open: one that asks for a password, or that has no page. */
export async function openPdf(file: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(file)
  if (!pdf.isAuthenticated) throw new Refusal('evidence-locked')
  if (pdf.getPageCount() === 0) throw new Refusal('evidence-unreadable')
  return pdf
}
