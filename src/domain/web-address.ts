/** An address of a server of the web as it is typed by whoever sets it: no credentials, no query, no place in a page. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.\-[\]:]+(\/[\w.~%\-/]*)?$/i.test(text)
