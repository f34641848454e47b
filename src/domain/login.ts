/**
 * The one form in which log-ins are compared, however a phone's keyboard wrote them: full-width characters as plain
 * ones, no spaces, small letters.
 */
export const normalLogin = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()

/** What tries at an account are counted by, whether it exists or not. */
export const accountName = (portal: string, school: string | null, login: string): string =>
  `${portal}:${school ?? ''}:${normalLogin(login)}`
