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
