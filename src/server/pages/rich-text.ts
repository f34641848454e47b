import sanitize from 'sanitize-html'
import { Html } from './html.ts'

/**
 * What an announcement may be made of. No address but of a page or a mailbox, no style, no class, no picture, nothing that runs;
 * headings begin below those of the page around.
 */
const KEPT: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'code', 'pre'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    h1: 'h2',
    // What somebody links to learns nothing of our visitors, and gains nothing from us.
    a: (tagName, { href }) => ({
      tagName,
      attribs: { ...(href && { href }), rel: 'noopener noreferrer nofollow' },
    }),
  },
  nestingLimit: 30,
}

/** The safe part of what somebody has written, in the one form in which it is kept. */
export const safeRichText = (written: string): string => sanitize(written, KEPT).trim()

/** Whether anything is left to be read. */
export const saysSomething = (safe: string): boolean =>
  sanitize(safe, { allowedTags: [], allowedAttributes: {} })
    .replace(/&nbsp;|\s/g, '')
    .trim() !== ''

/** Ready to be drawn; cleaned once more, so that a row that came otherwise than by `safeRichText` does no harm. */
export const cleanedHtml = (kept: string): Html => Html.trusted(safeRichText(kept))

/** Its words alone, as the first so many characters say what it is about. */
export function beginningOf(kept: string, most: number): string {
  const spaced = kept.replace(/<\/(p|h\d|li|td|th|tr|blockquote)>|<br\s*\/?>/g, ' $&')
  const words = sanitize(spaced, { allowedTags: [], allowedAttributes: {}, textFilter: (text) => text })
  const plain = words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...plain]
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`
}
