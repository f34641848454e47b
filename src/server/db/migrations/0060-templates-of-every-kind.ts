import { type Kysely, sql } from 'kysely'

/** A school's own templates of every document that is sealed (decision 60). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table document_templates
    drop constraint document_templates_kind_check,
    add constraint document_templates_kind_check
      check (kind in ('agreement', 'dissolving', 'dissolved', 'registration', 'recommendation'));
  alter table document_template_uses
    drop constraint document_template_uses_kind_check,
    add constraint document_template_uses_kind_check
      check (kind in ('agreement', 'dissolving', 'dissolved', 'registration', 'recommendation'))
`.execute(db)
