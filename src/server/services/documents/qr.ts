import { encode } from 'uqr'

/** Modules that readers need around it (ISO/IEC 18004). */
export const QUIET = 4

/**
 * A QR code as a picture (SVG) of one path, black on nothing: level M, which is read with a seventh of it soiled. The same
 * text gives the same picture.
 */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((isBlack) => (isBlack ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${runs.join('')}"/></svg>`
}

/** Of how many modules a side of the code of a text is, without its quiet zone. */
export const sizeOfQr = (text: string): number => encode(text, { ecc: 'M', border: 0 }).size
