/** Whose something is that both schools and employers have: a seal, a token of the interface, a webhook. */
export type Owner = { readonly employerId: string } | { readonly schoolId: string }

/** As the generated column `owner` of such a table has it. */
export const ownerName = (owner: Owner): string =>
  'employerId' in owner ? `employer:${owner.employerId}` : `school:${owner.schoolId}`
