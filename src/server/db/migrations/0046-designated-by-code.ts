import { type Kysely, sql } from 'kysely'

/** R19 by 统一社会信用代码: of a designated employer its name alone was kept, and names change (decision 52). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table students
    add column designated_credit_code text check (designated_credit_code ~ '^[0-9A-Z]{18}$')
`.execute(db)
