import { normalLine, withoutHidden } from './text.ts'

/** The endings by which desks know what a file is; the first is the one that is given. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'application/zip': ['.zip'],
  'text/calendar': ['.ics'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/heic': ['.heic', '.heif', '.hif'],
  'image/webp': ['.webp'],
}

/** What parts a path, or is no part of a name, on some desk. */
const OF_PATHS = /[/\\:*?"<>|\u2044\u2215]/g
/** Devices of Windows, whatever stands behind the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** What looks like an ending: `.heic`, `.7z` not, nor the `.2` of a version. */
const ENDING = /\.[a-z][a-z0-9]{0,3}$/i
/** As long as the name of a file may be in most systems, in bytes of UTF-8. */
const MOST_BYTES = 255

const bytesOf = (character: string) => {
  const code = character.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Whole characters from the beginning, as many as have room. */
function clipped(text: string, mostBytes: number): string {
  let kept = ''
  let left = mostBytes
  for (const character of text) {
    left -= bytesOf(character)
    if (left < 0) break
    kept += character
  }
  return kept
}

/** A name as people see it, on one line and in no folder. Empty where nothing is left. */
const visible = (given: string) =>
  normalLine(withoutHidden(given))
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Z}+/gu, ' ')
    .replace(OF_PATHS, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')

/** What its owner calls a file that is kept nowhere: to be shown, with whatever ending. At most 255 bytes; never empty. */
export const shownFileName = (given: string): string => clipped(visible(given) || 'file', MOST_BYTES)

/**
 * What a file is called wherever it is shown or saved: a name that hides nothing and harms no desk, with the ending of
 * what is in the file, whatever its owner's said. At most 255 bytes; never empty.
 */
export function fileNameOf(given: string, mediaType: string): string {
  const endings = ENDINGS[mediaType] ?? ['']
  const name = visible(given)
  const own = (of: string) => endings.find((one) => one !== '' && of.toLowerCase().endsWith(one))
  const named = own(name) ? name : name.replace(ENDING, '')
  const length = own(named)?.length ?? 0
  const ending = length > 0 ? named.slice(-length) : endings[0]
  const stem = named.slice(0, named.length - length)
  const safe = stem.replace(/[\s.]+$/, '').replace(DEVICE, '_$1') || 'file'
  return clipped(safe, MOST_BYTES - ending.length).trimEnd() + ending
}
