import { sql } from 'kysely'

/**
 * What a statement that asks all schools at once ends with, by why it does; PostgreSQL takes it for a comment. Every other one
 * names the school whose rows it reads or writes, as a value of its own, for each table that a cluster lays out by school
 * (docs/decisions/0085-every-statement-names-its-school.md). The tests read each statement that they send: one that names no
 * school and does not end so is a fault, and so is one that ends so and need not (`testing/school-named.ts`).
 */
const across = (why: string) => sql.raw<never>(`/* across schools: ${why} */`)

/** The clock looks for what is due, and lets go of what is over. */
export const clock = across('the clock')

/** An employer sees, and does, what it has with every school that it works with. */
export const employers = across('an employer')

/** The operator looks after the platform, and a start of the product after what it finds. */
export const platform = across('the platform')

/** The journal of all schools is one tree, and is read whole. */
export const tree = across('the tree')

/** Whoever has an account sees and lets go of what is theirs, at whichever school. */
export const accounts = across('an account')

/** What students may go to is theirs at other schools than their own. */
export const guests = across('a guest')

/** Whoever holds a code or a file asks what it is, and need not know of which school. */
export const visitors = across('a visitor')

/** Messages are handed over many at once, whichever schools they are of. */
export const messages = across('messages')

/** The words that posts are found by begin with their school each. */
export const words = across('words')
