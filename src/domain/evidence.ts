import { Refusal, type RefusalCode } from './refusal.ts'

/** A picture with a shorter side is an icon: nothing can be read in it. In pixels. */
export const LEAST_SIDE = 50
/** More than any phone takes; one that has to be decoded whole is refused earlier. In millions of pixels. */
export const MOST_MEGAPIXELS = { any: 120, heic: 52 } as const

/** Refuses `evidence-too-small` and `evidence-too-heavy` before a picture is decoded. */
export function refuseUnlessSized(
  { width, height }: { width: number; height: number },
  mostMegapixels: number,
): void {
  if (Math.min(width, height) < LEAST_SIDE)
    throw new Refusal('evidence-too-small', { width, height, least: LEAST_SIDE })
  if (width * height > mostMegapixels * 1_000_000)
    throw new Refusal('evidence-too-heavy', { most: mostMegapixels })
}

/** Files that one person may begin to send within an hour of the clock, those that are refused among them. */
export const MOST_UPLOADS_AN_HOUR = 60

/** How long a reason that was given opens an original, in milliseconds. */
const OPEN_FOR = 60 * 60 * 1000

type Reader = { readonly isUploader: boolean; readonly isStaff: boolean }

/** How one may have the original of what one sees a copy of; null where there is no copy, or no way. */
export function originalOffered(of: Reader & { mediaType: string }): 'freely' | 'for-a-reason' | null {
  if (!of.mediaType.startsWith('image/')) return null
  if (of.isUploader) return 'freely'
  return of.isStaff ? 'for-a-reason' : null
}

/** A reason is kept where one is asked for, and nowhere else. */
export function refuseUnlessAskedForReason(of: Parameters<typeof originalOffered>[0]): void {
  if (originalOffered(of) !== 'for-a-reason') throw new Refusal('not-allowed')
}

/**
 * Why this person cannot have a file as it was uploaded, with all that it says of place and device; null when they can.
 * Its uploader always can, the school once it has said why (docs/decisions/0018).
 */
export function whyNotOriginal(of: Reader & { openedAt: Date | null }, at: Date): RefusalCode | null {
  if (of.isUploader) return null
  if (!of.isStaff) return 'not-allowed'
  return of.openedAt && at.getTime() < of.openedAt.getTime() + OPEN_FOR ? null : 'reason-needed'
}
