import { type DestinationStream, type Level, type Logger, pino } from 'pino'

export type Log = Logger

/** PostgreSQL's "data exception": these messages quote the value. */
const QUOTES_VALUES = /^22/
/** What stands in a message and may be somebody's: an e-mail address, a name, a number of six digits or more. */
const PERSONAL = /\S+@\S+|\p{Script=Han}[\p{Script=Han}·•]*|\d{5,}[xX]|\d{6,}/gu

type Fault = Error & Readonly<Record<'code' | 'constraint' | 'table' | 'column' | 'routine', unknown>>
/** An error, or one that was copied into a plain object on its way, as pg-boss does. */
const isFault = (error: unknown): error is Fault =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'

/**
 * An error for the log: what went wrong and where, and of nobody. A constraint and a column have names of ours; what
 * PostgreSQL adds (`detail`, `where`) and what a parser quotes are what somebody typed.
 */
export function withoutPersonalData(error: unknown, depth = 3): object {
  if (!isFault(error)) return { type: typeof error }
  const { name, message, stack = '', cause, code, constraint, table, column, routine } = error
  const quotes = error instanceof SyntaxError || QUOTES_VALUES.test(String(code ?? ''))
  const said = (quotes ? message.replace(/(["'`]).*\1/gs, '"…"') : message).replace(PERSONAL, '…')
  return {
    type: error instanceof Error ? error.constructor.name : name,
    said: said.slice(0, 500),
    ...{ code, constraint, table, column, routine },
    at: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(cause !== undefined && depth > 0 && { cause: withoutPersonalData(cause, depth - 1) }),
  }
}

/** What this says of a request is its method and the pattern of its route: an address may name people, and its query does. */
const SAFELY: Readonly<Record<string, (value: never) => unknown>> = {
  err: withoutPersonalData,
  req: ({ method, routeOptions }: { method?: string; routeOptions?: { url?: string } }) => ({
    method,
    route: routeOptions?.url,
  }),
  res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
}

/** Everything that is said of a thing goes through here, whoever says it. */
const safely = (things: object) =>
  Object.fromEntries(
    Object.entries(things).map(([name, value]) => [
      name,
      SAFELY[name] ? SAFELY[name](value as never) : value,
    ]),
  )

/** The one log of a process: JSON, a line each, without personal data. */
export const openLog = (level: Level | 'silent', to?: DestinationStream): Log =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod([first, ...rest], method) {
          if (typeof first !== 'object' || first === null) return method.apply(this, [first, ...rest])
          const things = safely(first instanceof Error ? { err: first } : first)
          // Left out, pino would take the error's own message for it.
          return method.apply(this, [things, ...(rest.length > 0 ? rest : ['fault'])] as never)
        },
      },
    },
    to ?? pino.destination({ fd: 1, sync: true }),
  )
