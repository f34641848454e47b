/**
 * Enter and Escape that end a composition (an input method's list of words) choose a word: nothing is sent and no dialog
 * closes by them, on any page. Safari tells of the end first and of the key afterwards, as of code 229, no longer composing.
 */
export function holdWhileComposing(page: Document): void {
  const hold = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    const isLate = !event.isComposing && event.keyCode === 229
    if (!event.isComposing && !isLate) return
    event.stopPropagation()
    // While composing, what the key does is the input method's own.
    if (isLate) event.preventDefault()
  }
  page.addEventListener('keydown', hold, { capture: true })
}
