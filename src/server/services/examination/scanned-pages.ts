import { type PDF, type PdfObject, PdfStream } from '@libpdf/core'

/** The three copies of a form, each of two pages. */
const MOST_PAGES = 6

/**
 * The picture of each page that is one: as scanners write them, a page with one JPEG and nothing else that is drawn from outside. Of
 * a page that was made otherwise nothing, and of the first six pages at most.
 */
export function scannedPages(pdf: PDF): Uint8Array[] {
  const open = (of: PdfObject | undefined) => (of?.type === 'ref' ? pdf.getObject(of) : of)
  return pdf
    .getPages()
    .slice(0, MOST_PAGES)
    .flatMap((page) => {
      const drawn = page.getResources().getDict('XObject', (ref) => pdf.getObject(ref))
      const [only, ...others] = [...(drawn ?? [])].map(([, object]) => open(object))
      return only instanceof PdfStream && others.length === 0 && isJpeg(only) ? [only.data] : []
    })
}

/** Its bytes are the file of a JPEG: that, and no other packing around it. */
function isJpeg(of: PdfStream): boolean {
  const filter = of.get('Filter')
  const [name, ...others] = filter?.type === 'array' ? [...filter] : [filter]
  return (
    of.getName('Subtype')?.value === 'Image' &&
    others.length === 0 &&
    name?.type === 'name' &&
    name.value === 'DCTDecode'
  )
}
