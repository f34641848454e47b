/** What a school, or the platform, tells the people whose data it keeps (PIPL art. 17); agreed to before anything else. */

export type NoticePart = { readonly heading: string; readonly paragraphs: readonly string[] }

/** A text in plain paragraphs: a line that begins with `# ` is a heading, an empty line ends a paragraph. */
export function noticeParts(text: string): NoticePart[] {
  const parts: { heading: string; paragraphs: string[] }[] = []
  let isOpen = false
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.startsWith('# ')) {
      parts.push({ heading: line.slice(2).trim(), paragraphs: [] })
      isOpen = false
    } else if (line === '') isOpen = false
    else {
      const part = parts[parts.length - 1] ?? { heading: '', paragraphs: [] }
      if (parts.length === 0) parts.push(part)
      if (isOpen) part.paragraphs.push(`${part.paragraphs.pop()}\n${line}`)
      else part.paragraphs.push(line)
      isOpen = true
    }
  }
  return parts
}

/** Everybody agrees anew where it matters to them (PIPL art. 14), and to the first text that is a school's own. */
export const isAgreedAnew = (version: number, isMaterial: boolean): boolean => isMaterial || version === 1
