import sharp from 'sharp'

/** Sharp at the size of an identity photo on paper, and small enough for a poor line. In pixels. */
const SIDES = { width: 420, height: 560 }

/** A photo of a person as a résumé shows it, out of the copy that people see: JPEG, upright, pixels alone. */
export const portraitOf = (view: Uint8Array): Promise<Uint8Array> =>
  sharp(view)
    .resize({ ...SIDES, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()
