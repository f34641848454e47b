import { Refusal } from './refusal.ts'

/** Bytes of what visitors are sent of a school's picture: some seconds over a poor line. */
export const MOST_OF_PICTURE = 700 * 1024

/** Refuses what is no picture, and one that would make everybody wait. `viewSize` as it is sent, in bytes. */
export function refuseUnlessPicture({
  mediaType,
  viewSize,
}: {
  readonly mediaType: string
  readonly viewSize: number | null
}): void {
  if (!mediaType.startsWith('image/') || viewSize === null)
    throw new Refusal('picture-needed', { field: 'pictureId' })
  const inKilobytes = (bytes: number) => Math.ceil(bytes / 1024)
  if (viewSize > MOST_OF_PICTURE)
    throw new Refusal('picture-too-large', {
      field: 'pictureId',
      size: inKilobytes(viewSize),
      most: inKilobytes(MOST_OF_PICTURE),
    })
}
