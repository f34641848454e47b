import { type Kysely, sql } from 'kysely'

/**
 * What a school keeps no longer of sealed documents (decision 60): the row stays with its SHA-256 and loses what it said, then its
 * file; drawn signatures and pictures of seals that nothing kept shows go with them.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table retention_rules add column document_years integer
    constraint retention_of_documents_is_five_years check (document_years between 5 and 50);

  alter table documents
    add column removed_at timestamptz,
    drop constraint documents_sealed_whole,
    add constraint documents_sealed_whole check (
      num_nulls(size, sha256, certificate, is_stamped, sealed_at) in (0, 5)
      and (content is not null) = (sealed_at is not null and removed_at is null)
      and (file is null or sealed_at is not null) and (file is not null or sealed_at is null or removed_at is not null)),
    add constraint documents_removed_once_sealed check (removed_at is null or sealed_at is not null);
  -- Files that are still to be removed, and what a seal is still shown in.
  create index documents_to_remove on documents (school_id, file) where removed_at is not null and file is not null;
  create index documents_bearing on documents (seal_id) where seal_id is not null and removed_at is null;

  create or replace function documents_stay() returns trigger language plpgsql as $$
  begin
    if old.sealed_at is null then return coalesce(new, old); end if;
    if tg_op = 'DELETE' or new.removed_at is null or new.content is not null
      or (old.removed_at is not null and new.removed_at <> old.removed_at)
      -- The file after the row: who has found the row has found it without its file.
      or (new.file is distinct from old.file and (new.file is not null or old.removed_at is null))
      -- What is generated is not there yet in a trigger before.
      or to_jsonb(new) - array['content', 'file', 'removed_at', 'subject_id']
        <> to_jsonb(old) - array['content', 'file', 'removed_at', 'subject_id'] then
      raise exception 'a sealed document is never changed or removed' using errcode = 'restrict_violation';
    end if;
    if old.removed_at is null and not exists (
      select from retention_rules r join students st on st.school_id = r.school_id
      where r.school_id = old.school_id
        and st.id in (
          select student_id from agreements where school_id = old.school_id and id = old.agreement_id
          union all select student_id from dissolutions where school_id = old.school_id and id = old.dissolution_id
          union all select student_id from destinations where school_id = old.school_id and id = old.destination_id
          union all select student_id from recommendations where school_id = old.school_id and id = old.recommendation_id)
        and st.graduation_year + r.document_years < extract(year from new.removed_at at time zone 'Asia/Shanghai')) then
      raise exception 'a sealed document keeps what it says for as long as its school has decided' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  alter table drawings
    add column removed_at timestamptz,
    drop constraint drawings_whole,
    add constraint drawings_whole check (
      (strokes is not null) = (kind = 'drawn' and removed_at is null)
      and (name is not null) = (kind = 'typed' and removed_at is null));

  alter table seals
    add column removed_at timestamptz,
    drop constraint seals_whole,
    add constraint seals_whole check (
      num_nonnulls(media_type, sha256) = case made when 'none' then 0 else 2 end
      and (picture is not null) = (made <> 'none' and removed_at is null)
      and (name is not null) = (made = 'drawn')
      and media_type is not distinct from (case made when 'uploaded' then 'image/png' when 'drawn' then 'image/svg+xml' end)),
    drop constraint seals_hashed,
    add constraint seals_hashed check (picture is null or sha256 = encode(sha256(picture), 'hex'));
  create or replace function seals_stay() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.removed_at is not null or new.removed_at is null or new.picture is not null
      or to_jsonb(new) - array['picture', 'removed_at', 'owner'] <> to_jsonb(old) - array['picture', 'removed_at', 'owner']
      or not exists (select from seals s where s.owner = old.owner and s.version > old.version)
      or exists (select from documents d where d.seal_id = old.id and d.removed_at is null) then
      raise exception 'a seal that was set is never changed or removed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$
`.execute(db)
